// Package export writes an experiment for others: as a program for Go with this
// library ([Go]), for PyTorch ([PyTorch]) and for TensorFlow.js
// ([TensorFlowJS]), and a Keras program as a Jupyter notebook ([Notebook]).
//
// What a library calls a thing of Keras is a row of a table: torchOptimizers,
// jsActivations and so on. What has no row the library lacks, and the program's
// text says so in a comment; it is never left out without a word.
package export
