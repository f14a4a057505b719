import * as tf from "@tensorflow/tfjs";

const xs = tf.tensor2d([-1.0, 0.0, 1.0, 2.0, 3.0, 4.0], [6, 1]);
const ys = tf.tensor2d([-3.0, -1.0, 1.0, 3.0, 5.0, 7.0], [6, 1]);

const model = tf.sequential();
model.add(tf.layers.dense({units: 4, inputShape: [1], activation: "tanh", kernelRegularizer: tf.regularizers.l1l2({l1: 0.01, l2: 0.02})}));
model.add(tf.layers.dense({units: 1, kernelRegularizer: tf.regularizers.l1l2({l1: 0.01, l2: 0.02})}));
// The same initial weights as on the page.
model.layers[0].setWeights([tf.tensor2d([[0.028425977, 0.98183423, -1.0038164, 0.5211588]]), tf.tensor1d([0.0, 0.0, 0.0, 0.0])]);
model.layers[1].setWeights([tf.tensor2d([[-0.55424005], [0.37363973], [-0.73769754], [-0.76852506]]), tf.tensor1d([0.0])]);
model.compile({optimizer: tf.train.sgd(0.05), loss: "meanSquaredError", metrics: ["mae"]});

const history = await model.fit(xs, ys, {epochs: 30});
console.log(history.history.loss.at(-1));
model.predict(tf.tensor2d([10.0], [1, 1])).print();
