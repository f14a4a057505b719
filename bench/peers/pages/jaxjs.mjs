// jax-js on its WebAssembly back end, each update one jitted function.
import { defaultDevice, init, jit, nn, numpy as np, valueAndGrad, tree } from "./@jax-js/jax/dist/index.js";

// breathe lets the page answer twice a second: a training may take minutes.
let breath = performance.now();
async function breathe() {
  if (performance.now() - breath < 500) return;
  await new Promise((done) => setTimeout(done));
  breath = performance.now();
}

peers["jax-js"] = {
  async prepare(workload, data, epochs) {
    await init("wasm");
    defaultDevice("wasm");
    const array = (values, shape) => np.array(values.slice()).reshape(shape);
    let at = 0, inputs = workload.features;
    let params = workload.layers.map(({ units }) => {
      const kernel = array(data.start.subarray(at, at + inputs * units), [inputs, units]);
      at += inputs * units;
      const bias = array(data.start.subarray(at, at + units), [units]);
      at += units;
      inputs = units;
      return { kernel, bias };
    });
    const batches = [];
    for (let from = 0; from < workload.rows; from += workload.batch) {
      const rows = Math.min(workload.batch, workload.rows - from), features = workload.features;
      let y = data.y.subarray(from, from + rows), columns = 1;
      if (workload.loss !== "mse") {
        columns = 10;
        const hot = new Float32Array(rows * 10);
        y.forEach((label, r) => (hot[r * 10 + label] = 1));
        y = hot;
      }
      batches.push({
        rows,
        x: array(data.x.subarray(from * features, (from + rows) * features), [rows, features]),
        y: array(y, [rows, columns]),
      });
    }
    const cost = (params, x, y) => {
      let a = x;
      params.forEach(({ kernel, bias }, i) => {
        a = np.matmul(a, kernel).add(bias);
        const { activation } = workload.layers[i];
        if (activation === "tanh") a = np.tanh(a);
        if (activation === "relu") a = nn.relu(a);
      });
      if (workload.loss === "mse") return np.square(a.sub(y)).mean();
      return nn.logSoftmax(a).mul(y).sum(-1).mean().mul(-1);
    };
    const update = ((this.updates ??= {})[workload.name] ??= jit((params, x, y) => {
      const [loss, gradients] = valueAndGrad(cost)(params.map(({ kernel, bias }) => ({ kernel: kernel.ref, bias: bias.ref })), x, y);
      const next = params.map(({ kernel, bias }, i) => ({
        kernel: kernel.sub(gradients[i].kernel.mul(workload.rate)),
        bias: bias.sub(gradients[i].bias.mul(workload.rate)),
      }));
      return { loss, next };
    }));
    return async () => {
      let sum = 0;
      for (let epoch = 0; epoch < epochs; epoch++) {
        const losses = [];
        for (const { x, y } of batches) {
          await breathe();
          const { loss, next } = update(params, x.ref, y.ref);
          params = next;
          losses.push(loss);
        }
        sum = 0;
        for (let i = 0; i < losses.length; i++) {
          if (epoch === epochs - 1) sum += (await losses[i].data())[0] * batches[i].rows;
          else losses[i].dispose();
        }
      }
      await params[0].kernel.ref.data();
      tree.dispose?.(params);
      for (const { x, y } of batches) x.dispose(), y.dispose();
      return sum / workload.rows;
    };
  },
};
