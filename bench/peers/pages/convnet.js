// ConvNetJS. Its regression leaves out the 2 of the mean squared error's
// derivative, and has it in the loss instead.
"use strict";

peers.ConvNetJS = {
  async prepare(workload, data, epochs) {
    const regression = workload.loss === "mse";
    const definitions = [{ type: "input", out_sx: 1, out_sy: 1, out_depth: workload.features }];
    workload.layers.slice(0, -1).forEach(({ units, activation }) => definitions.push({ type: "fc", num_neurons: units, activation, bias_pref: 0 }));
    definitions.push(regression ? { type: "regression", num_neurons: 1 } : { type: "softmax", num_classes: 10 });
    const net = new convnetjs.Net();
    net.makeLayers(definitions);
    let at = 0;
    for (const layer of net.layers.filter((layer) => layer.layer_type === "fc")) {
      for (let k = 0; k < layer.num_inputs; k++) for (const filter of layer.filters) filter.w[k] = data.start[at++];
      for (let j = 0; j < layer.filters.length; j++) layer.biases.w[j] = data.start[at++];
    }
    const scale = regression ? 2 : 1;
    const trainer = new convnetjs.Trainer(net, { method: "sgd", learning_rate: scale * workload.rate, momentum: 0, l2_decay: 0, batch_size: 1 });
    const vols = [];
    for (let r = 0; r < workload.rows; r++) {
      const vol = new convnetjs.Vol(1, 1, workload.features, 0);
      for (let k = 0; k < workload.features; k++) vol.w[k] = data.x[r * workload.features + k];
      vols.push({ vol, y: regression ? [data.y[r]] : data.y[r] });
    }
    return () => {
      let sum = 0;
      for (let epoch = 0; epoch < epochs; epoch++) {
        sum = 0;
        for (let from = 0; from < workload.rows; from += workload.batch) {
          const end = Math.min(from + workload.batch, workload.rows);
          trainer.k = 0;
          trainer.batch_size = end - from;
          for (let r = from; r < end; r++) sum += trainer.train(vols[r].vol, vols[r].y).cost_loss;
        }
      }
      return sum / scale / workload.rows;
    };
  },
};
