package ui

import (
	"strings"
	"testing"

	"firstneuron/pkg/session"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// TestThePlaygroundsRulesAreASetting of two inputs, on where a link needs them; with one
// input there is no such box, unless a link has it.
func TestThePlaygroundsRulesAreASetting(t *testing.T) {
	for link, want := range map[string][2]bool{
		"":          {false, false},
		"set=xor:1": {true, false},
		"activation=tanh&batchSize=12&dataset=circle&seed=0.97800": {true, true},
		"activation=tanh&batchSize=10&dataset=circle&seed=0.97800": {true, false},
		"playground=1&batch=4": {true, true},
	} {
		setup := newSetup("en", session.New(link))
		if setup.Ruled != want[0] || setup.Rules != want[1] {
			t.Errorf("%s: the box is there %v and on %v, want %v", link, setup.Ruled, setup.Rules, want)
		}
		if has := strings.Contains(app.HTMLString(setup.Render()), "Rules of TensorFlow Playground"); has != want[0] {
			t.Errorf("%s: the box is drawn %v", link, has)
		}
	}
}
