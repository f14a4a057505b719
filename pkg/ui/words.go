package ui

import (
	"errors"

	"firstneuron/pkg/session"
	"firstneuron/pkg/ui/dom"
	"firstneuron/pkg/ui/i18n"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// loadWords fetches the words of a language, unless they are here, and tells the session
// what has come of it.
func (p *Playground) loadWords(ctx app.Context, lang string) {
	arrived := func(ctx app.Context) {
		p.update(ctx, session.WordsArrived{Lang: lang, Words: i18n.For(lang)})
	}
	if i18n.Has(lang) {
		arrived(ctx)
		return
	}
	dom.LoadWords(lang, func(file string, ok bool) {
		dom.Dispatch(ctx, func(ctx app.Context) {
			if got, err := i18n.Add(file); !ok || err != nil || got != lang {
				p.update(ctx, session.WordsFailed{Lang: lang})
				return
			}
			arrived(ctx)
		})
	})
}

// errWords is the error of a page that boot.js has started without its words.
var errWords = errors.New("ui: the page has no words in any language: boot.js starts it with those of one")
