package session

import (
	"slices"
	"strings"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/experiment/program/export"
	"firstneuron/pkg/experiment/script"
)

// Code is the experiment as a script. It is a part of the [Edit]: Undo brings
// the learner's own text back too.
type Code struct {
	Text string
	// Own is set once the learner has typed: from then on only what a control
	// changes is written again.
	Own bool
	// Reading is what the text says.
	Reading script.Reading
	// of is the experiment that the text was last brought in step with.
	of experiment.Experiment
	// waiting is set while the text waits to be read: a long one, in slices, and any
	// where what reads it is not there yet. The Reading is empty until then, and of is
	// the experiment of before.
	waiting bool
}

// CodeTab is a language of the code panel.
type CodeTab int

// The languages, in the order of the tabs.
const (
	KerasTab CodeTab = iota
	GoTab
	PyTorchTab
	TensorFlowJSTab
)

// CodeTabs is how many there are.
const CodeTabs = 4

// CodeIn returns the program in one of the languages.
func (s Session) CodeIn(tab CodeTab) string {
	var text string
	switch tab {
	case GoTab:
		text = export.Go(s.Experiment)
	case PyTorchTab:
		text, _ = export.PyTorch(s.Experiment)
	case TensorFlowJSTab:
		text, _ = export.TensorFlowJS(s.Experiment)
	default:
		text = s.Code.Text
	}
	return text
}

// CodeFile returns the program of the tab for a file. The Keras program begins
// with the page's initial weights there, so that it gives the page's numbers.
func (s Session) CodeFile(tab CodeTab) string {
	switch {
	case tab != KerasTab:
		return s.CodeIn(tab)
	case !s.Code.Own:
		return script.KerasWithWeights(s.Experiment)
	}
	if reader := s.reads(); reader != nil && !s.Code.waiting {
		if text, err := reader.WithWeights(s.Code.Text, s.Experiment); err == nil {
			return text
		}
	}
	return s.Code.Text // as that of a program that says nothing
}

// CodeLocked reports whether the program can only be read: it says what other
// parts say, so it is locked with any of them.
func (s Session) CodeLocked() bool {
	return s.Experiment.Locks(experiment.CodePart) || s.ExamplesLocked()
}

// largeData is how many points make a program too long to be written again
// while a point is being dragged.
const largeData = 100

// withCode returns the session with the program in step with the experiment.
func (s Session) withCode() Session {
	e := s.Experiment
	if s.Code.Text != "" && s.Code.of.Equal(e) || s.Code.waiting || e.HidesCode() {
		return s
	}
	if s.drag != nil && len(e.Points) > largeData {
		return s
	}
	if !s.Code.Own {
		s.Code.Reading = script.Written(e)
		s.Code.Text, s.Code.of = s.Code.Reading.Text(), e
		return s
	}
	reader := s.reads()
	if reader == nil {
		s.Code.waiting = true // and what was changed is written into it then
		return s
	}
	revised, err := reader.Revised(s.Code.Text, e)
	if err != nil {
		revised = unread(s.Code.Text, e)
	}
	s.Code.Reading, s.Code.Text, s.Code.of = revised, revised.Source(), e
	return s
}

// CodeTyped says that the editor now holds Text.
type CodeTyped struct{ Text string }

func (m CodeTyped) update(s Session) (Session, []Effect) { return s.typeCode(m.Text) }

// CodePasteRefused says that a text of so many bytes and lines was too long to be
// pasted into the program, which stays as it is.
type CodePasteRefused struct{ Size, Lines int }

func (m CodePasteRefused) update(s Session) (Session, []Effect) {
	// No longer than to the next reading, and no reason not to train.
	told := &script.Problem{Detail: pasteProblem(m.Size, m.Lines, script.MaxSize), Severity: script.Mistake}
	s.Code.Reading.Problems = append([]*script.Problem{told}, slices.DeleteFunc(slices.Clone(s.Code.Reading.Problems), func(p *script.Problem) bool {
		return strings.HasPrefix(p.Detail.Code, "paste_") // said of an earlier text
	})...)
	return s, nil
}

// CodeFixed asks for the edits that fix a problem, by its place. They are a
// step of Undo of their own.
type CodeFixed struct{ Problem int }

func (m CodeFixed) update(s Session) (Session, []Effect) {
	if m.Problem < 0 || m.Problem >= len(s.Code.Reading.Problems) {
		return s, nil
	}
	s.change = ""
	next, effects := s.typeCode(script.Apply(s.Code.Text, s.Code.Reading.Problems[m.Problem].Fix))
	next.change = ""
	return next.opened(experiment.CodePanel), append(effects, FocusCode{})
}

// CodeRewritten asks for the page's own program in the place of the text.
type CodeRewritten struct{}

func (CodeRewritten) update(s Session) (Session, []Effect) {
	next := s.Edit
	next.Code = Code{}
	return s.edited(next, "")
}

// CodeTabChosen shows the program in another language.
type CodeTabChosen struct{ Tab CodeTab }

func (m CodeTabChosen) update(s Session) (Session, []Effect) {
	s.CodeTab = min(max(m.Tab, 0), CodeTabs-1)
	return s, nil
}

// typeCode reads the program that the learner has typed. What cannot be read
// stays in the editor with its reasons, and the experiment keeps the last value
// that could. A long text is read in slices, and any once there is what reads it.
func (s Session) typeCode(text string) (Session, []Effect) {
	if s.CodeLocked() {
		return s, nil
	}
	if reader := s.reads(); reader != nil && len(text) <= longText {
		return s.edited(s.withReading(read(reader, text, s.Experiment)), "code")
	}
	s.lacking = false // it is tried again
	next := s.Edit
	next.Code = Code{Text: text, Own: true, of: s.Experiment, waiting: true}
	return s.edited(next, "code")
}

// CodeProblem returns the first thing that keeps the program from being used.
func (s Session) CodeProblem() *experiment.Problem {
	for _, p := range s.Code.Reading.Problems {
		if p.Severity == script.Wrong {
			return p.Detail
		}
	}
	return nil
}
