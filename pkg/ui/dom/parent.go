package dom

// Framed reports whether the page is part of another one.
func Framed() bool {
	parent := Parent()
	return !parent.Missing() && !parent.Same(window().Get("self"))
}

// Parent returns the window of the page around this one.
func Parent() Value { return window().Get("parent") }

// Post sends a message to a window or a port.
func Post(to Value, message map[string]any, origin ...any) {
	to.Call("postMessage", append([]any{message}, origin...)...)
}

// HearPort calls handle for every message of a port, until the returned function
// is called, which closes the port.
func HearPort(port Value, handle func(e Value)) (release func()) {
	listener := callback(handle)
	port.Set("onmessage", listener)
	return func() {
		port.Call("close")
		listener.Release()
	}
}
