package protocol

import (
	"encoding/json"
	"math"
	"slices"
	"strings"
	"testing"

	"firstneuron/pkg/session"
)

func TestConversation(t *testing.T) {
	s := schema(t)
	for _, m := range []any{Ready(), Welcome(), Refused(), map[string]any{"firstneuron": "hello", "version": 1}, map[string]any{"firstneuron": "height", "height": 1}} {
		check(t, s, m)
	}
	p := newPage("w=0&b=0")
	for _, step := range []struct {
		method string
		params map[string]any
		field  string
		want   any
	}{
		{"getState", nil, "phase", "untrained"},
		{"train", nil, "epoch", 500},
		{"getState", nil, "phase", "finished"},
		{"getState", nil, "score", 100.0},
		{"step", nil, "epoch", 501},
		{"reset", nil, "epoch", 0},
		{"set", map[string]any{"key": "epochs", "value": 7.0}, "fragment", "epochs=7&w=0&b=0"},
		{"set", map[string]any{"key": "epochs", "value": "9"}, "fragment", "epochs=9&w=0&b=0"},
		{"set", map[string]any{"key": "shuffle", "value": false}, "fragment", "epochs=9&shuffle=0&w=0&b=0"},
		{"set", map[string]any{"key": "example", "value": "houses"}, "fragment", "example=houses"},
		{"setLanguage", map[string]any{"lang": "ko"}, "lang", "ko"},
		{"setTheme", map[string]any{"theme": "dark"}, "theme", "dark"},
		{"setState", map[string]any{"fragment": "ask=And&w=0&b=0"}, "asking", true},
		{"setState", map[string]any{"fragment": "ask=And&w=0&b=0&epochs=3", "answer": 19.0}, "answer", 19.0},
		{"predict", map[string]any{"x": 4.0}, "y", 0.0},
		{"pause", nil, "epoch", 0},
		{"setState", map[string]any{"fragment": "xs=1,2&x2=0,1&ys=0,1&predict=1;2"}, "fragment", "xs=1,2&x2=0,1&ys=0,1&predict=1;2"},
		{"predict", map[string]any{"x": []any{0.0, 0.0}}, "y", 0.0},
	} {
		r := request(step.method, step.params)
		check(t, s, r)
		answer := p.ask(t, s, r)
		result, ok := answer["result"].(map[string]any)
		if !ok {
			t.Fatalf("%s answers %v", step.method, answer)
		}
		if got := result[step.field]; got != step.want {
			t.Errorf("%s %v: %s = %v, want %v", step.method, step.params, step.field, got, step.want)
		}
	}
	if known := len(p.Rows); known != len(p.Experiment.Points) {
		t.Errorf("the table has %d rows, the experiment %d points", known, len(p.Experiment.Points))
	}
}

func TestFailures(t *testing.T) {
	s := schema(t)
	for _, test := range []struct {
		fragment, method string
		params           map[string]any
		want             string
	}{
		{"", "explode", nil, UnknownMethod},
		{"", "constructor", nil, UnknownMethod},
		{"", "set", nil, BadParams},
		{"", "set", map[string]any{"key": "epochs"}, BadParams},
		{"", "set", map[string]any{"key": "epochs", "value": []any{}}, BadParams},
		{"", "set", map[string]any{"key": "colour", "value": "red"}, UnknownKey},
		{"", "set", map[string]any{"key": "epochs", "value": -1.0}, InvalidValue},
		{"", "set", map[string]any{"key": "epochs", "value": math.Inf(1)}, BadParams},
		{"", "setState", nil, BadParams},
		{"", "setState", map[string]any{"fragment": 1.0}, BadParams},
		{"", "setState", map[string]any{"fragment": "", "answer": "x"}, BadParams},
		{"", "predict", map[string]any{"x": "1"}, BadParams},
		{"", "predict", map[string]any{"x": math.NaN()}, BadParams},
		{"", "predict", map[string]any{"x": 1e300}, BadParams},
		{"layers=1:exponential", "predict", map[string]any{"x": 1e9}, NotFinite},
		{"", "predict", map[string]any{"x": []any{1.0, 2.0}}, BadParams},
		{"set=xor:1", "predict", map[string]any{"x": 1.0}, BadParams},
		{"set=xor:1", "predict", map[string]any{"x": []any{1.0, "2"}}, BadParams},
		{"", "setLanguage", map[string]any{"lang": "tlh"}, InvalidValue},
		{"", "setTheme", nil, BadParams},
		{"ask=first", "train", nil, AnswerWanted},
		{"ask=first", "step", nil, AnswerWanted},
	} {
		p := newPage(test.fragment)
		before := p.Experiment
		answer := p.ask(t, s, request(test.method, test.params))
		failure, _ := answer["error"].(map[string]any)
		if failure["code"] != test.want {
			t.Errorf("#%s %s %v answers %v, want %s", test.fragment, test.method, test.params, answer, test.want)
		}
		if !p.Experiment.Equal(before) || p.Run.Timeline.Last().Epoch != 0 {
			t.Errorf("#%s %s %v changes the experiment", test.fragment, test.method, test.params)
		}
	}
}

// nested is a value of lists, so many deep.
func nested(depth int) any {
	if depth == 0 {
		return 1.0
	}
	return []any{nested(depth - 1)}
}

func TestMalformedMessagesAreDropped(t *testing.T) {
	for name, m := range map[string]any{
		"nothing": nil, "text": "train", "number": 1.0, "list": []any{"train"}, "empty": map[string]any{},
		"no id":         map[string]any{"method": "train"},
		"no method":     map[string]any{"id": 1.0},
		"empty method":  map[string]any{"id": 1.0, "method": ""},
		"method number": map[string]any{"id": 1.0, "method": 1.0},
		"long method":   map[string]any{"id": 1.0, "method": strings.Repeat("x", 101)},
		"id object":     map[string]any{"id": map[string]any{}, "method": "train"},
		"long id":       map[string]any{"id": strings.Repeat("x", 101), "method": "train"},
		"id no number":  map[string]any{"id": math.NaN(), "method": "train"},
		"params text":   map[string]any{"id": 1.0, "method": "train", "params": "all"},
		"function":      map[string]any{"id": 1.0, "method": "train", "params": map[string]any{"f": func() {}}},
		"too deep":      map[string]any{"id": 1.0, "method": "train", "params": map[string]any{"x": nested(MaxDepth)}},
		"too large":     map[string]any{"id": 1.0, "method": "train", "params": map[string]any{"x": strings.Repeat("x", MaxBytes)}},
		"long key":      map[string]any{"id": 1.0, "method": "train", "params": map[string]any{strings.Repeat("x", MaxBytes): 1.0}},
		"too many":      map[string]any{"id": 1.0, "method": "train", "params": map[string]any{"x": slices.Repeat([]any{1.0}, MaxValues)}},
	} {
		if r, err := ReadRequest(plain{m}); err == nil {
			t.Errorf("%s is read as %v, want it dropped", name, r)
		}
	}
	if _, err := ReadRequest(plain{map[string]any{"id": "a", "method": "train", "params": map[string]any{"x": nested(MaxDepth - 2)}}}); err != nil {
		t.Errorf("a message of depth 8 is dropped: %v", err)
	}
}

func TestHello(t *testing.T) {
	for _, test := range []struct {
		message any
		version float64
		ok      bool
	}{
		{map[string]any{"firstneuron": "hello", "version": 1.0}, 1, true},
		{map[string]any{"firstneuron": "hello", "version": 2.0}, 2, true},
		{map[string]any{"firstneuron": "hello", "version": "1"}, 0, false},
		{map[string]any{"firstneuron": "hello"}, 0, false},
		{map[string]any{"firstneuron": "ready", "version": 1.0}, 0, false},
		{map[string]any{"context": "h5p", "action": "hello"}, 0, false},
		{nil, 0, false},
		{"hello", 0, false},
		{[]any{}, 0, false},
	} {
		version, ok := IsHello(plain{test.message})
		if ok != test.ok || version != test.version {
			t.Errorf("IsHello(%v) = %v, %v; want %v, %v", test.message, version, ok, test.version, test.ok)
		}
	}
}

func FuzzRequest(f *testing.F) {
	for _, seed := range []string{
		`{"id":1,"method":"setState","params":{"fragment":"epochs=3&auto=1"}}`, `{"id":"a","method":"predict","params":{"x":1e308}}`,
		`{"id":1,"method":"set","params":{"key":"layers","value":"3:tanh,1"}}`, `{"id":1,"method":"train"}`, `[[[[[[[[[[]]]]]]]]]]`, `null`,
		`{"id":1,"method":"set","params":{"key":"xs","value":"1,2,3,4,5,6"}}`,
	} {
		f.Add([]byte(seed))
	}
	s := schema(f)
	f.Fuzz(func(t *testing.T, text []byte) {
		var m any
		if json.Unmarshal(text, &m) != nil {
			return
		}
		IsHello(plain{m})
		r, err := ReadRequest(plain{m})
		if err != nil {
			return
		}
		current := session.New("epochs=2&w=0&b=0")
		messages, failure := r.Messages(current)
		for _, msg := range messages {
			current, _ = session.Update(current, msg)
		}
		if known := len(current.Rows); known < len(current.Experiment.Points) {
			t.Fatalf("%s: the table has %d rows, the experiment %d points", text, known, len(current.Experiment.Points))
		}
		var result any
		if failure == nil {
			result, failure = r.Result(current)
		}
		check(t, s, r.Answer(result, failure))
	})
}
