// Records trainings that reference.json has not: L1 with links that die, sigmoid and
// linear units, weights that begin at 0, odd batches. Run it with node in this
// folder: node trainings.js > trainings.json
//
// It is an engine of its own, in JavaScript, written from the rules of TensorFlow
// Playground and from nothing in Go. Before it records anything it trains all of
// reference.json, which the Playground itself made, and stops unless every loss and
// every weight is the same to the last bit.
const { readFileSync } = require("fs");
const { trainings } = JSON.parse(readFileSync("reference.json"));

const units = {
  tanh: { f: Math.tanh, d: (z, y) => 1 - y * y },
  relu: { f: (z) => Math.max(0, z), d: (z) => (z <= 0 ? 0 : 1) },
  sigmoid: { f: (z) => 1 / (1 + Math.exp(-z)), d: (z, y) => y * (1 - y) },
  linear: { f: (z) => z, d: () => 1 },
};
const penalties = { none: () => 0, L1: (w) => (w < 0 ? -1 : w > 0 ? 1 : 0), L2: (w) => w };
const inputs = {
  x: (x) => x, y: (x, y) => y, xSquared: (x) => x * x, ySquared: (x, y) => y * y, xTimesY: (x, y) => x * y,
  sinX: (x) => Math.sin(x), sinY: (x, y) => Math.sin(y),
};

// build makes the units of each layer, each with its links, from weights in Keras's
// order: for each layer kernel [inputs, units] and bias.
function build(config, weights) {
  let at = 0, width = config.features.length;
  const output = config.dataset.startsWith("reg-") ? units.linear : units.tanh;
  return [...config.networkShape, 1].map((count, i, all) => {
    const layer = Array.from({ length: count }, (_, u) => ({
      kind: i === all.length - 1 ? output : units[config.activation],
      links: Array.from({ length: width }, (_, j) => ({ w: weights[at + j * count + u], sum: 0, dead: false })),
      bias: weights[at + width * count + u], sum: 0,
    }));
    at += (width + 1) * count;
    width = count;
    return layer;
  });
}

function forward(net, row) {
  for (const layer of net) {
    for (const unit of layer) {
      unit.z = unit.bias;
      unit.links.forEach((link, j) => { unit.z += link.w * row[j]; });
      unit.y = unit.kind.f(unit.z);
    }
    row = layer.map((unit) => unit.y);
  }
  return row[0];
}

function backward(net, row, label) {
  net.at(-1)[0].dy = net.at(-1)[0].y - label;
  for (let i = net.length - 1; i >= 0; i--) {
    const from = i ? net[i - 1].map((unit) => unit.y) : row;
    for (const unit of net[i]) {
      unit.dz = unit.dy * unit.kind.d(unit.z, unit.y);
      unit.sum += unit.dz;
      unit.links.forEach((link, j) => { if (!link.dead) link.sum += unit.dz * from[j]; });
    }
    if (i) net[i - 1].forEach((unit, j) => { unit.dy = net[i].reduce((sum, next) => sum + next.links[j].w * next.dz, 0); });
  }
}

function update(net, config, rows) {
  const { learningRate: rate, regularizationRate: penalty, regularization } = config;
  for (const unit of net.flat()) {
    unit.bias -= (rate * unit.sum) / rows;
    unit.sum = 0;
    for (const link of unit.links.filter((link) => !link.dead)) {
      const slope = penalties[regularization](link.w);
      link.w -= (rate / rows) * link.sum;
      const after = link.w - rate * penalty * slope;
      if (regularization === "L1" && link.w * after < 0) { link.w = 0; link.dead = true; } else link.w = after;
      link.sum = 0;
    }
  }
}

// flat returns the weights in Keras's order.
const flat = (net) => net.flatMap((layer) => [
  ...layer[0].links.flatMap((_, j) => layer.map((unit) => unit.links[j].w)), ...layer.map((unit) => unit.bias)]);

function train(config, data, initial, epochs) {
  const count = Math.floor((data.length * config.percTrainData) / 100);
  const rows = data.map(([x, y, label]) => [config.features.map((name) => inputs[name](x, y)), label]);
  const parts = [rows.slice(0, count), rows.slice(count)];
  const net = build(config, initial);
  const losses = () => parts.map((part) => {
    let sum = 0;
    for (const [row, label] of part) sum += 0.5 * Math.pow(forward(net, row) - label, 2);
    return sum / part.length;
  });
  const loss = { 0: losses() };
  let pending = 0;
  for (let epoch = 1; epoch <= epochs; epoch++) {
    parts[0].forEach(([row, label], i) => {
      forward(net, row);
      backward(net, row, label);
      pending++;
      if ((i + 1) % config.batchSize === 0) { update(net, config, pending); pending = 0; }
    });
    if ([1, 2, 10, 50, 100, 200, 300, 500].includes(epoch)) loss[epoch] = losses();
  }
  return { loss, final: flat(net), dead: net.flat().flatMap((unit) => unit.links).filter((link) => link.dead).length };
}

const text = (value) => JSON.stringify(value, (_, v) => (Number.isNaN(v) ? "NaN" : v));
for (const t of trainings) {
  const got = train(t.config, t.data, t.initial, t.epochs);
  for (const epoch of Object.keys(got.loss)) {
    if (text(got.loss[epoch]) !== text(t.loss[epoch])) throw Error(`${t.name}: epoch ${epoch}: ${text(got.loss[epoch])}, want ${text(t.loss[epoch])}`);
  }
  if (text(got.final) !== text(t.final) || got.dead !== t.deadLinks) throw Error(`${t.name}: other weights`);
}

const extra = {
  "circle L1": ["default", { regularization: "L1", regularizationRate: 0.003 }, 300],
  "xor relu L1, batch 25": ["xor-relu", { regularization: "L1", regularizationRate: 0.01, batchSize: 25 }, 300],
  "spiral L1, 7 features": ["spiral-all-features-L2", { regularization: "L1", regularizationRate: 0.001 }, 200],
  "plane L1, no hidden layer": ["plane-linear", { regularization: "L1", regularizationRate: 0.03 }, 50],
  "circle sigmoid": ["default", { activation: "sigmoid", learningRate: 1 }, 300],
  "circle linear": ["default", { activation: "linear" }, 100],
  "circle from 0": ["default", { initZero: true, learningRate: 0.3 }, 100],
  "circle, batch 2.5": ["default", { batchSize: 2.5 }, 50],
  "circle, batch -7": ["default", { batchSize: -7 }, 50],
  "circle, batch 30, L2": ["default", { batchSize: 30, regularization: "L2", regularizationRate: 0.01 }, 100],
  "circle, batch 300": ["default", { batchSize: 300 }, 10],
  "circle, 5 % trained": ["default", { percTrainData: 5 }, 100],
};
const recorded = Object.entries(extra).map(([name, [of, change, epochs]]) => {
  const from = trainings.find((t) => t.name === of);
  const config = { ...from.config, ...change };
  const initial = config.initZero ? from.initial.map(() => 0) : from.initial;
  const { loss, final, dead } = train(config, from.data, initial, epochs);
  return { name, config, epochs, initial, loss, final, deadLinks: dead };
});
console.log("[\n" + recorded.map(text).join(",\n") + "\n]");
