//go:build !faults

package dom

// Fault is a place where a build for tests, with the tag faults, panics when it
// is told to; here it does nothing.
func Fault(string) {}
