// Package losscurve is one widget: the loss of every epoch, drawn behind the slider
// that chooses the epoch which all views show.
package losscurve
