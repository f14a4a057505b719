// Package experiment is one experiment as data: the points, the model, how it
// is trained, and how the page shows it.
//
// An [Experiment] is a value. [Default] is the lesson; a learner's edit makes
// another value of it, and a value can be trained, written into a link and
// read back:
//
//	e, problems := experiment.Decode("epochs=1000&w=0&b=0")
//	model, err := e.Model()
//	x, y := e.Data()
//	history, err := model.Fit(ctx, x, y, e.FitConfig())
//
// Everything that a learner types, pastes or opens comes in through here:
// [ParseNumber] and [ParseInt] for a field, [Decode] for a link; package paste
// reads pasted data. What cannot be read is a [Problem]: a code with
// arguments that the page says in the learner's language.
//
// # Properties
//
// One table (properties.go) lists every property with its key, its limits and
// how to read and write it. It drives the fragment in both directions, the
// fields of the page ([Experiment.Value], [Experiment.With],
// [Experiment.Stepped]), [Experiment.Validate] and the documentation
// ([PropertyTable]). A new property is a field of [Experiment], its line in
// compare.go and its row; tests fail while one of them is missing.
package experiment
