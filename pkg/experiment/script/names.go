package script

// Names are the identifiers that a program uses for the libraries, the model and
// the data.
type Names struct {
	Keras, NumPy, Model, Xs, Ys, Normalizer string
	// HasXs and HasYs are set where the program has such names.
	HasXs, HasYs bool
}

// DefaultNames are those of the page's own program.
func DefaultNames() Names {
	return Names{Keras: "keras", NumPy: "np", Model: "model", Xs: "xs", Ys: "ys", Normalizer: "normalizer"}
}
