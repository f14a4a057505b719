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

// File is a file that the learner has chosen or dropped.
type File struct {
	Name  string
	Bytes int
	value Value
}

func fileOf(v Value) (file File, ok bool) {
	bytes, ok := v.Get("size").Number()
	return File{Name: v.Get("name").Text(), Bytes: int(bytes), value: v}, ok
}

// Read reads the text of the file.
func (f File) Read(ctx app.Context, done func(ctx app.Context, text string)) {
	text := f.value.Call("text")
	if text.Missing() {
		return
	}
	settled(text, func(content Value, ok bool) {
		if ok {
			Dispatch(ctx, func(ctx app.Context) { done(ctx, content.Text()) })
		}
	})
}

// ReadBytes reads the bytes of the file.
func (f File) ReadBytes(ctx app.Context, done func(ctx app.Context, data string)) {
	buffer := f.value.Call("arrayBuffer")
	if buffer.Missing() {
		return
	}
	settled(buffer, func(content Value, ok bool) {
		bytes := window().Get("Uint8Array").New(content)
		data := make([]byte, min(bytes.Length(), f.Bytes))
		if ok && attempt(func() { app.CopyBytesToGo(data, bytes.v) }) {
			Dispatch(ctx, func(ctx app.Context) { done(ctx, string(data)) })
		}
	})
}

// ChosenFile returns the file that was chosen in the control that an event is from.
// The same file can be chosen again, once it is corrected.
func ChosenFile(ctx app.Context) (file File, ok bool) {
	chooser := Of(ctx.JSSrc())
	file, ok = fileOf(chooser.Get("files").Index(0))
	chooser.Set("value", "")
	return file, ok
}

// DroppedFile returns the file that a drop brings.
func DroppedFile(e app.Event) (file File, ok bool) {
	return fileOf(Of(e.Value).Get("dataTransfer").Get("files").Index(0))
}

// DragsFile reports whether what is dragged is a file.
func DragsFile(e app.Event) bool {
	types := Of(e.Value).Get("dataTransfer").Get("types")
	for i := range min(types.Length(), 20) {
		if types.Index(i).Text() == "Files" {
			return true
		}
	}
	return false
}

// ReadFile reads the file that was chosen in the control that an event is from,
// and returns its size in bytes. One of more than most bytes is not read at all.
func ReadFile(ctx app.Context, most int, done func(ctx app.Context, text string)) (size int) {
	file, ok := ChosenFile(ctx)
	if ok && file.Bytes <= most {
		file.Read(ctx, done)
	}
	return file.Bytes
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
