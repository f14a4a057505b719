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
	{"new lines without their import", "revise.go", "if reading.imports() <= before {", "if true {"},
	{"L1 written as L2", "keras.go", `classOf(nn.Regularizers(), "l1")`, `classOf(nn.Regularizers(), "l2")`},
	{"no shuffle=False", "keras.go", `if !w.Shuffle {`, `if false {`},
	{"a flag written as a number", "keras.go", `value = "True"`, `value = "1"`},
	{"initial weights of another layout", "weights.go", "column[i] = l.kernel[i*l.Units+j]", "column[i] = l.kernel[j*l.Inputs+i]"},
	{"a rate of the optimizer's own is lost when it is set", "value_texts.go", `(key == "lr" && !rateAlone)`, `key == "lr"`},
	{"the quotes of the learner become double", "value_texts.go", `quote == "'" {`, `quote == "" {`},
	{"a print shows the words in the wrong place", "print.go", `texts[0].WriteString(arg.Text + " ")`, `texts[1].WriteString(arg.Text + " ")`},
}
