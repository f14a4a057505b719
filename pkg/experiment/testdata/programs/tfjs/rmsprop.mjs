import * as tf from "@tensorflow/tfjs";

const xs = tf.tensor2d([-1.0, 0.0, 1.0, 2.0, 3.0, 4.0], [6, 1]);
const ys = tf.tensor2d([-3.0, -1.0, 1.0, 3.0, 5.0, 7.0], [6, 1]);

const model = tf.sequential();
model.add(tf.layers.dense({units: 1, inputShape: [1]}));
// The same initial weights as on the page.
model.layers[0].setWeights([tf.tensor2d([[0.044945415]]), tf.tensor1d([0.0])]);
model.compile({optimizer: tf.train.rmsprop(0.02, 0.9, 0, 1e-07), loss: "meanSquaredError"});

const history = await model.fit(xs, ys, {epochs: 30});
console.log(history.history.loss.at(-1));
model.predict(tf.tensor2d([10.0], [1, 1])).print();
