// Package share is the dialog that hands an experiment on: as a link, as lines
// for course pages, as a file or as a package for a course system.
package share
