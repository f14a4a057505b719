// Package ui is the page: go-app components over one session.Session.
//
// [Playground] is the root and the only component that holds state worth
// keeping. The others are views: their exported fields are plain values, they
// render them, and what the learner does goes up as a session.Msg through
// [widget.Send]. It is the only go-app action there is. The root hands it
// to its session.Machine and performs the effects that this asks of a page
// (perform.go). Components touch the document only for what is their own, such
// as a pointer that they capture.
//
// Roles and accessible names are the page's contract; they come from the i18n
// catalogues, and docs/page.md lists them.
//
// Elements that need no more than the global attributes are made with app.Elem:
// each element type of go-app that is used, such as app.Section, is 1.3 kB more
// to load.
package ui
