package main

// program has wrong edits of pkg/experiment/program.
var program = []mutant{
	{"lists of different lengths are added", "arithmetic.go", "a.kind == arrayValue && b.kind == arrayValue && (len(a.numbers)", "false && (len(a.numbers)"},
	{"a product is computed as a sum", "arithmetic.go", "return a * b }", "return a + b }"},
	{"a quotient of whole numbers is whole", "arithmetic.go", `whole: a.whole && b.whole && operator != "/"`, `whole: a.whole && b.whole`},
	{"linspace without its last number", "array.go", "parts := float64(max(n-1, 1))", "parts := float64(max(n, 1))"},
	{"arange with its end", "array.go", "math.Ceil((stop.number - start.number) / step.number)", "math.Floor((stop.number-start.number)/step.number) + 1"},
	{"arrays without a limit", "array.go", "if count <= experiment.MaxPoints {", "if count == count {"},
	{"Keras's default monitor is the loss", "earlystopping.go", `monitor := "val_loss" // as in Keras`, `monitor := "loss"`},
	{"a list in the place of an array passes without a word", "fit.go", "if v.kind != listValue && v.kind != numberValue {", "if true {"},
	{"a second fit is read", "fit.go", "if r.fitted {", "if false {"},
	{"ys that are too many are kept", "fit.go", "xs, ys := len(r.xs.numbers), len(r.ys.numbers)\n\tif xs == ys {", "xs, ys := len(r.xs.numbers), len(r.ys.numbers)\n\tif xs <= ys {"},
	{"a comment within a statement is lost", "revise.go", "return Edit{at, comments + text}", "return Edit{at, text}"},
	{"a program with a mistake is revised", "revise.go", "reading := Read(text, e)\n\tif !reading.OK() {\n\t\treturn text\n\t}\n\tif same(", "reading := Read(text, e)\n\tif same("},
	{"new lines without their import", "revise.go", "if reading.imports() <= before {", "if true {"},
	{"L1 written as L2", "keras.go", `classOf(nn.Regularizers(), "l1")`, `classOf(nn.Regularizers(), "l2")`},
	{"no shuffle=False", "keras.go", `if !w.Shuffle {`, `if false {`},
	{"a flag written as a number", "keras.go", `value = "True"`, `value = "1"`},
	{"initial weights of another layout", "weights.go", "column[i] = l.kernel[i*l.Units+j]", "column[i] = l.kernel[j*l.Inputs+i]"},
	{"a rate of the optimizer's own is lost when it is set", "value_texts.go", `(key == "lr" && !rateAlone)`, `key == "lr"`},
	{"the quotes of the learner become double", "value_texts.go", `quote == "'" {`, `quote == "" {`},
	{"a print shows the words in the wrong place", "print.go", `before += arg.Text + " "`, `after += arg.Text + " "`},
}

// export has wrong edits of pkg/experiment/program/export.
var export = []mutant{
	{"a statement cut in two cells", "notebook.go", "file.Statements[statement].Start < at {", "false {"},
	{"an activation written as an empty line", "pytorch.go", `"selu": "nn.SELU()",`, `"selu": "",`},
	{"a loss without a row, written as another", "pytorch.go", `"hinge":                          loss("torch.relu(1 - (torch.where(y == 0, -1.0, y)) * guess).mean()"),`, `"hinge":                          loss("nn.functional.mse_loss(guess, y)"),`},
	{"an option of Adagrad dropped in silence", "tensorflowjs.go", `"adagrad":  {text: "tf.train.adagrad({lr}, {initial_accumulator_value}"},`, `"adagrad":  {text: "tf.train.adagrad({lr}, {initial_accumulator_value}", idle: []string{"epsilon"}},`},
	{"a metric dropped in silence", "tensorflowjs.go", "lack.metric(e.Metric)", "_ = lack"},
	{"an option of the loss dropped in Go", "gosource.go", `goOptions("loss", w.LossOptions, entry.Hyperparameters(), line)`, `goOptions("loss", "", entry.Hyperparameters(), line)`},
}

// experiment has wrong edits of pkg/experiment.
var experiment = []mutant{
	{"a field that the comparison forgets", "compare.go", "e.Validation == o.Validation && ", ""},
	{"a field of the view that the comparison forgets", "compare.go", "v.Transparent == o.Transparent && ", ""},
	{"the bias before the kernel", "layout.go", "Kernel: at, Bias: at + inputs*layer.Units}", "Kernel: at + layer.Units, Bias: at}"},
	{"another name for a part of old links", "parts.go", `Alias: "closer", `, ""},
}
