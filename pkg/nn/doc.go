// Package nn is the part of Keras that a first course of deep learning needs,
// in Go: its names, its defaults and its numbers.
//
// The lesson, one neuron that learns y = 2x − 1 from six points:
//
//	model := nn.NewSequential(nn.NewDense(1, nn.InputShape(1)))
//	err := model.Compile(nn.NewSGD(0.01), nn.MeanSquaredError)
//	xs := nn.Column(-1, 0, 1, 2, 3, 4)
//	ys := nn.Column(-3, -1, 1, 3, 5, 7)
//	history, err := model.Fit(ctx, xs, ys, nn.FitConfig{Epochs: 500})
//	answer, err := model.Predict(nn.Column(10))
//	fmt.Println(answer.Data[0]) // about 18.98
//
// # Data
//
// Numbers are float32, as in Keras. A [Matrix] holds data row by row: inputs
// [rows, features], labels and outputs [rows, units].
//
// # Models
//
// A [Sequential] is a list of layers, such as [Dense] with a kernel [features,
// units] and a bias [units], [Normalization], [BatchNormalization] or [Dropout]; it
// grows and shrinks ([Sequential.Add], [Sequential.Pop]). Initial weights are drawn
// from a seed ([Sequential.Initialize]) by an [Initializer], or given
// ([Sequential.SetWeights], [Sequential.LoadWeightsJSON]). A layer that is not
// Trainable keeps its own. A whole model goes out and in as Keras's configuration
// ([Sequential.Config], [FromConfig]), and package kerasfile writes and reads .keras
// files.
//
// # Training
//
// [Sequential.Compile] takes an [Optimizer], a [Loss] and any [Metric]; each is
// found by its Keras name too ([OptimizerByName]), and its options are fields
// with Keras's names ([Configurable]). What there is, and how Keras and this
// package call it, a [Catalogue] lists. [Sequential.Fit] trains; a [Training] is
// a Fit that can be advanced in pieces, as a page does between two frames. The
// logged loss of an epoch is the mean over its rows, each taken before its
// batch's update, as Keras logs it. A [Callback] is told of every epoch, and may be
// of every batch ([BatchCallback]) and of the measuring of the validation part
// ([TestCallback]), which a [ValidationConfig] says more of; any of your own go into a
// [LambdaCallback]. Predict has a [PredictCallback]. Nothing is allocated per step.
//
// A row's weight counts in the loss and in those metrics that are [Weighted].
// [WithReduction] says what becomes of the rows' losses.
//
// Losses, metrics, activations and layers of your own are made of functions:
// [NewCustomLoss], [NewCustomMetric], [NewCustomActivation], [NewCustomLayer].
//
// # Looking inside
//
// [Sequential.TraceOnBatch] makes one update and returns every number of it.
// [AnalyzeLeastSquares] says of a linear model how it will learn before it
// does. [Sequential.Summary] and [ProgressLine] print as Keras prints.
//
// # Keras
//
// Every name, default, formula and format is compared with Keras 3 by tests:
// testdata/keras holds what Keras answered and the scripts that asked. Drawn
// numbers (initial weights, orders, dropout, noise) follow Keras's laws and are not
// its numbers, since the generators differ. This is what there is, under Keras's
// names, as [Layers], [Losses] and the other catalogues list it:
//
//	layers       Activation ActivityRegularization BatchNormalization Dense Dropout ELU Flatten
//	             GaussianNoise InputLayer LayerNormalization LeakyReLU Normalization PReLU ReLU
//	             Rescaling Softmax
//	activations  celu elu exponential gelu hard_sigmoid hard_tanh leaky_relu linear log_softmax mish
//	             relu relu6 selu sigmoid silu softmax softplus softsign squareplus tanh threshold
//	initializers Constant GlorotNormal GlorotUniform HeNormal HeUniform LecunNormal LecunUniform
//	             Ones Orthogonal RandomNormal RandomUniform TruncatedNormal Zeros
//	regularizers L1 L1L2 L2
//	constraints  MaxNorm MinMaxNorm NonNeg UnitNorm
//	losses       BinaryCrossentropy CategoricalCrossentropy CategoricalHinge CosineSimilarity Dice
//	             Hinge Huber KLDivergence LogCosh MeanAbsoluteError MeanAbsolutePercentageError
//	             MeanSquaredError MeanSquaredLogarithmicError Poisson SparseCategoricalCrossentropy
//	             SquaredHinge Tversky BinaryFocalCrossentropy CategoricalFocalCrossentropy
//	metrics      accuracy BinaryAccuracy BinaryCrossentropy CategoricalAccuracy
//	             CategoricalCrossentropy CategoricalHinge CosineSimilarity Hinge KLDivergence
//	             LogCoshError MeanAbsoluteError MeanAbsolutePercentageError MeanSquaredError
//	             MeanSquaredLogarithmicError Poisson R2Score RootMeanSquaredError
//	             SparseCategoricalAccuracy SparseCategoricalCrossentropy SquaredHinge AUC F1Score
//	             FalseNegatives FalsePositives FBetaScore Precision Recall
//	             SparseTopKCategoricalAccuracy TopKCategoricalAccuracy TrueNegatives TruePositives
//	optimizers   Adadelta Adafactor Adagrad Adam Adamax AdamW Ftrl Lion Muon Nadam RMSprop SGD
//	schedules    CosineDecay CosineDecayRestarts ExponentialDecay InverseTimeDecay
//	             PiecewiseConstantDecay PolynomialDecay
//	callbacks    CSVLogger EarlyStopping LambdaCallback LearningRateScheduler ModelCheckpoint
//	             ReduceLROnPlateau SwapEMAWeights TerminateOnNaN
//
// The functional API, embeddings, look-ups, images and sequences are not. Nor are, of what
// there is: metrics of several numbers (lists of thresholds, an average of None), axes and
// ignored classes of losses, loss_weights, loss_scale_factor, and epochs of so many steps.
//
// # Errors
//
// Every error says what was expected and what was received, and leaves the
// model as it was.
package nn
