// Package maker is the desk at which an author makes an activity: its steps as a list,
// a form of sentences with boxes for the one that is edited, beside it the page as
// learners see it, and the lines that hand it on.
package maker
