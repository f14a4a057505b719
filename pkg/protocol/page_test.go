package protocol

import (
	"bytes"
	"encoding/json"
	"os"
	"strings"
	"testing"
	"time"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/session"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

func schema(t testing.TB) *jsonschema.Schema {
	t.Helper()
	text, err := os.ReadFile("../../web/firstneuron-1.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	// As pkg/bundle does.
	text = bytes.ReplaceAll(text, []byte("{{languages}}"), []byte(strings.Join(experiment.LanguageCodes(), `", "`)))
	document, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	compiler := jsonschema.NewCompiler()
	if err := compiler.AddResource("firstneuron-1.json", document); err != nil {
		t.Fatal(err)
	}
	s, err := compiler.Compile("firstneuron-1.json")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// check validates a message as a parent gets it.
func check(t testing.TB, s *jsonschema.Schema, message any) {
	t.Helper()
	text, err := json.Marshal(message)
	if err != nil {
		t.Fatalf("a message is no JSON: %v", err)
	}
	document, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Validate(document); err != nil {
		t.Errorf("%s is not what the schema says: %v", text, err)
	}
}

// page runs a session without a browser. It trains to the end at once.
type page struct{ session.Machine }

func newPage(fragment string) *page { return &page{session.NewMachine(session.New(fragment))} }

func (p *page) send(messages ...session.Msg) {
	for _, m := range messages {
		p.Send(m, func(effect session.Effect) {
			if message, ok := p.Work(effect, time.Now().Add(time.Minute)); ok && message != nil {
				p.send(message)
			}
		})
	}
}

// ask has the page answer a request, and checks both with the schema.
func (p *page) ask(t testing.TB, s *jsonschema.Schema, request map[string]any) map[string]any {
	t.Helper()
	r, err := ReadRequest(plain{request})
	if err != nil {
		t.Fatalf("ReadRequest(%v): %v", request, err)
	}
	messages, failure := r.Messages(p.Session)
	p.send(messages...)
	var result any
	if failure == nil {
		result, failure = r.Result(p.Session)
	}
	answer := r.Answer(result, failure)
	if s != nil {
		check(t, s, answer)
	}
	return answer
}

func request(method string, params map[string]any) map[string]any {
	return map[string]any{"id": 1.0, "method": method, "params": params}
}
