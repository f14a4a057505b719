// Package reader lets one program ask another to read programs: the page's, which does
// without the evaluator of Python, the one that has it.
//
//	var r script.Reader = reader.New(ask) // ask hands bytes over and brings bytes back
//	reading, err := r.Read(text, base, nil)
//
// A question is a message, and so is each answer (message.go). Package desk, which the
// other program has, answers at once: with the result, or with a pause, when it has
// worked for a while, or with a question of its own about the training, which the asker
// answers in its next message. So nothing waits for anything, and one of the two runs at a
// time.
//
// Messages are values of Go (wire.go): by their types,
// without names, behind a number that stands for the types. Both programs are built of
// the same source; where they are not, the number says so.
package reader
