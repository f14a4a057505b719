package main

// export has wrong edits of pkg/experiment/program/export.
var export = []mutant{
	{"a row of PyTorch's losses is missing", "pytorch.go", "\t\"huber\":                          loss(\"nn.functional.huber_loss(guess, y, delta={delta})\"),\n", ""},
	{"an activation without a row is passed over", "pytorch.go", "if _, known := torchActivations[layer.Activation]; !known {", "if false {"},
	{"a metric without a row is dropped without a word", "pytorch.go", `!known && e.Metric != ""`, `known && e.Metric != ""`},
	{"PyTorch's penalty is not added", "pytorch.go", `penalty = " + penalty()"`, `penalty = ""`},
	{"PyTorch shuffles when Keras does not", "pytorch.go", "if e.Shuffle {", "if !e.Shuffle {"},
	{"a statement cut in two cells", "../paragraphs.go", "file.Statements[statement].Start < at {", "false {"},
	{"an activation written as an empty line", "pytorch.go", `"selu": "nn.SELU()",`, `"selu": "",`},
	{"a loss without a row, written as another", "pytorch.go", `"hinge":                          loss("torch.relu(1 - (torch.where(y == 0, -1.0, y)) * guess).mean()"),`, `"hinge":                          loss("nn.functional.mse_loss(guess, y)"),`},
	{"an option of Adagrad dropped in silence", "tensorflowjs.go", `"adagrad":  {text: "tf.train.adagrad({lr}, {initial_accumulator_value}"},`, `"adagrad":  {text: "tf.train.adagrad({lr}, {initial_accumulator_value}", idle: []string{"epsilon"}},`},
	{"a metric dropped in silence", "tensorflowjs.go", "lack.metric(e.Metric)", "_ = lack"},
	{"an option of the loss dropped in Go", "gosource.go", `goOptions("loss", w.LossOptions, entry.Hyperparameters(), line)`, `goOptions("loss", "", entry.Hyperparameters(), line)`},
}
