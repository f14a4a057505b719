package ui

import (
	"firstneuron/pkg/experiment/program"
	"firstneuron/pkg/session"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// loadReader brings what reads programs.
func (p *Playground) loadReader(ctx app.Context) {
	p.update(ctx, session.ReaderArrived{Reader: program.Direct{}})
}
