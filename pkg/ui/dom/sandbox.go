package dom

// MayDownload reports whether files that are given to the learner come, as far as a
// page can know. A frame without an origin of its own is in a sandbox; whether that
// has allow-downloads the page cannot see, and no browser tells that a file was
// withheld.
func MayDownload() bool {
	if !Framed() {
		return true
	}
	if frame := window().Get("frameElement"); !frame.Missing() && frame.Call("hasAttribute", "sandbox").Flag() {
		return frame.Get("sandbox").Call("contains", "allow-downloads").Flag()
	}
	return window().Get("origin").Text() != "null"
}
