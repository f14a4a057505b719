import * as tf from "@tensorflow/tfjs";

const xs = tf.tensor2d([-1.0, 0.0, 1.0, 2.0, 3.0, 4.0], [6, 1]);
const ys = tf.tensor2d([-3.0, -1.0, 1.0, 3.0, 5.0, 7.0], [6, 1]);

const model = tf.sequential();
model.add(tf.layers.dense({units: 8, inputShape: [1], activation: "tanh"}));
model.add(tf.layers.dense({units: 1}));
// The same initial weights as on the page.
model.layers[0].setWeights([tf.tensor2d([[
    0.021187471, 0.731816, -0.74820054, 0.38844883, -0.41310614, 0.2784946,
    -0.5498473, -0.5728248,
]]), tf.tensor1d([0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0])]);
model.layers[1].setWeights([tf.tensor2d([[-0.60067475], [0.60724264], [0.5996944], [0.28630584], [0.8115787], [0.8069742], [-0.75392044], [0.021956308]]), tf.tensor1d([0.0])]);
model.compile({optimizer: tf.train.sgd(0.05), loss: "meanSquaredError"});

const history = await model.fit(xs, ys, {epochs: 40});
console.log(history.history.loss.at(-1));
model.predict(tf.tensor2d([10.0], [1, 1])).print();
