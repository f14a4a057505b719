package maker

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/session"
	"firstneuron/pkg/ui/i18n"
	"firstneuron/pkg/ui/widget"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// fieldID is the element ID of a field of the desk.
func fieldID(field string) string { return "maker-" + strings.ReplaceAll(field, ".", "-") }

// fieldTarget is a field of the desk, its words in a language.
type fieldTarget struct{ Field, Lang string }

func (t fieldTarget) Typed(text string) session.Msg {
	return session.MakerTyped{Field: t.Field, Lang: t.Lang, Text: text}
}

func (fieldTarget) Left() session.Msg { return nil }

// words is a box for words, which says how many characters are left before there are too
// many, and what the words are in another language where there are none in this one.
func (d *Dialog) words(field, label string, rows int) app.UI {
	words, limit := session.Maker{Draft: d.Draft, Step: d.Step}.Words(field)
	written, elsewhere := words.Exactly(d.Writes), ""
	if written == "" && len(words) > 0 {
		elsewhere = i18n.For(d.Lang).Text("maker.elsewhere", "text", words.In(d.Writes))
	}
	return d.text(field, label, written, elsewhere, limit, rows)
}

// text is a box for a text of at most limit characters; elsewhere is the hint of an empty
// one.
func (d *Dialog) text(field, label, written, elsewhere string, limit, rows int) app.UI {
	id := fieldID(field)
	if draft, ok := d.Drafts[field]; ok {
		written = draft.Text
	}
	hint, count := "", utf8.RuneCountInString(written)
	message := widget.ProblemText(d.Lang, experiment.TextTooLong(written, limit))
	switch {
	case count*4 > limit*3:
		hint = i18n.For(d.Lang).Text("maker.count", "count", strconv.Itoa(count), "max", strconv.Itoa(limit))
	case written == "":
		hint = elsewhere
	}
	return app.Div().Class("field").Body(
		app.Elem("label").Attr("for", id).Text(label),
		&widget.TextBox{ID: id, Target: fieldTarget{field, d.Writes}, Text: written, Error: message, Hint: hint != "", Rows: rows},
		app.P().ID(id+"-hint").Class("hint").Text(hint),
		widget.ErrorText(id, message),
	)
}

// number is a box for a number with a label above it.
func (d *Dialog) number(field, label, value string) app.UI {
	id := fieldID(field)
	return app.Div().Class("field").Body(
		app.Elem("label").Attr("for", id).Text(label),
		d.numberBox(field, "", value),
		widget.ErrorText(id, widget.ProblemText(d.Lang, d.Drafts[field].Problem)),
	)
}

// numberBox is the box alone, named where no label names it.
func (d *Dialog) numberBox(field, name, value string) *widget.TextBox {
	if draft, ok := d.Drafts[field]; ok {
		value = draft.Text
	}
	return &widget.TextBox{
		ID: fieldID(field), Target: fieldTarget{Field: field}, Name: name, Text: value, Error: widget.ProblemText(d.Lang, d.Drafts[field].Problem),
	}
}
