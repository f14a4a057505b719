// Package widget holds the controls and charts that the panels of the page share,
// and the way in which they send messages to the root.
package widget
