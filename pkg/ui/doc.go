// Package ui is the page: go-app components over one session.Session.
//
// [Playground] is the root and the only component that keeps the session. The
// others are views: their exported fields are plain values, which they render.
// What the learner does travels to the root as a session.Msg, by widget.Send; it is
// the only go-app action. The root hands the message to its session.Machine and
// carries out the effects that the machine leaves to a page (perform.go).
//
// Render reads the fields and changes nothing that another component can see. It
// may keep what is slow to draw in unexported fields and use it again: the fit
// chart, the loss curve, the surface and the histogram keep the frame with the
// axes until its size or its ranges change, and the surface keeps its colours and
// contour lines until the losses change.
//
// The page is split into these packages:
//
//   - dom reads and writes everything of the browser;
//   - widget holds the controls that the panels share, and sends messages;
//   - fitchart is the chart of the points and the model;
//   - network is the picture of the model;
//   - share is the dialog that hands an experiment on;
//   - chart draws axes, curves and heat maps as SVG, format writes numbers, i18n
//     holds the texts, and qr makes QR codes.
//
// The panels themselves are in this package, one file each.
//
// Roles and accessible names are the page's contract; they come from the i18n
// catalogues, and docs/page.md lists them.
//
// Elements that need no more than the global attributes are made with app.Elem:
// each element type of go-app that is used, such as app.Section, is 1.3 kB more
// to load.
package ui
