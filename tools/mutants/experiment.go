package main

// experiment has wrong edits of pkg/experiment.
var experiment = []mutant{
	{"a field that the comparison forgets", "compare.go", "e.Validation == o.Validation && ", ""},
	{"a field of the view that the comparison forgets", "compare.go", "v.Transparent == o.Transparent && ", ""},
	{"the bias before the kernel", "layout.go", "Kernel: at, Bias: at + inputs*layer.Units}", "Kernel: at + layer.Units, Bias: at}"},
	{"another name for a part of old links", "parts.go", `Alias: "closer", `, ""},
	{"the first of two equal keys counts", "fragment.go", "given[unescape(key)] = unescape(value)", "if _, taken := given[unescape(key)]; !taken {\n\t\t\tgiven[unescape(key)] = unescape(value)\n\t\t}"},
	{"half an epoch", "number.go", "case p == nil && v != math.Trunc(v):", "case false:"},
	{"a decimal comma in a link", "number.go", "case n.mark == ',':", "case false:"},
}
