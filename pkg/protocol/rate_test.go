package protocol

import (
	"slices"
	"testing"
	"time"

	"firstneuron/pkg/session"
)

func TestAllowance(t *testing.T) {
	var a Allowance
	at := time.Unix(0, 0)
	count := func() (n int) {
		for range 10_000 {
			if a.Take(at) {
				n++
			}
		}
		return n
	}
	if n := count(); n != PerSecond {
		t.Errorf("of 10,000 at once %d are let through, want %d", n, PerSecond)
	}
	at = at.Add(100 * time.Millisecond)
	if n := count(); n != PerSecond/10 {
		t.Errorf("a tenth of a second later %d more, want %d", n, PerSecond/10)
	}
	at = at.Add(time.Hour)
	if n := count(); n != PerSecond {
		t.Errorf("an hour later %d more, want %d", n, PerSecond)
	}
}

// TestEventsAndTheirRates edits a live session sixty times a second, so that
// it trains each time, and counts what the parent hears in a second.
func TestEventsAndTheirRates(t *testing.T) {
	s := schema(t)
	p := newPage("w=0&b=0&goal=loss:0.001,diverge")
	o := NewOutbox(p.Session)
	now, heard := time.Unix(0, 0), map[string]int{}
	var completed []any
	listen := func() {
		events, wait := o.Due(now)
		for _, e := range events {
			check(t, s, e)
			heard[e["event"].(string)]++
			if e["event"] == "completed" {
				completed = append(completed, e["score"], e["completed"])
			}
		}
		if wait == 0 {
			t.Fatal("Due asks to be asked again at once")
		}
	}
	p.send(session.AutoTrainChosen{On: true}) // as once a training has been seen
	for i := range 60 {
		p.send(session.SettingTyped{Key: "batch", Text: []string{"6", "32"}[i%2]})
		o.Observe(p.Session)
		o.Resized(600 + i)
		listen()
		now = now.Add(time.Second / 60)
	}
	for event, most := range map[string]int{"state": 4, "epoch": 10, "trained": 10, "resize": 10, "completed": 1} {
		if heard[event] > most || heard[event] == 0 {
			t.Errorf("%d × %s in a second, want 1 to %d", heard[event], event, most)
		}
	}
	p.send(session.SettingTyped{Key: "lr", Text: "1"})
	o.Observe(p.Session)
	p.send(session.SettingTyped{Key: "lr", Text: "0.01"}, session.SettingTyped{Key: "w", Text: "x"}, session.TrainPressed{})
	o.Observe(p.Session)
	for range 10 {
		now = now.Add(time.Second)
		listen()
	}
	if want := []any{50.0, false, 100.0, true}; !slices.Equal(completed, want) {
		t.Errorf("completed says %v, want %v", completed, want)
	}
	if heard["error"] != 1 {
		t.Errorf("%d errors, want one about the weight x", heard["error"])
	}
	if events, wait := o.Due(now.Add(time.Hour)); len(events) > 0 || wait >= 0 {
		t.Errorf("with nothing new there are events %v, wait %v", events, wait)
	}
}

// TestStateThatCameBackIsTold: who waits for the end of a training hears of it
// although the learner has gone back to the state that was told last, whether
// the training had ended by then or not.
func TestStateThatCameBackIsTold(t *testing.T) {
	for name, ended := range map[string]bool{"after its end": true, "under way": false} {
		p := newPage("w=0&b=0")
		o := NewOutbox(p.Session)
		if ended {
			p.send(session.TrainPressed{})
		} else {
			p.Session, _ = session.Update(p.Session, session.TrainPressed{})
		}
		o.Observe(p.Session)
		p.send(session.ResetPressed{})
		o.Observe(p.Session)
		last := ""
		for now := time.Unix(0, 0); now.Before(time.Unix(9, 0)); now = now.Add(time.Second) {
			events, _ := o.Due(now)
			for _, e := range events {
				if state, ok := e["state"].(map[string]any); ok {
					last, _ = state["phase"].(string)
				}
			}
		}
		if last != "untrained" {
			t.Errorf("%s: the last that a parent hears is %q, want untrained", name, last)
		}
	}
}
