// Package program reads an experiment in the program of a course.
//
// Package script writes it for Keras 3, [Read] reads it back, and [Revise] brings a
// learner's own text in step with an experiment while her comments and other
// lines stay:
//
//	text := script.Keras(experiment.Default())
//	reading := program.Read(text, experiment.Default())
//	reading.Experiment // the lesson again
//
// Package python makes a tree of the text, and its package eval runs it; this package
// is what Keras and the other libraries are there. What Keras would answer to the usual
// mistakes is said in Keras's own words, with an edit that mends it ([Problem]).
//
// [Direct] is all of it for whoever has only package script.
package program
