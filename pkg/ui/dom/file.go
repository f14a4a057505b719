package dom

import (
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// DownloadText gives a file of text to the learner.
func DownloadText(name, text, kind string) { download(name, textBlob(text, kind)) }

// DownloadBytes gives a file to the learner.
func DownloadBytes(name string, data []byte, kind string) {
	bytes := window().Get("Uint8Array").New(len(data))
	if !bytes.Missing() && attempt(func() { app.CopyBytesToJS(bytes.v, data) }) {
		download(name, blob(bytes, kind))
	}
}

// ReadFile reads the file that was chosen in the control that an event is from,
// and returns its size in bytes. One of more than most bytes is not read at all.
// The same file can be chosen again, once it is corrected.
func ReadFile(ctx app.Context, most int, done func(ctx app.Context, text string)) (size int) {
	chooser := Of(ctx.JSSrc())
	file := chooser.Get("files").Index(0)
	if bytes, ok := file.Get("size").Number(); ok {
		size = int(bytes)
	}
	var text Value
	if size <= most {
		text = file.Call("text")
	}
	chooser.Set("value", "")
	if text.Missing() {
		return size // no file was chosen, or one too large
	}
	settled(text, func(content Value, ok bool) {
		if ok {
			Dispatch(ctx, func(ctx app.Context) { done(ctx, content.Text()) })
		}
	})
	return size
}

func textBlob(text, kind string) Value {
	if strings.HasPrefix(kind, "text/") {
		kind += ";charset=utf-8"
	}
	return blob(text, kind)
}

func blob(part any, kind string) Value {
	return window().Get("Blob").New([]any{part}, map[string]any{"type": kind})
}

// addressLife is for how many milliseconds the address of a download is kept, so
// that the browser has begun to read it.
const addressLife = 10_000

func download(name string, file Value) {
	urls := window().Get("URL")
	address := urls.Call("createObjectURL", file)
	if address.Missing() {
		return
	}
	link := document().Call("createElement", "a")
	link.Set("href", address)
	link.Set("download", name)
	link.Call("click")
	var revoke app.Func
	revoke = callback(func(Value) {
		urls.Call("revokeObjectURL", address)
		revoke.Release()
	})
	window().Call("setTimeout", revoke, addressLife)
}
