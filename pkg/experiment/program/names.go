package program

// names are what a program calls its things.
type names struct{ keras, numpy, model, xs, ys string }

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
