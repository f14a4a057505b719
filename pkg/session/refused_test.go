package session

import (
	"testing"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/experiment/script"
)

// TestWhatIsTooLargeIsToldAndChangesNothing: the box, the program and the
// experiment stay, and the training is not kept from anything.
func TestWhatIsTooLargeIsToldAndChangesNothing(t *testing.T) {
	for _, test := range []struct {
		refused Msg
		told    func(s Session) *experiment.Problem
		want    string
	}{
		{PasteRefused{Size: experiment.MaxPaste + 1}, func(s Session) *experiment.Problem { return s.Paste.Problem }, "paste_too_long"},
		{PasteRefused{Size: 9, Lines: MaxPastedLines + 1}, func(s Session) *experiment.Problem { return s.Paste.Problem }, "paste_too_many_lines"},
		{CodePasteRefused{Size: script.MaxSize + 1}, codeTold, "paste_too_long"},
		{CodePasteRefused{Size: 9, Lines: MaxPastedLines + 1}, codeTold, "paste_too_many_lines"},
		{FileRefused{Size: 10 << 20}, func(s Session) *experiment.Problem { return s.Share.Problem }, "file_too_long"},
	} {
		p := open("w=0&b=0")
		p.do(t, PasteTyped{Text: "1,2"})
		before := p.Session
		p.do(t, test.refused, test.refused)
		if told := test.told(p.Session); told == nil || told.Code != test.want {
			t.Errorf("%+v: told %v, want %s", test.refused, told, test.want)
		}
		if !p.Experiment.Equal(before.Experiment) || p.Paste.Text != before.Paste.Text || p.Code.Text != before.Code.Text {
			t.Errorf("%+v changed the experiment or a text", test.refused)
		}
		if n := len(p.Code.Reading.Problems); n > 1 {
			t.Errorf("%+v twice leaves %d problems of the program, want one", test.refused, n)
		}
		p.do(t, TrainPressed{})
		if p.Run.Phase != Finished {
			t.Errorf("%+v keeps the model from training: phase %v", test.refused, p.Run.Phase)
		}
		p.do(t, CodeTyped{Text: p.Code.Text})
		if told := codeTold(p.Session); told != nil {
			t.Errorf("%+v is still told of a program that was typed since: %v", test.refused, told)
		}
	}
}

func codeTold(s Session) *experiment.Problem {
	if len(s.Code.Reading.Problems) == 0 {
		return nil
	}
	return s.Code.Reading.Problems[0].Detail
}
