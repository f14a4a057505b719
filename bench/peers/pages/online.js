// synaptic and brain.js, which update after every row: their losses are those
// of plain JavaScript with batches of one. Both leave out the 2 of the mean
// squared error's derivative. synaptic sends errors back through weights that
// are updated already; brain.js has an activation after the last layer too.
"use strict";

peers.synaptic = {
  online: true,
  eager: true,
  wants: ({ loss, features }) => (loss === "mse" && features < 100 ? "" : "it has no softmax"),
  async prepare(workload, data, epochs) {
    // It writes a program for the net, which warms up: made once.
    const { network, first } = ((this.networks ??= {})[workload.name] ??= synapticNetwork(workload, data.start));
    network.optimized.memory.set(first);
    return () => eachRow(workload, data, epochs, (x, y) => {
      const e = network.activate(x)[0] - y;
      network.propagate(2 * workload.rate, [y]);
      return e * e;
    });
  },
};

function synapticNetwork(workload, start) {
  const { Layer, Network, Neuron } = synaptic;
  const layers = [new Layer(workload.features), ...workload.layers.map(({ units }) => new Layer(units))];
  for (let i = 1; i < layers.length; i++) layers[i - 1].project(layers[i]);
  const squashes = { tanh: Neuron.squash.TANH, relu: Neuron.squash.RELU, linear: Neuron.squash.IDENTITY };
  let at = 0;
  for (let i = 1; i < layers.length; i++) {
    for (const from of layers[i - 1].list) {
      for (const to of layers[i].list) Object.values(from.connections.projected).find((c) => c.to === to).weight = start[at++];
    }
    for (const neuron of layers[i].list) {
      neuron.squash = squashes[workload.layers[i - 1].activation];
      neuron.bias = start[at++];
    }
  }
  const network = new Network({ input: layers[0], hidden: layers.slice(1, -1), output: layers[layers.length - 1] });
  network.optimize();
  return { network, first: network.optimized.memory.slice() };
}

peers["brain.js"] = {
  online: true,
  output: "tanh",
  wants: ({ loss, layers }) => {
    if (loss !== "mse") return "it has no softmax";
    return layers[0].activation === "tanh" ? "" : "its layers have one activation all";
  },
  async prepare(workload, data, epochs) {
    const net = new brain.NeuralNetwork({ activation: "tanh", hiddenLayers: workload.layers.slice(0, -1).map((l) => l.units) });
    net.sizes = [workload.features, ...workload.layers.map((l) => l.units)];
    net.initialize();
    let at = 0;
    for (let i = 1; i < net.sizes.length; i++) {
      for (let k = 0; k < net.sizes[i - 1]; k++) for (let j = 0; j < net.sizes[i]; j++) net.weights[i][j][k] = data.start[at++];
      for (let j = 0; j < net.sizes[i]; j++) net.biases[i][j] = data.start[at++];
    }
    net.updateTrainingOptions({ learningRate: 2 * workload.rate });
    net.trainOpts.momentum = 0; // which it takes for a mistake
    return () => eachRow(workload, data, epochs, (x, y) => {
      net.trainPattern({ input: x, output: [y] });
      const e = net.outputs[net.outputLayer][0] - y;
      return e * e;
    });
  },
};

// eachRow makes an update for every row and returns the last epoch's mean loss.
function eachRow(workload, data, epochs, update) {
  const rows = [];
  for (let r = 0; r < workload.rows; r++) {
    rows.push(Array.from(data.x.subarray(r * workload.features, (r + 1) * workload.features)));
  }
  let sum = 0;
  for (let epoch = 0; epoch < epochs; epoch++) {
    sum = 0;
    for (let r = 0; r < workload.rows; r++) sum += update(rows[r], data.y[r]);
  }
  return sum / workload.rows;
}
