// Package watch is what the drivers of both browsers do alike: they look again
// until they see what they wait for, and note what a page says to a developer.
package watch
