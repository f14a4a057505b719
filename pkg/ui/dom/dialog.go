package dom

// OpenDialog shows a <dialog> over the page, which the browser then keeps from
// being used.
func OpenDialog(id string) {
	if dialog := ByID(id); !dialog.Get("open").Flag() {
		dialog.Call("showModal")
	}
}

// DialogClosed reports whether it is closed, and not only said to be: its event may
// come from a script of others.
func DialogClosed(id string) bool { return !ByID(id).Get("open").Flag() }

// CloseDialog closes it; the browser gives the focus back to the button that
// opened it.
func CloseDialog(id string) {
	if dialog := ByID(id); dialog.Get("open").Flag() {
		dialog.Call("close")
	}
}

// ReplaceFrame shows another link in an <iframe>, without an entry in the
// browser's history.
func ReplaceFrame(id, link string) {
	ByID(id).Get("contentWindow").Get("location").Call("replace", link)
}
