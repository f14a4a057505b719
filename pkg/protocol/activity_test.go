package protocol

import (
	"reflect"
	"testing"
	"time"

	"firstneuron/pkg/session"
)

// TestAnActivityIsTold: its steps, answers and score, and how far it is, from which
// another page goes on.
func TestAnActivityIsTold(t *testing.T) {
	s := session.New("activity=first-neuron")
	o := NewOutbox(s)
	send := func(m session.Msg) {
		s, _ = session.Update(s, m)
		o.Observe(s)
	}
	send(session.AnswerTyped{Text: "20"})
	send(session.AnswerGiven{})
	send(session.StepEntered{})
	events, _ := o.Due(time.Now())
	told := map[any]map[string]any{}
	for _, event := range events {
		told[event["event"]] = event
	}
	if got := told["answered"]; got["step"] != 1 || got["kind"] != "mark" || got["answer"] != 20.0 || got["right"] != nil {
		t.Errorf("answered: %v", got)
	}
	if got := told["step"]; got["step"] != 2 || got["steps"] != 7 {
		t.Errorf("step: %v", got)
	}
	if got := told["completed"]; got["score"] != s.Score() || got["completed"] != false || got["step"] != 1 {
		t.Errorf("completed: %v", got)
	}
	state := State(s)
	want := []any{20.0, nil, nil, nil, nil, nil, nil}
	if state["activity"] != "first-neuron" || state["step"] != 2 || state["steps"] != 7 || !reflect.DeepEqual(state["answers"], want) {
		t.Errorf("state: %v", state)
	}
	r := Request{ID: 1.0, Method: "setState", Params: map[string]any{"fragment": state["fragment"], "progress": state["progress"]}}
	again := session.New("")
	messages, failure := r.Messages(again)
	if failure != nil {
		t.Fatal(failure)
	}
	for _, m := range messages {
		again, _ = session.Update(again, m)
	}
	if got := State(again); got["step"] != 2 || !reflect.DeepEqual(got["answers"], want) || got["score"] != state["score"] {
		t.Errorf("another page goes on at %v", got)
	}
	r.Params["progress"] = "x"
	if _, failure := r.Messages(again); failure == nil || failure.Code != BadParams {
		t.Errorf("the progress “x” is taken: %v", failure)
	}
	if got := State(session.New("")); got["activity"] != nil || got["step"] != nil || got["answers"] != nil {
		t.Errorf("without an activity: %v", got)
	}
}
