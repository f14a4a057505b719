// Package dom is the boundary between the browser and the page's program.
//
// Every value from an event, an API of the browser or its storage is read here,
// and nowhere else in pkg/ui: the linter says so. Such a value can be missing, be
// of another type than expected, or throw when it is read. An event that a script
// makes, such as new Event("keydown"), has no fields; a sandboxed frame has no
// storage and no clipboard; a browser that protects against fingerprinting has no
// canvas to draw on. syscall/js panics in all those cases.
//
// What the browser calls, and what is done in its turn, runs within [Try]: a panic
// there costs that one action. Other panics end go-app's engine, and package ui
// makes the page anew.
//
// [Value] reads any of them without a panic. The functions of this package use it
// and return plain Go values:
//
//	key := dom.Key(e)            // what a keydown tells: key.Name, key.Shift
//	p, ok := dom.Pointer(e)      // what a pointer event tells
//	text := dom.ControlText(ctx) // what the control holds that an event is from
//	lang := dom.Stored("lang")   // a stored preference, "" for none
//
// While the page is prerendered there is no browser: every value is missing.
package dom
