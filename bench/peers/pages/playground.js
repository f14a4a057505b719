// The engine of TensorFlow Playground: an object for every unit and every link,
// float64, a row at a time, an update after each full batch. It is published as
// TypeScript in a repository and not as a package, so that it cannot be installed:
// this is a port, written from its rules. pkg/experiment/playground has another,
// which repeats the Playground's own trainings to the last bit.
"use strict";

peers.playground = {
  wants: ({ loss, rows, batch, features }) => {
    if (loss !== "mse") return "it has no softmax";
    if (features < 2) return "it has two inputs or more";
    return rows % batch === 0 ? "" : "it adds rows left over to the next epoch";
  },
  async prepare(workload, data, epochs) {
    const layers = playgroundLayers(workload, data.start);
    const rows = Array.from({ length: workload.rows }, (_, r) =>
      Array.from(data.x.subarray(r * workload.features, (r + 1) * workload.features)));
    // Its loss is half of the mean squared error.
    const rate = 2 * workload.rate;
    return () => {
      let sum = 0;
      for (let epoch = 0; epoch < epochs; epoch++) {
        sum = 0;
        rows.forEach((row, r) => {
          const error = playgroundForward(layers, row) - data.y[r];
          sum += error * error;
          playgroundBackward(layers, error);
          if ((r + 1) % workload.batch === 0) playgroundUpdate(layers, rate);
        });
      }
      return sum / workload.rows;
    };
  },
};

const playgroundActivations = {
  tanh: { output: Math.tanh, derivative: (z) => { const y = Math.tanh(z); return 1 - y * y; } },
  relu: { output: (z) => Math.max(0, z), derivative: (z) => (z <= 0 ? 0 : 1) },
  linear: { output: (z) => z, derivative: () => 1 },
};

// playgroundLayers builds the units and the links between them, the inputs first.
function playgroundLayers(workload, start) {
  const unit = (kind, bias) => ({
    kind: playgroundActivations[kind], bias, inputs: [], outputs: [], z: 0, output: 0, outputDer: 0, inputDer: 0, sum: 0, rows: 0,
  });
  const layers = [Array.from({ length: workload.features }, () => unit("linear", 0))];
  let at = 0;
  for (const { units, activation } of workload.layers) {
    const before = layers[layers.length - 1];
    const biases = at + before.length * units;
    const layer = Array.from({ length: units }, (_, j) => unit(activation, start[biases + j]));
    for (const from of before) {
      for (const to of layer) {
        const link = { from, to, weight: start[at++], errorDer: 0, sum: 0, rows: 0 };
        from.outputs.push(link);
        to.inputs.push(link);
      }
    }
    at = biases + units;
    layers.push(layer);
  }
  return layers;
}

function playgroundForward(layers, row) {
  layers[0].forEach((unit, i) => { unit.output = row[i]; });
  for (let i = 1; i < layers.length; i++) {
    for (const unit of layers[i]) {
      unit.z = unit.bias;
      for (const link of unit.inputs) unit.z += link.weight * link.from.output;
      unit.output = unit.kind.output(unit.z);
    }
  }
  return layers[layers.length - 1][0].output;
}

function playgroundBackward(layers, error) {
  layers[layers.length - 1][0].outputDer = error;
  for (let i = layers.length - 1; i >= 1; i--) {
    for (const unit of layers[i]) {
      unit.inputDer = unit.outputDer * unit.kind.derivative(unit.z);
      unit.sum += unit.inputDer;
      unit.rows++;
    }
    for (const unit of layers[i]) {
      for (const link of unit.inputs) {
        link.errorDer = unit.inputDer * link.from.output;
        link.sum += link.errorDer;
        link.rows++;
      }
    }
    if (i === 1) continue;
    for (const unit of layers[i - 1]) {
      unit.outputDer = 0;
      for (const link of unit.outputs) unit.outputDer += link.weight * link.to.inputDer;
    }
  }
}

function playgroundUpdate(layers, rate) {
  for (let i = 1; i < layers.length; i++) {
    for (const unit of layers[i]) {
      unit.bias -= (rate * unit.sum) / unit.rows;
      unit.sum = 0;
      unit.rows = 0;
      for (const link of unit.inputs) {
        link.weight -= (rate / link.rows) * link.sum;
        link.sum = 0;
        link.rows = 0;
      }
    }
  }
}
