// TensorFlow.js: its own matrix products, gradients and SGD, on its CPU and on
// its WebAssembly back end.
"use strict";

for (const backend of ["cpu", "wasm"]) {
  peers["tfjs-" + backend] = {
    async prepare(workload, data, epochs) {
      if (!this.ready) {
        tf.wasm.setWasmPaths("./@tensorflow/tfjs-backend-wasm/dist/");
        await tf.setBackend(backend);
        await tf.ready();
        this.ready = true;
      }
      if (tf.getBackend() !== backend) throw new Error(`the back end is ${tf.getBackend()}`);
      const layers = variables(workload, data.start);
      const batches = [];
      for (let from = 0; from < workload.rows; from += workload.batch) {
        const rows = Math.min(workload.batch, workload.rows - from), features = workload.features;
        const y = data.y.subarray(from, from + rows);
        batches.push({
          rows,
          x: tf.tensor2d(data.x.subarray(from * features, (from + rows) * features), [rows, features]),
          y: workload.loss === "mse" ? tf.tensor2d(y, [rows, 1]) : tf.oneHot(tf.tensor1d(Int32Array.from(y), "int32"), 10).toFloat(),
        });
      }
      const optimizer = tf.train.sgd(workload.rate);
      const all = layers.flatMap((layer) => [layer.kernel, layer.bias]);
      return async () => {
        let sum;
        for (let epoch = 0; epoch < epochs; epoch++) {
          const losses = batches.map(({ x, y }) => optimizer.minimize(() => cost(workload, layers, x, y), true, all));
          if (epoch === epochs - 1) {
            sum = 0;
            for (let i = 0; i < losses.length; i++) sum += (await losses[i].data())[0] * batches[i].rows;
          }
          tf.dispose(losses);
        }
        tf.dispose([batches, all]);
        return sum / workload.rows;
      };
    },
  };
}

function variables(workload, start) {
  let at = 0, inputs = workload.features;
  return workload.layers.map(({ units, activation }) => {
    const take = (n, shape) => tf.variable(tf.tensor(start.subarray(at, (at += n)), shape));
    const layer = { kernel: take(inputs * units, [inputs, units]), bias: take(units, [units]), activation };
    inputs = units;
    return layer;
  });
}

function cost(workload, layers, x, y) {
  let a = x;
  for (const { kernel, bias, activation } of layers) {
    a = tf.add(tf.matMul(a, kernel), bias);
    if (activation === "tanh" || activation === "relu") a = a[activation]();
  }
  if (workload.loss === "mse") return tf.losses.meanSquaredError(y, a);
  return tf.losses.softmaxCrossEntropy(y, a);
}
