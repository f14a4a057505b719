// Records what V8 computes. Run it with node in this folder: node sine.js > sine.json
//
// Each row is an angle, its sine and cosine, a number above 0 and its logarithm.
// Among the angles are those next to multiples of a quarter turn, where the most
// digits are lost.
const angles = [0, 1e-9, 0.3, 0.78125, 400000.5, -400000.5];
for (let quarter = 1; quarter <= 12; quarter++) {
  for (const step of [-1e-3, -1e-6, -1e-12, 0, 1e-12, 1e-6, 1e-3]) angles.push((quarter * Math.PI) / 2 + step);
}
let state = 1;
const draw = () => (state = (state * 48271) % 2147483647) / 2147483647;
while (angles.length < 600) angles.push(28 * draw() - 14);
const rows = angles.map((angle, i) => {
  const number = [1, 1 + 1e-9, Math.SQRT2, 0.5][i] ?? draw();
  return [angle, Math.sin(angle), Math.cos(angle), number, Math.log(number)];
});
console.log("[\n" + rows.map((row) => JSON.stringify(row)).join(",\n") + "\n]");
