package ui

import (
	"firstneuron/pkg/experiment/reader"
	"firstneuron/pkg/session"
	"firstneuron/pkg/ui/dom"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// loadReader loads what reads programs, and tells the session what has come of it.
func (p *Playground) loadReader(ctx app.Context) {
	dom.LoadReader(func(ask func([]byte) ([]byte, bool), ok bool) {
		dom.Dispatch(ctx, func(ctx app.Context) {
			if !ok {
				p.update(ctx, session.ReaderFailed{})
				return
			}
			p.update(ctx, session.ReaderArrived{Reader: reader.New(ask)})
		})
	})
}
