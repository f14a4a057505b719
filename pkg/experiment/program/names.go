package program

// knows learns the name under which a library is known.
func (r *reader) knows(name, thing string) {
	n := &r.names
	switch thing {
	case "numpy":
		n.NumPy = name
	case "keras", "tensorflow.keras":
		n.Keras = name
	case "tensorflow":
		if n.Keras == "keras" {
			n.Keras = name + ".keras"
		}
	}
}
