import * as tf from "@tensorflow/tfjs";

const xs = tf.tensor2d([-40.0, -10.0, 0.0, 8.0, 15.0, 22.0, 38.0], [7, 1]);
const ys = tf.tensor2d([-40.0, 14.0, 32.0, 46.4, 59.0, 71.6, 100.4], [7, 1]);

// TensorFlow.js has no layer Normalization: this is what it does.
const {mean, variance} = tf.moments(xs, 0);
const normalize = (x) => x.sub(mean).div(tf.maximum(variance.sqrt(), 1e-7));

const model = tf.sequential();
model.add(tf.layers.dense({units: 1, inputShape: [1]}));
// The same initial weights as on the page.
model.layers[0].setWeights([tf.tensor2d([[2.0]]), tf.tensor1d([-1.0])]);
model.compile({optimizer: tf.train.adam(0.1, 0.9, 0.999, 1e-07), loss: "meanSquaredError"});

const history = await model.fit(normalize(xs), ys, {epochs: 40, shuffle: false, validationSplit: 0.3});
console.log(history.history.loss.at(-1));
model.predict(normalize(tf.tensor2d([100.0], [1, 1]))).print();
