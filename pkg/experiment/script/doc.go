// Package script is an experiment as the text of a program for Keras, and what such a
// text says:
//
//	text := script.Keras(experiment.Default())
//	reading := script.Written(experiment.Default()) // what that text says
//	reading.Line("epochs")                          // 13, 13
//
// It writes programs and reads none. To read a learner's own takes package program,
// which evaluates Python and is a program of its own on the page, loaded when there is
// such a text; its result is a [Reading] too. What the page's own program says is known
// without: [Written] is what package program would read in it (a test of that package
// says so), and [RunWritten] what it prints.
//
// Package export writes the same experiment for other libraries.
package script
