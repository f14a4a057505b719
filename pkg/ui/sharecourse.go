package ui

import (
	"errors"

	"firstneuron/pkg/scorm"
	"firstneuron/pkg/ui/i18n"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// siteList is the file of the site that names those which a package needs.
const siteList = "./files.json"

// course offers the experiment as a package for course systems, which frames
// this page or has the whole of it inside.
func (d *shareDialog) course() app.UI {
	text := i18n.For(d.Lang).Text
	said, failed := "", ""
	switch d.packing {
	case packingUnderWay:
		said = text("share.packing")
	case packingFailed, packingNoAddress:
		failed = text("share." + string(d.packing))
	}
	return app.Elem("fieldset").Class("file").Body(
		app.Elem("legend").Text(text("share.course")),
		app.Div().Class("buttons").Body(
			app.Button().Type("button").Text(text("share.course_thin")).OnClick(d.onThinPackage),
			app.Button().Type("button").Text(text("share.course_full")).OnClick(d.onFullPackage),
		),
		app.P().Class("hint").Text(text("share.course_hint")),
		app.P().Class("hint").Role("status").Text(said),
		app.P().Class("error").Role("alert").Text(failed),
	)
}

// packing is how far a package is; "" before one is asked for and after it is
// handed over.
type packing string

const (
	packingUnderWay  packing = "packing"
	packingFailed    packing = "packing_failed"
	packingNoAddress packing = "packing_no_address"
)

func (d *shareDialog) onThinPackage(app.Context, app.Event) { d.hand(d.Course) }

// onFullPackage fetches the site's own files, which the browser has at hand, to
// put them inside.
func (d *shareDialog) onFullPackage(ctx app.Context, _ app.Event) {
	if d.packing == packingUnderWay {
		return
	}
	d.packing = packingUnderWay
	course := d.Course
	course.Address = ""
	collected := func(files []scorm.File, ok bool) {
		ctx.Dispatch(func(app.Context) {
			if !ok {
				d.packing = packingFailed
				return
			}
			course.Site = files
			d.hand(course)
		})
	}
	fetched(siteList, "json", func(list app.Value, ok bool) {
		if !ok {
			collected(nil, false)
			return
		}
		names := make([]string, list.Length())
		for i := range names {
			names[i] = list.Index(i).String()
		}
		collect(names, nil, collected)
	})
}

// hand gives the package to the author.
func (d *shareDialog) hand(course scorm.Package) {
	data, err := course.Zip()
	switch {
	case errors.Is(err, scorm.ErrAddress):
		d.packing = packingNoAddress
	case err != nil:
		d.packing = packingFailed
	default:
		d.packing = ""
		bytes := app.Window().Get("Uint8Array").New(len(data))
		app.CopyBytesToJS(bytes, data)
		download("first-neuron-scorm.zip", app.Window().Get("Blob").New([]any{bytes}, map[string]any{"type": "application/zip"}))
	}
}

// collect fetches files one after the other, to go with those that are there.
func collect(names []string, files []scorm.File, done func(files []scorm.File, ok bool)) {
	if len(names) == 0 {
		done(files, true)
		return
	}
	fetched("./"+names[0], "arrayBuffer", func(buffer app.Value, ok bool) {
		if !ok {
			done(nil, false)
			return
		}
		bytes := app.Window().Get("Uint8Array").New(buffer)
		file := scorm.File{Name: names[0], Data: make([]byte, bytes.Length())}
		app.CopyBytesToGo(file.Data, bytes)
		collect(names[1:], append(files, file), done)
	})
}

// fetched fetches a file of the site and reads it by a method of the response.
func fetched(name, method string, done func(content app.Value, ok bool)) {
	settled(app.Window().Call("fetch", name), func(response app.Value, ok bool) {
		if !ok || !response.Get("ok").Bool() {
			done(nil, false)
			return
		}
		settled(response.Call(method), done)
	})
}

// settled waits for a promise, whichever way it ends.
func settled(promise app.Value, done func(v app.Value, ok bool)) {
	var kept, broken app.Func
	end := func(ok bool) app.Func {
		return app.FuncOf(func(_ app.Value, args []app.Value) any {
			kept.Release()
			broken.Release()
			done(args[0], ok)
			return nil
		})
	}
	kept, broken = end(true), end(false)
	promise.Call("then", kept, broken)
}
