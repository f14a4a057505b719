// Package fitchart is one widget: the chart of the points and the model, on which
// points and the first guess are dragged or moved by keys.
package fitchart
