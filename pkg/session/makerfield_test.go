package session

import (
	"reflect"
	"strings"
	"testing"

	"firstneuron/pkg/experiment"
)

// TestEveryPartOfAnActivityIsMadeAtTheDesk: what the format has and the desk does not is a
// part that no author finds. A new field of the format fails here until it has its box.
func TestEveryPartOfAnActivityIsMadeAtTheDesk(t *testing.T) {
	s, _ := Update(New("epochs=7"), MakerOpened{Open: true})
	for _, m := range []Msg{
		MakerTyped{Field: ActivityTitleField, Text: "Title"},
		MakerTyped{Field: AimField, Text: "Aim"},
		MakerTyped{Field: MinutesField, Text: "12"},
		MakerTyped{Field: TitleField, Text: "Step"},
		MakerTyped{Field: TextField, Text: "Text"},
		MakerTyped{Field: CodeField, Text: `optimizer="sgd"`},
		MakerTyped{Field: FeedbackField, Text: "Well done"},
		MakerTyped{Field: QuestionField, Text: "Where?"},
		MakerTyped{Field: KindField, Text: string(experiment.MarkAsk)},
		MakerTyped{Field: RightField, Text: "19"},
		MakerTyped{Field: ToleranceField, Text: "0.5"},
		MakerTyped{Field: WrongField, Text: "Not yet"},
		MakerTyped{Field: WaitField, Text: "1"},
		MakerGoalAdded{Kind: experiment.LossGoal},
		MakerTyped{Field: FreeField, Text: "1"},
		MakerTyped{Field: ButtonField, Text: "Train so"},
		SettingTyped{Key: "lr", Text: "0.5"},
		MakerPageTaken{Press: true},
		MakerLayoutChosen{Name: "watch"},
		MakerTyped{Field: LookField, Text: experiment.WhyLook},
		// The parts of a choice are those of another question.
		MakerStepAdded{},
		MakerTyped{Field: KindField, Text: string(experiment.ChoiceAsk)},
		MakerTyped{Field: "choice.0", Text: "this"},
		MakerTyped{Field: "choice.1", Text: "that"},
	} {
		s, _ = Update(s, m)
	}
	made, problems := s.Maker.Draft.AsRead()
	if len(problems) > 0 {
		t.Fatal(problems[0])
	}
	apart := map[string]string{"Name": "is the gallery's", "Choices": "are of a choice"}
	whole := func(of string, v reflect.Value) {
		for i := range v.NumField() {
			if name := v.Type().Field(i).Name; v.Field(i).IsZero() == (apart[name] == "") {
				t.Errorf("%s of %s: %v", name, of, v.Field(i))
			}
		}
	}
	whole("the activity", reflect.ValueOf(*made))
	whole("the step", reflect.ValueOf(made.Steps[0]))
	whole("the question", reflect.ValueOf(made.Steps[0].Ask))
	if got := made.Steps[1].Ask.Choices; len(got) != 2 {
		t.Errorf("the choices are %v", got)
	}
	step := made.Steps[0]
	if step.Set != "epochs=7" || step.Press != "lr=0.5" {
		t.Errorf("the step sets %q and its button %q", step.Set, step.Press)
	}
}

// TestTheButtonDoesAsThePageWas: what an author had on the page comes when it is pressed,
// after what the step sets; dropped, it trains what is there.
func TestTheButtonDoesAsThePageWas(t *testing.T) {
	s, _ := Update(New("example=wave"), MakerOpened{Open: true})
	for _, m := range []Msg{
		MakerTyped{Field: ButtonField, Text: "With more units"},
		SettingTyped{Key: "layers", Text: "8:tanh,1"},
		SettingTyped{Key: "epochs", Text: "3"},
		MakerPageTaken{Press: true},
	} {
		s, _ = Update(s, m)
	}
	want := s.Experiment
	step := s.Maker.Draft.Steps[0]
	if got, problems := s.Maker.Draft.Before(1).Applied(step.Press); len(problems) > 0 || experiment.Encode(got) != experiment.Encode(want) {
		t.Errorf("the button %q leads to %s, want %s: %v", step.Press, experiment.Encode(got), experiment.Encode(want), problems)
	}
	s, _ = Update(s, MakerPageTaken{Press: true, Drop: true})
	if got := s.Maker.Draft.Steps[0]; got.Press != "" || got.Set != step.Set || len(got.Button) == 0 {
		t.Errorf("dropped, the step is %+v", got)
	}
}

// TestBoxesThatCannotBeReadAreTold, and what stood there before stays.
func TestBoxesThatCannotBeReadAreTold(t *testing.T) {
	s := made(MakerTyped{Field: MinutesField, Text: "12"}, MakerTyped{Field: CodeField, Text: "fit"}, MakerTyped{Field: LookField, Text: "why"})
	for field, text := range map[string]string{MinutesField: "a while", CodeField: strings.Repeat("x", mostTyped+1)} {
		if s, _ = Update(s, MakerTyped{Field: field, Text: text}); s.Maker.Drafts[field].Problem == nil {
			t.Errorf("%.20q is taken as %s", text, field)
		}
	}
	for _, text := range []string{"0", "601", "-5", "2.5"} {
		if s, _ = Update(s, MakerTyped{Field: MinutesField, Text: text}); s.Maker.Drafts[MinutesField].Problem == nil {
			t.Errorf("%s minutes are taken", text)
		}
	}
	s, _ = Update(s, MakerTyped{Field: LookField, Text: "nothing such"})
	if a := s.Maker.Draft; a.Minutes != 12 || a.Steps[0].Code != "fit" || a.Steps[0].Look != experiment.WhyLook {
		t.Errorf("the draft is %+v", a)
	}
	s, _ = Update(s, MakerTyped{Field: MinutesField, Text: " "})
	s, _ = Update(s, MakerTyped{Field: LookField, Text: ""})
	if a := s.Maker.Draft; a.Minutes != 0 || a.Steps[0].Look != "" || s.Maker.Drafts[MinutesField].Problem != nil {
		t.Errorf("emptied, the draft is %+v", a)
	}
	s = made(MakerTyped{Field: MinutesField, Text: "5"})
	if s, _ = Update(s, MakerBegan{}); s.Maker.Replaced == nil || s.Maker.Replaced.Minutes != 5 {
		t.Error("a draft with minutes alone is thrown away")
	}
}
