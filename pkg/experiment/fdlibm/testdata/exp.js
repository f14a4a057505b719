// Records what V8 computes. Run it with node in this folder: node exp.js > exp.json
//
// Each row is a number, its hyperbolic tangent and e to its power. Among the numbers
// are those at which the methods change.
const numbers = [0, 1, -1, 22, -22, 40, 1e-9, -1e-9, Math.LN2 / 2, -Math.LN2 / 2, 1.5 * Math.LN2, -1.5 * Math.LN2, 699, -699];
let state = 1;
const draw = () => (state = (state * 48271) % 2147483647) / 2147483647;
while (numbers.length < 400) numbers.push(numbers.length % 2 ? 12 * draw() - 6 : 60 * draw() - 30);
console.log("[\n" + numbers.map((x) => JSON.stringify([x, Math.tanh(x), Math.exp(x)])).join(",\n") + "\n]");
