package protocol

import (
	"errors"
	"math"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/session"
)

// Request is a message in which the parent asks for something.
type Request struct {
	// ID is the parent's, a text or a number; the answer has it too.
	ID     any
	Method string
	Params map[string]any
}

// Failure says why a request failed.
type Failure struct {
	// Code is for programs, Message for those who write them.
	Code, Message string
}

// The codes of failures.
const (
	UnknownMethod = "unknown_method"
	BadParams     = "bad_params"
	UnknownKey    = "unknown_key"
	InvalidValue  = "invalid_value"
	AnswerWanted  = "answer_wanted"
	CannotTrain   = "cannot_train"
	NotFinite     = "not_finite"
)

// Codes returns the code of every failure.
func Codes() []string {
	return []string{UnknownMethod, BadParams, UnknownKey, InvalidValue, AnswerWanted, CannotTrain, NotFinite}
}

var errNoRequest = errors.New("protocol: the message is no request: want an object with id and method")

// maxName is how long an ID or the name of a method may be.
const maxName = 100

// ReadRequest reads a message that came over the port. Drop the message when it
// returns an error.
func ReadRequest(v Value) (Request, error) {
	message, err := read(v)
	if err != nil {
		return Request{}, err
	}
	fields, ok := message.(map[string]any)
	if !ok {
		return Request{}, errNoRequest
	}
	r := Request{ID: fields["id"]}
	switch id := r.ID.(type) {
	case string:
		ok = len(id) <= maxName
	case float64:
		ok = finite(id)
	default:
		ok = false
	}
	if r.Method, _ = fields["method"].(string); !ok || r.Method == "" || len(r.Method) > maxName {
		return Request{}, errNoRequest
	}
	if params, given := fields["params"]; given && params != nil {
		if r.Params, ok = params.(map[string]any); !ok {
			return Request{}, errNoRequest
		}
	}
	return r, nil
}

// Messages translates the request into messages to the session; a Failure says
// why it cannot.
func (r Request) Messages(s session.Session) ([]session.Msg, *Failure) {
	for _, m := range methods {
		if m.name == r.Method {
			return m.messages(r, s)
		}
	}
	return nil, &Failure{UnknownMethod, "there is no such method; welcome lists those there are"}
}

// Result returns the result of a request. Call it after Messages, with the session
// that the messages have changed.
func (r Request) Result(s session.Session) (any, *Failure) {
	if r.Method != "predict" {
		return State(s), nil
	}
	x := r.Params["x"]
	at, ok := placeOf(x, s.Experiment.Inputs)
	if !ok {
		return nil, wantsPlace(s.Experiment.Inputs)
	}
	ys := s.PredictAt(s.Shown().Params, at)
	if len(ys) != 1 || !finite(ys[0]) {
		return nil, &Failure{NotFinite, "the model's answer is no finite number"}
	}
	return object("x", x, "y", ys[0]), nil
}

// Answer returns the message that answers the request.
func (r Request) Answer(result any, failure *Failure) map[string]any {
	if failure != nil {
		return object("id", r.ID, "error", object("code", failure.Code, "message", failure.Message))
	}
	return object("id", r.ID, "result", result)
}

// A method is something that a parent can ask for.
type method struct {
	name     string
	messages func(r Request, s session.Session) ([]session.Msg, *Failure)
}

var methods = []method{
	{"getState", sends()},
	{"setState", setState},
	{"train", train(session.TrainPressed{AtOnce: true})},
	{"pause", sends(session.PausePressed{})},
	{"step", train(session.StepPressed{})},
	{"reset", sends(session.ResetPressed{})},
	{"set", set},
	{"predict", predict},
	{"setLanguage", choose("lang")},
	{"setTheme", choose("theme")},
}

// sends returns the function of a method that always sends the same messages.
func sends(messages ...session.Msg) func(Request, session.Session) ([]session.Msg, *Failure) {
	return func(Request, session.Session) ([]session.Msg, *Failure) { return messages, nil }
}

// train returns the function of a method that trains. It fails while the learner
// owes an answer, or while the experiment has problems.
func train(m session.Msg) func(Request, session.Session) ([]session.Msg, *Failure) {
	return func(_ Request, s session.Session) ([]session.Msg, *Failure) {
		if s.AwaitingAnswer() {
			return nil, &Failure{AnswerWanted, "the learner has to answer the author's question first"}
		}
		if problems := s.Problems(); len(problems) > 0 {
			return nil, &Failure{CannotTrain, problems[0].Error()}
		}
		return []session.Msg{m}, nil
	}
}

// setState opens a fragment. It also answers the fragment's question when the
// parent gives the answer that the learner gave before.
func setState(r Request, _ session.Session) ([]session.Msg, *Failure) {
	fragment, ok := r.Params["fragment"].(string)
	answer, answered := r.Params["answer"].(float64)
	if _, given := r.Params["answer"]; !ok || (given && r.Params["answer"] != nil && !inRange(answer, answered)) {
		return nil, &Failure{BadParams, "want params {fragment: text, answer: number or null}"}
	}
	progress, resumes := r.Params["progress"].(string)
	if _, fits := session.ReadProgress(progress); r.Params["progress"] != nil && progress != "" && (!resumes || !fits) || r.Params["progress"] != nil && !resumes {
		return nil, &Failure{BadParams, "want params {fragment: text, progress: the text that a state had}"}
	}
	messages := []session.Msg{session.HostOpened{Fragment: fragment}}
	if progress != "" {
		messages = append(messages, session.Resumed{Progress: progress})
	}
	if answered {
		messages = append(messages, session.GuessTyped{Text: experiment.FormatNumber(answer)}, session.GuessGiven{})
	}
	return messages, nil
}

// set sets one property by its key in links.
func set(r Request, s session.Session) ([]session.Msg, *Failure) {
	key, ok := r.Params["key"].(string)
	text := ""
	switch value := r.Params["value"].(type) {
	case string:
		text = value
	case float64:
		text = experiment.FormatNumber(value)
		ok = ok && finite(value)
	case bool:
		text = "0"
		if value {
			text = "1"
		}
	default:
		ok = false
	}
	if !ok {
		return nil, &Failure{BadParams, "want params {key: text, value: text, number or boolean}"}
	}
	next, problem := s.Experiment.With(key, text)
	switch {
	case problem != nil && problem.Code == "unknown_key":
		return nil, &Failure{UnknownKey, problem.Error()}
	case problem != nil:
		return nil, &Failure{InvalidValue, problem.Error()}
	}
	switch key {
	case "example", "xs", "ys", "data": // the whole table is another
		return []session.Msg{session.HostOpened{Fragment: experiment.Encode(next), Keep: true}}, nil
	}
	return []session.Msg{session.SettingTyped{Key: key, Text: text}, session.SettingLeft{Key: key}}, nil
}

func predict(r Request, s session.Session) ([]session.Msg, *Failure) {
	if _, ok := placeOf(r.Params["x"], s.Experiment.Inputs); !ok {
		return nil, wantsPlace(s.Experiment.Inputs)
	}
	return nil, nil
}

// placeOf reads a place to predict: a number, or a list of as many as there are inputs.
func placeOf(v any, inputs int) (place experiment.Place, ok bool) {
	inputs = max(inputs, 1)
	if x, number := v.(float64); number {
		place[0] = x
		return place, inputs == 1 && inRange(x, true)
	}
	list, isList := v.([]any)
	if !isList || len(list) != inputs {
		return place, false
	}
	for i, item := range list {
		x, number := item.(float64)
		if !inRange(x, number) {
			return place, false
		}
		place[i] = x
	}
	return place, true
}

func wantsPlace(inputs int) *Failure {
	if inputs < 2 {
		return &Failure{BadParams, "want params {x: number}"}
	}
	return &Failure{BadParams, "want params {x: [number, number]}"}
}

// choose returns the function of a method that sets a property of the view.
func choose(key string) func(Request, session.Session) ([]session.Msg, *Failure) {
	return func(r Request, s session.Session) ([]session.Msg, *Failure) {
		text, ok := r.Params[key].(string)
		if !ok {
			return nil, &Failure{BadParams, "want params {" + key + ": text}"}
		}
		if _, problem := s.Experiment.With(key, text); problem != nil {
			return nil, &Failure{InvalidValue, problem.Error()}
		}
		return []session.Msg{session.HostChose{Key: key, Text: text}}, nil
	}
}

func finite(v float64) bool { return !math.IsNaN(v) && !math.IsInf(v, 0) }

func inRange(v float64, ok bool) bool { return ok && math.Abs(v) <= experiment.MaxAbs }
