package protocol

// Ready returns the message that the page posts to its parent once it can answer.
func Ready() map[string]any {
	return object("firstneuron", "ready", "versions", []any{Version})
}

// IsHello reports whether a message that came to the window is the parent's
// hello, and in which version. Other scripts use the window for messages of
// their own.
func IsHello(v Value) (version float64, ok bool) {
	if v.Kind() != Object {
		return 0, false
	}
	name, number := v.Field("firstneuron"), v.Field("version")
	if name.Kind() != Text || name.Size() != len("hello") || name.Text() != "hello" || number.Kind() != Number {
		return 0, false
	}
	return number.Number(), true
}

// Welcome returns the first message on the port: the methods, events and limits
// of the page.
func Welcome() map[string]any {
	names := make([]any, len(methods))
	for i, m := range methods {
		names[i] = m.name
	}
	return object(
		"firstneuron", "welcome", "version", Version, "methods", names,
		"events", []any{"state", "epoch", "trained", "diverged", "completed", "resize", "error", "step", "answered"},
		"limits", object("bytes", MaxBytes, "depth", MaxDepth, "perSecond", PerSecond),
	)
}

// Refused returns the answer, on the port, to a hello in another version.
func Refused() map[string]any {
	return object("firstneuron", "refused", "versions", []any{Version})
}
