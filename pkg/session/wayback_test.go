package session

import (
	"reflect"
	"strings"
	"testing"
)

// TestProgressComesBack, and what is none is refused.
func TestProgressComesBack(t *testing.T) {
	p := greeted()
	for i := range 3 {
		tour[i](t, p)
		p.send(StepEntered{})
	}
	text := p.Challenge.Way.Progress()
	way, ok := ReadProgress(text)
	want := p.Challenge.Way
	want.Typed = Draft{}
	if !ok || !reflect.DeepEqual(way, want) {
		t.Errorf("%s is read as %+v, %v, want %+v", text, way, ok, want)
	}
	for _, wrong := range []string{"x", "3,2", "-1,2", "1,99", "1,2;1:2", "1,2;" + strings.Repeat("x", maxProgress)} {
		if way, ok := ReadProgress(wrong); ok {
			t.Errorf("%.20q is read as %+v", wrong, way)
		}
	}
	again := openFirst("")
	again.send(HostOpened{Fragment: "activity=first-neuron"}, Resumed{text})
	if got := again.stepNumber(); got != 3 || again.Score() != p.Score() {
		t.Errorf("resumed at step %d with %v, want step 3 with %v", got, again.Score(), p.Score())
	}
	if got := (Way{}).Progress(); got != "" {
		t.Errorf("who has done nothing has the progress %q", got)
	}
}
