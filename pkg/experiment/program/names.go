package program

// names are the identifiers that a program uses for the libraries, the model and
// the data.
type names struct {
	keras, numpy, model, xs, ys string
	// hasXs and hasYs are set where the program has such names.
	hasXs, hasYs bool
}

func defaultNames() names {
	return names{keras: "keras", numpy: "np", model: "model", xs: "xs", ys: "ys"}
}

// imports learns the name under which a library is known.
func (n *names) imports(name, thing string) {
	switch thing {
	case "numpy":
		n.numpy = name
	case "keras", "tensorflow.keras":
		n.keras = name
	case "tensorflow":
		if n.keras == "keras" {
			n.keras = name + ".keras"
		}
	}
}
