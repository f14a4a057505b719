// The same trainings in plain JavaScript: typed arrays, loops that a careful
// author would write, no library. See workload/workload.go.
"use strict";

// twin trains a workload from its first weights and returns the last loss.
function twin(workload, data) {
  const { x, y, start } = data;
  const layers = [];
  let at = 0, inputs = workload.features;
  const largest = Math.min(workload.batch, workload.rows);
  const params = start.slice(), gradients = new Float32Array(start.length);
  for (const { units, activation } of workload.layers) {
    const kernel = at, bias = at + inputs * units;
    layers.push({
      inputs, units, activation,
      kernel: params.subarray(kernel, bias), bias: params.subarray(bias, bias + units),
      kernelGradient: gradients.subarray(kernel, bias), biasGradient: gradients.subarray(bias, bias + units),
      input: null, output: new Float32Array(largest * units),
      delta: new Float32Array(largest * units), back: new Float32Array(largest * inputs),
    });
    at = bias + units;
    inputs = units;
  }
  const rate = Math.fround(workload.rate);
  let loss = 0;
  for (let epoch = 0; epoch < workload.epochs; epoch++) {
    let sum = 0;
    for (let from = 0; from < workload.rows; from += workload.batch) {
      const rows = Math.min(workload.batch, workload.rows - from);
      let input = x.subarray(from * workload.features, (from + rows) * workload.features);
      for (const layer of layers) input = forward(layer, input, rows);
      sum += lossAndDelta(workload, layers[layers.length - 1], y, from, rows);
      gradients.fill(0);
      for (let i = layers.length - 1; i >= 0; i--) {
        backward(layers[i], rows, i > 0 ? layers[i - 1] : null, workload.eager ? rate : 0);
      }
      if (!workload.eager) for (let i = 0; i < params.length; i++) params[i] -= rate * gradients[i];
    }
    loss = sum / workload.rows;
  }
  return loss;
}

function forward(layer, input, rows) {
  const { inputs, units, kernel, bias, output, activation } = layer;
  layer.input = input;
  for (let r = 0; r < rows; r++) {
    const to = r * units, from = r * inputs;
    for (let j = 0; j < units; j++) output[to + j] = bias[j];
    for (let k = 0; k < inputs; k++) {
      const v = input[from + k], row = k * units;
      for (let j = 0; j < units; j++) output[to + j] += v * kernel[row + j];
    }
  }
  const n = rows * units;
  if (activation === "tanh") {
    for (let i = 0; i < n; i++) output[i] = Math.tanh(output[i]);
  } else if (activation === "relu") {
    for (let i = 0; i < n; i++) if (output[i] < 0) output[i] = 0;
  } else if (activation === "softmax") {
    for (let r = 0; r < rows; r++) {
      let highest = -Infinity, sum = 0;
      for (let j = r * units; j < (r + 1) * units; j++) if (output[j] > highest) highest = output[j];
      for (let j = r * units; j < (r + 1) * units; j++) sum += output[j] = Math.exp(output[j] - highest);
      for (let j = r * units; j < (r + 1) * units; j++) output[j] /= sum;
    }
  }
  return output.subarray(0, n);
}

// lossAndDelta fills the last layer's delta with dLoss/dz.
function lossAndDelta(workload, last, y, from, rows) {
  const { output, delta, units } = last;
  let sum = 0;
  if (workload.loss === "mse") {
    for (let r = 0; r < rows; r++) {
      const e = output[r] - y[from + r];
      sum += e * e;
      delta[r] = (2 * e) / rows;
      if (last.activation === "tanh") delta[r] *= 1 - output[r] * output[r];
    }
    return sum;
  }
  for (let r = 0; r < rows; r++) {
    const label = y[from + r];
    for (let j = 0; j < units; j++) delta[r * units + j] = (output[r * units + j] - (j === label ? 1 : 0)) / rows;
    sum -= Math.log(output[r * units + label]);
  }
  return sum;
}

// backward goes through a layer. With an eager rate its weights are updated
// before the error goes on to the layer before, as some libraries have it.
function backward(layer, rows, before, eager) {
  const { inputs, units, kernel, kernelGradient, biasGradient, input, delta, back } = layer;
  for (let r = 0; r < rows; r++) {
    const d = r * units, from = r * inputs;
    for (let j = 0; j < units; j++) biasGradient[j] += delta[d + j];
    for (let k = 0; k < inputs; k++) {
      const v = input[from + k], row = k * units;
      for (let j = 0; j < units; j++) kernelGradient[row + j] += v * delta[d + j];
    }
  }
  if (eager) {
    for (let k = 0; k < kernel.length; k++) kernel[k] -= eager * kernelGradient[k];
    for (let j = 0; j < units; j++) layer.bias[j] -= eager * biasGradient[j];
  }
  if (!before) return;
  for (let r = 0; r < rows; r++) {
    for (let k = 0; k < inputs; k++) {
      let sum = 0;
      const row = k * units, d = r * units;
      for (let j = 0; j < units; j++) sum += delta[d + j] * kernel[row + j];
      back[r * inputs + k] = sum;
    }
  }
  const n = rows * inputs, y = before.output, to = before.delta;
  if (before.activation === "tanh") {
    for (let i = 0; i < n; i++) to[i] = back[i] * (1 - y[i] * y[i]);
  } else {
    for (let i = 0; i < n; i++) to[i] = y[i] > 0 ? back[i] : 0;
  }
}
