// Package dom is the boundary between the browser and the page's program.
//
// Every value from an event, an API of the browser or its storage is read here,
// and nowhere else in pkg/ui.
package dom
