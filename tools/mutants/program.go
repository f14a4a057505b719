package main

// program has wrong edits of pkg/experiment/program.
var program = []mutant{
	{"Keras's default monitor is the loss", "earlystopping.go", `return "val_loss"`, `return "loss"`},
	{"a list in the place of an array passes without a word", "data.go", "if v.kind != listValue && v.kind != numberValue {", "if true {"},
	{"a second training has its own epochs alone", "fit.go", `r.set("epochs", itoa(r.epochs+n), `, `r.set("epochs", itoa(n), `},
	{"ys that are too many are kept", "data.go", "if r.decimalCommas(xs != ys) || xs == ys {", "if r.decimalCommas(xs != ys) || xs <= ys {"},
	{"a comment within a statement is lost", "revise.go", "return Edit{Span: at, Text: comments + text}", "return Edit{Span: at, Text: text}"},
	{"new lines without their import", "revise.go", "if reading.imports() <= before {", "if true {"},
	{"L1 written as L2", "../script/model.go", `ClassOf(nn.Regularizers(), "l1")`, `ClassOf(nn.Regularizers(), "l2")`},
	{"no shuffle=False", "../script/fit.go", `if !w.Shuffle {`, `if false {`},
	{"a flag written as a number", "../script/compile.go", `value = "True"`, `value = "1"`},
	{"what the page's own program asks has no place", "../script/written.go", "r.Places[m.key] = python.Span{Start: at + m.start,", "r.Places[m.key] = python.Span{Start: at,"},
	{"a rate of the optimizer's own is lost when it is set", "value_texts.go", `(key == "lr" && !rateAlone)`, `key == "lr"`},
	{"the quotes of the learner become double", "value_texts.go", `quote == "'" {`, `quote == "" {`},
}

// writer has wrong edits of pkg/experiment/script that its own tests see.
var writer = []mutant{
	{"initial weights of another layout", "weights.go", "column[i] = l.kernel[i*l.Units+j]", "column[i] = l.kernel[j*l.Inputs+i]"},
}
