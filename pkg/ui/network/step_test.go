package network

import (
	"math"
	"strings"
	"testing"
	"time"

	"firstneuron/pkg/session"
)

// stepping opens a step of a link in a phase, and draws the network.
func stepping(t *testing.T, fragment string, phase int) *Panel {
	t.Helper()
	m := session.NewMachine(session.New(fragment))
	for _, message := range []session.Msg{session.StepTraceOpened{Open: true}, session.StepPhaseChosen{Phase: phase}} {
		m.Send(message, func(effect session.Effect) { m.Work(effect, time.Now().Add(time.Minute)) })
		for !m.Idle() {
			for _, found := range m.WorkOnJobs(time.Now().Add(time.Minute)) {
				m.Send(found, func(effect session.Effect) { m.Work(effect, time.Now().Add(time.Minute)) })
			}
		}
	}
	p := New("en", m.Session)
	p.width, p.height = 320, 240
	return p
}

// TestArrowsGoDownhill: from w = 0, b = 0 both weights are to grow, the weight far
// more than the bias; the rate shortens the arrows.
func TestArrowsGoDownhill(t *testing.T) {
	p := stepping(t, "w=0&b=0", 2)
	labels := p.draw().Labels
	whole := p.arrows()
	if len(whole) != 2 || !(whole[0].Length > whole[1].Length) || !(whole[1].Length > 0) {
		t.Fatalf("the arrows are %v, want two upwards, the weight's longer", whole)
	}
	if !told(labels, "w = 0, slope −17.67") || !told(labels, "b = 0, slope −4") {
		t.Errorf("the labels are %v, want the slopes in them", labels)
	}
	p = stepping(t, "w=0&b=0", 3)
	labels = p.draw().Labels
	for i, a := range p.arrows() {
		if !(math.Abs(a.Length) <= math.Abs(whole[i].Length)) || a.Full != whole[i].Full || i == 0 && a.Length >= a.Full {
			t.Errorf("arrow %d is %v after the rate, was %v", i, a, whole[i])
		}
	}
	if !told(labels, "w = 0 → 0.1767") {
		t.Errorf("the labels are %v, want the new weight in them", labels)
	}
	p = stepping(t, "w=10&b=-10", 2)
	p.draw()
	if a := p.arrows(); len(a) != 2 || a[0].Length >= 0 {
		t.Errorf("from w = 10 the arrows are %v, want the weight's downwards", a)
	}
	for phase := range session.StepPhases {
		net := stepping(t, "layers=3,1", phase)
		if net.draw(); len(net.arrows()) > 0 {
			t.Errorf("a net has the arrows %v", net.arrows())
		}
	}
}

func told(labels []Label, text string) bool {
	for _, label := range labels {
		if strings.Contains(label.Text, text) {
			return true
		}
	}
	return false
}
