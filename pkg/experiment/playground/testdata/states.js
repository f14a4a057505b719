// Records how TensorFlow Playground's page opens links: every key alone with usual and
// odd values, and 300 links of random keys. Run it with node in this folder:
// node states.js > states.json
//
// It follows the rules of the Playground's state in its own language, so that what
// JavaScript makes of a number, of a missing '=' or of a blank is JavaScript's.
const names = {
  activation: ["relu", "tanh", "sigmoid", "linear"], regularization: ["none", "L1", "L2"],
  dataset: ["circle", "xor", "gauss", "spiral"], regDataset: ["reg-plane", "reg-gauss"],
  problem: ["classification", "regression"],
};
const numbers = ["batchSize", "learningRate", "regularizationRate", "noise", "percTrainData"];
const flags = ["showTestData", "discretize", "initZero", "hideText", "collectStats"];
const fed = ["x", "y", "xSquared", "ySquared", "xTimesY", "sinX", "sinY"];
const tiles = [...fed, "cosX", "cosY"];
const controls = ["showTestData", "discretize", "playButton", "stepButton", "resetButton", "learningRate", "activation",
  "regularization", "regularizationRate", "problem", "dataset", "percTrainData", "noise", "batchSize", "numHiddenLayers", "numNodes1"];

function open(link) {
  const map = Object.create(null);
  for (const pair of link.split("&")) {
    const [key, value] = pair.split("=");
    map[key] = value;
  }
  const has = (key) => map[key] != null && map[key].trim() !== "";
  const state = { activation: "tanh", regularization: "none", dataset: "circle", regDataset: "reg-plane", problem: "classification",
    batchSize: 10, learningRate: 0.03, regularizationRate: 0, noise: 0, percTrainData: 50, networkShape: [4, 2], seed: null };
  const refused = [];
  for (const [key, known] of Object.entries(names)) {
    if (!has(key)) continue;
    if (known.includes(map[key])) state[key] = map[key]; else refused.push(key);
  }
  for (const key of numbers) {
    if (!has(key)) continue;
    if (Number.isNaN(+map[key])) refused.push(key); else state[key] = +map[key];
  }
  // What its slider does to the noise.
  if (state.noise > 80) { state.noise = 50; refused.push("noise"); }
  if (state.noise < 0) { state.noise = 0; refused.push("noise"); }
  for (const key of flags) state[key] = has(key) && map[key] !== "false";
  const on = Object.fromEntries(tiles.map((key) => [key, has(key) ? map[key] !== "false" : key === "x" || key === "y"]));
  if ("networkShape" in map) {
    const text = map.networkShape;
    const shape = text === undefined ? null : text.trim() === "" ? [] : text.split(",").map(Number);
    // What cannot be built, or is beyond this page's limits.
    if (shape && shape.length <= 9 && shape.every((n) => n > 0 && n <= 64)) state.networkShape = shape; else refused.push("networkShape");
  }
  if (has("seed")) state.seed = map.seed;
  state.tutorial = has("tutorial") ? map.tutorial : "";
  state.hide = Object.keys(map).filter((key) => key.endsWith("_hide") && map[key] === "true").map((key) => key.slice(0, -5)).filter(Boolean).sort();
  state.fed = fed.filter((key) => on[key] && !state.hide.includes(key));
  // Rows that are trained on, and nodes, as the loops of the page count them.
  const count = state.problem === "regression" ? 1200 : 500;
  const rows = Array.from({ length: count });
  state.rows = rows.slice(0, Math.floor((count * state.percTrainData) / 100)).length;
  state.updates = Array.from({ length: state.rows }, (_, i) => i + 1).filter((i) => i % state.batchSize === 0).length;
  state.nodes = state.networkShape.map((n) => { let nodes = 0; for (let i = 0; i < n; i++) nodes++; return nodes; });
  return { link, state, refused };
}

let random = 7;
const draw = () => (random = (random * 48271) % 2147483647) / 2147483647;
const pick = (list) => list[Math.floor(draw() * list.length)];
const odd = ["", " ", "abc", "0", "-1", "0x10", "1e1", "Infinity", "-Infinity", "1,5", "1_0", "010", ".5", "5.", "+5", "--5", "0b101", "0o17", "1e999", "NaN", "%205"];
const values = {
  batchSize: ["1", "2", "5", "10", "12", "25", "30", "2.5", "0.5", "-10", "0", "300", ...odd],
  learningRate: ["0.00001", "0.0001", "0.001", "0.003", "0.01", "0.03", "0.1", "0.3", "1", "3", "10", ...odd],
  regularizationRate: ["0", "0.001", "0.003", "0.01", "0.03", "0.1", "0.3", "1", "3", "10", "-0.1", ...odd],
  noise: ["0", "5", "25", "50", "51", "80", "81", "2000", "-5", "12.5", ...odd],
  percTrainData: ["10", "20", "50", "70", "80", "90", "100", "5", "33", "120", "-10", ...odd],
  networkShape: ["", "1", "4,2", "8,8,8,8,8,8", "3", "2.5,3", "4,0", "8,-1", "4,,2", "a", "65", "8,8,8,8,8,8,8,8,8,8", " 4 , 2", "0x4,2", "Infinity", ...odd],
  seed: ["0.97800", "0.978", "hello", "0.1:2", "%EC%95%88", " ", "", "1".repeat(64)],
  tutorial: ["", "playground", "x/y"],
};
for (const [key, known] of Object.entries(names)) values[key] = [...known, "", "other", known[0].toUpperCase(), " " + known[1]];
for (const key of [...flags, ...tiles]) values[key] = ["true", "false", "", "1", "0", "False", "no"];
for (const key of [...controls, ...tiles, "cosX"]) values[key + "_hide"] = ["true", "false", "", "1"];

const links = [];
for (const [key, all] of Object.entries(values)) {
  links.push(key);
  for (const value of all) links.push(key + "=" + value);
  links.push(key + "=" + all[0] + "=" + all[1], key + "=" + all[1] + "&" + key + "=" + all[0]);
}
const keys = Object.keys(values);
for (let i = 0; i < 300; i++) {
  const parts = [];
  for (let n = 1 + Math.floor(draw() * 14); n > 0; n--) {
    const key = pick(keys);
    parts.push(draw() < 0.03 ? key : key + "=" + pick(values[key]));
  }
  if (draw() < 0.2) parts.push("unknown=1");
  links.push(parts.join("&"));
}
// Browsers hand a blank to the page as %20. The first row is the link that says
// nothing, all others leave out what is as there.
const text = (value) => JSON.stringify(value, (_, v) => (typeof v === "number" && !Number.isFinite(v) ? String(v) : v));
const nothing = open("").state;
const rows = links.map((link) => {
  const opened = open(link.replaceAll(" ", "%20"));
  for (const key of Object.keys(opened.state)) if (text(opened.state[key]) === text(nothing[key])) delete opened.state[key];
  return opened;
});
console.log("[\n" + [open(""), ...rows].map(text).join(",\n") + "\n]");
