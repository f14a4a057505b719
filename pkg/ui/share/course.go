package share

import (
	"errors"

	"firstneuron/pkg/scorm"
	"firstneuron/pkg/ui/dom"
	"firstneuron/pkg/ui/i18n"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// siteList is the file of the site that lists the files of a package.
const siteList = "./files.json"

// Course offers an experiment as a package for course systems, which frames this page or
// has the whole of it inside.
type Course struct {
	app.Compo

	Lang string
	// Package is the thin one.
	Package scorm.Package

	// packing is how far a package is.
	packing packing
}

// Render shows the two buttons, and what has come of them.
func (c *Course) Render() app.UI {
	text := i18n.For(c.Lang).Text
	said, failed := "", ""
	switch c.packing {
	case packingUnderWay:
		said = text("share.packing")
	case packingFailed, packingNoAddress, packingWithheld:
		failed = text("share." + string(c.packing))
	}
	return app.Elem("fieldset").Class("file").Body(
		app.Elem("legend").Text(text("share.course")),
		app.Div().Class("buttons").Body(
			app.Div().Body(app.If(reachable(c.Package.Address), func() app.UI {
				return app.Button().Type("button").Text(text("share.course_thin")).OnClick(c.onThinPackage)
			})),
			app.Button().Type("button").Text(text("share.course_full")).OnClick(c.onFullPackage),
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
	packingWithheld  packing = "packing_withheld"
)

func (c *Course) onThinPackage(app.Context, app.Event) { c.deliver(c.Package) }

// onFullPackage fetches the site's own files, which the browser has cached, and puts
// them into the package.
func (c *Course) onFullPackage(ctx app.Context, _ app.Event) {
	if c.packing == packingUnderWay {
		return
	}
	c.packing = packingUnderWay
	course := c.Package
	course.Address = ""
	collected := func(files []scorm.File, ok bool) {
		dom.Dispatch(ctx, func(app.Context) {
			if !ok {
				c.packing = packingFailed
				return
			}
			course.Site = files
			c.deliver(course)
		})
	}
	dom.FetchList(siteList, func(names []string, ok bool) {
		if !ok {
			collected(nil, false)
			return
		}
		collect(names, nil, collected)
	})
}

// deliver gives the package to the author.
func (c *Course) deliver(course scorm.Package) {
	data, err := course.Zip()
	switch {
	case errors.Is(err, scorm.ErrAddress):
		c.packing = packingNoAddress
	case err != nil:
		c.packing = packingFailed
	default:
		c.packing = ""
		dom.DownloadBytes("first-neuron-scorm.zip", data, "application/zip")
		if !dom.MayDownload() {
			c.packing = packingWithheld
		}
	}
}

// collect fetches files one after the other, to go with those that are there.
func collect(names []string, files []scorm.File, done func(files []scorm.File, ok bool)) {
	if len(names) == 0 {
		done(files, true)
		return
	}
	dom.FetchBytes("./"+names[0], func(data []byte, ok bool) {
		if !ok {
			done(nil, false)
			return
		}
		collect(names[1:], append(files, scorm.File{Name: names[0], Data: data}), done)
	})
}
