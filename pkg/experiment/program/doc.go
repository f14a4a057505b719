// Package program is an experiment as the program that a course would show.
//
// [Keras] writes it for Keras 3, [Read] reads it back, and [Revise] brings a
// learner's own text in step with an experiment while her comments and other
// lines stay:
//
//	text := program.Keras(experiment.Default())
//	reading := program.Read(text, experiment.Default())
//	reading.Experiment // the lesson again
//
// Reading never evaluates: package python makes a tree of the text, and this
// package knows what the calls of a first lesson mean, the lists and arrays, and
// the arithmetic between them. What Keras would answer to the usual mistakes is
// said in Keras's own words, with an edit that mends it ([Problem]).
//
// Package export writes the same experiment for other libraries.
package program
