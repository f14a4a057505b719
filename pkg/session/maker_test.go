package session

import (
	"strings"
	"testing"

	"firstneuron/pkg/experiment"

	"pgregory.net/rapid"
)

// makerTyped draws what an author types into a box of the desk.
func makerTyped() *rapid.Generator[MakerTyped] {
	return rapid.Custom(func(t *rapid.T) MakerTyped {
		field := rapid.SampledFrom([]string{
			ActivityTitleField, AimField, MinutesField, CodeField, ButtonField, LookField, TitleField, TextField, QuestionField, WrongField, FeedbackField, KindField, RightField, ToleranceField, MarkField,
			WaitField, FreeField, "choice.0", "choice.5", "goal.0.loss", "goal.0.within", "goal.1.x", "goal.1.y", "goal.0.tolerance", "goal.9.x", "goal", "colour",
		}).Draw(t, "field")
		text := rapid.OneOf(rapid.StringN(0, 700, -1), rapid.SampledFrom([]string{"", "1", "2", "19", "0.5", "-3", "1e300", "number", "choice", "mark", "why", "step"})).Draw(t, "text")
		return MakerTyped{Field: field, Lang: rapid.SampledFrom([]string{"", "en", "ko"}).Draw(t, "lang"), Text: text}
	})
}

// made plays messages to a session whose desk is open.
func made(messages ...Msg) Session {
	s, _ := Update(New(""), MakerOpened{Open: true})
	for _, m := range messages {
		s, _ = Update(s, m)
	}
	return s
}

// TestWhatAnAuthorMakesComesBack: whatever she does at the desk, what the browser keeps
// is what stands there, and what learners get can be written and read again.
func TestWhatAnAuthorMakesComesBack(t *testing.T) {
	drawn := generators()
	var names []string
	for name := range drawn {
		if strings.HasPrefix(name, "Maker") && name != "MakerOpened" {
			names = append(names, name)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		s := made()
		stored := ""
		for range rapid.IntRange(1, 25).Draw(t, "messages") {
			var effects []Effect
			s, effects = Update(s, drawn[rapid.SampledFrom(names).Draw(t, "type")](t))
			for _, effect := range effects {
				if kept, ok := effect.(StorePreference); ok && kept.Name == draftPreference {
					stored = kept.Value
				}
			}
		}
		draft := s.Maker.Draft
		if len(draft.Steps) == 0 || s.Maker.Step < 0 || s.Maker.Step >= len(draft.Steps) {
			t.Fatalf("step %d of %d is edited", s.Maker.Step, len(draft.Steps))
		}
		if stored != "" && stored != experiment.EncodeActivity(draft) {
			t.Fatalf("the browser keeps\n%s\nwhile the draft is\n%s", stored, experiment.EncodeActivity(draft))
		}
		read, _ := draft.AsRead()
		e, problems := experiment.Decode(experiment.Encode(experiment.Default().WithActivity(read)))
		if len(experiment.Encode(experiment.Default().WithActivity(read))) <= experiment.MaxFragment && (len(problems) > 0 || !e.Activity.Equal(read)) {
			t.Fatalf("learners get %+v of %+v: %v", e.Activity, read, problems)
		}
		_ = s.Maker.Preview("en", read)
	})
}

// TestADraftIsNeverLost: it outlasts the desk, other links and a reload, and what takes
// its place can be put away again.
func TestADraftIsNeverLost(t *testing.T) {
	s := made(MakerTyped{Field: TextField, Text: "Mine"}, MakerOpened{}, Navigated{Fragment: "epochs=7"}, MakerOpened{Open: true})
	if got := s.Maker.Draft.Steps[0].Text.In("en"); got != "Mine" {
		t.Errorf("opened again the text is %q", got)
	}
	again, _ := Update(New("epochs=9"), DraftFound{Text: experiment.EncodeActivity(s.Maker.Draft)})
	again, _ = Update(again, MakerOpened{Open: true})
	if got := again.Maker.Draft.Steps[0].Text.In("en"); got != "Mine" {
		t.Errorf("after a reload the text is %q", got)
	}
	s, effects := Update(s, MakerBegan{})
	if s.Maker.worded() || len(effects) != 2 || s.Maker.Draft.Steps[0].Set != "epochs=7" {
		t.Errorf("begun anew the draft is %+v, and %v is kept", s.Maker.Draft, effects)
	}
	s, _ = Update(s, MakerBroughtBack{})
	if got := s.Maker.Draft.Steps[0].Text.In("en"); got != "Mine" {
		t.Errorf("brought back the text is %q", got)
	}
	s, _ = Update(s, MakerFileOpened{Text: "hello"})
	if s.Maker.Problem == nil || s.Maker.Draft.Steps[0].Text.In("en") != "Mine" {
		t.Errorf("a file that is none is told as %v", s.Maker.Problem)
	}
	s, _ = Update(s, MakerFileOpened{Text: experiment.EncodeActivity(experiment.FirstLesson())})
	if len(s.Maker.Draft.Steps) != 7 || s.Maker.Replaced.Steps[0].Text.In("en") != "Mine" {
		t.Errorf("a file opens %d steps, and keeps %+v", len(s.Maker.Draft.Steps), s.Maker.Replaced)
	}
	for range 6 {
		s, _ = Update(s, MakerStepRemoved{})
	}
	s, _ = Update(s, MakerStepRemoved{})
	if len(s.Maker.Draft.Steps) != 1 {
		t.Errorf("%d steps are left, want one always", len(s.Maker.Draft.Steps))
	}
	// A desk on which nothing was written follows the page.
	s = made(MakerOpened{}, SettingTyped{Key: "epochs", Text: "123"}, MakerOpened{Open: true})
	if got := s.Maker.Draft.Steps[0].Set; got != "epochs=123" {
		t.Errorf("the untouched draft begins with %q", got)
	}
}

// TestALinkSaysWhetherTheDeskIsOpen: one that does not open it closes it, the draft stays.
// What is no link leaves it as it is.
func TestALinkSaysWhetherTheDeskIsOpen(t *testing.T) {
	text := experiment.EncodeActivity(experiment.FirstLesson())
	for name, test := range map[string]struct {
		before []Msg
		then   Msg
		open   bool
	}{
		"a link after one that opened it": {[]Msg{Navigated{"text=Hi&make=1"}}, Navigated{"epochs=7"}, false},
		"the same page's link":            {[]Msg{Navigated{"epochs=7&make=1"}}, Navigated{"epochs=7"}, false},
		"a link to an activity":           {[]Msg{Navigated{"epochs=7&make=1"}}, Navigated{"activity=bend"}, false},
		"a link after the button":         {[]Msg{MakerOpened{true}}, Navigated{"epochs=7"}, false},
		"a link that opens it again":      {[]Msg{Navigated{"epochs=7&make=1"}}, Navigated{"epochs=8&make=1"}, true},
		"an activity that opens it":       {[]Msg{Navigated{"activity=bend&make=1"}}, ActivityFetched{"bend", text, true}, true},
		"the page around this one":        {[]Msg{MakerOpened{true}}, HostOpened{Fragment: "epochs=7"}, false},
		"no link after the button":        {[]Msg{Navigated{"epochs=7"}, MakerOpened{true}}, SettingTyped{Key: "epochs", Text: "8"}, true},
		"a text that comes late":          {[]Msg{Navigated{"activity=bend"}, MakerOpened{true}}, ActivityFetched{"bend", text, true}, true},
	} {
		s := New("")
		for _, m := range test.before {
			s, _ = Update(s, m)
		}
		draft := s.Maker.Draft
		if s, _ = Update(s, test.then); s.Maker.Open != test.open {
			t.Errorf("%s: the desk is open: %v, want %v", name, s.Maker.Open, test.open)
		}
		if !test.open && (draft == nil || s.Maker.Draft != draft) {
			t.Errorf("%s: the draft of before is lost", name)
		}
	}
}

// TestStepsAreMovedAbout, and there are no more than there may be.
func TestStepsAreMovedAbout(t *testing.T) {
	s := made(MakerTyped{Field: TitleField, Text: "A"}, MakerStepAdded{}, MakerTyped{Field: TitleField, Text: "B"}, MakerStepAdded{Double: true},
		MakerTyped{Field: TitleField, Text: "C"}, MakerStepMoved{}, MakerStepMoved{}, MakerStepMoved{})
	titles := func() string {
		var all []string
		for _, step := range s.Maker.Draft.Steps {
			all = append(all, step.Title.In(""))
		}
		return strings.Join(all, "")
	}
	if got := titles(); got != "CAB" || s.Maker.Step != 0 {
		t.Errorf("the steps are %s at %d, want CAB at 0", got, s.Maker.Step)
	}
	s, _ = Update(s, MakerStepMoved{Later: true})
	s, _ = Update(s, MakerStepChosen{Step: 2})
	s, _ = Update(s, MakerStepRemoved{})
	if got := titles(); got != "AC" || s.Maker.Step != 1 {
		t.Errorf("the steps are %s at %d, want AC at 1", got, s.Maker.Step)
	}
	for range 30 {
		s, _ = Update(s, MakerStepAdded{})
	}
	if got := len(s.Maker.Draft.Steps); got != experiment.MaxSteps || s.Maker.Problem == nil {
		t.Errorf("%d steps, told %v", got, s.Maker.Problem)
	}
}

// TestQuestionsAreAskedWithoutGrammar.
func TestQuestionsAreAskedWithoutGrammar(t *testing.T) {
	s := made(MakerTyped{Field: QuestionField, Text: "What comes?"}, MakerTyped{Field: RightField, Text: "1,5"}, MakerTyped{Field: ToleranceField, Text: "far"})
	ask := s.Maker.Draft.Steps[0].Ask
	if ask.Kind != experiment.NumberAsk || !ask.Checked || ask.Right != 1.5 || ask.Tolerance != 0 || s.Maker.Drafts[ToleranceField].Problem == nil {
		t.Errorf("the question is %+v, the boxes %v", ask, s.Maker.Drafts)
	}
	s, _ = Update(s, MakerTyped{Field: KindField, Text: "mark"})
	if ask = s.Maker.Draft.Steps[0].Ask; ask.X != 10 || ask.Right != 1.5 {
		t.Errorf("as a mark it is %+v", ask)
	}
	for _, m := range []Msg{
		MakerTyped{Field: KindField, Text: "choice"},
		MakerTyped{Field: "choice.0", Text: "no"},
		MakerTyped{Field: "choice.1", Text: "yes"},
		MakerChoiceAdded{},
		MakerTyped{Field: "choice.2", Text: "perhaps"},
		MakerTyped{Field: RightField, Text: "3"},
		MakerChoiceRemoved{Choice: 0},
	} {
		s, _ = Update(s, m)
	}
	if ask = s.Maker.Draft.Steps[0].Ask; len(ask.Choices) != 2 || ask.Choices[0].In("") != "yes" || ask.Right != 2 {
		t.Errorf("with a choice less it is %+v", ask)
	}
	s, _ = Update(s, MakerTyped{Field: TextField, Text: strings.Repeat("x", 601)})
	if _, problems := s.Maker.Draft.AsRead(); len(problems) != 1 || problems[0].Code != "text_too_long" || problems[0].Step != 1 {
		t.Errorf("a text of 601 characters is told as %v", problems)
	}
	s, _ = Update(s, MakerTyped{Field: TextField, Text: strings.Repeat("x", mostTyped+1)})
	if s.Maker.Drafts[TextField].Problem == nil || len(s.Maker.Draft.Steps[0].Text.In("")) != 601 {
		t.Error("a book is taken")
	}
}

// TestGoalsComeFromThePage, and the page's own training reaches them.
func TestGoalsComeFromThePage(t *testing.T) {
	for _, fragment := range []string{"w=0&b=0", "seed=3&epochs=300", "example=houses", "example=wave", "layers=4:tanh,1&epochs=50", "example=wave&validation=0.3&epochs=60"} {
		for _, trained := range []bool{false, true} {
			p := open(fragment)
			p.atOnce = true
			if trained {
				p.send(TrainPressed{AtOnce: true})
				p.finish(t)
			}
			p.send(MakerOpened{Open: true})
			for _, kind := range p.GoalsInSight() {
				p.send(MakerGoalAdded{Kind: kind})
			}
			read, problems := p.Maker.Draft.AsRead()
			if len(problems) > 0 || len(read.Steps[0].Goals) < 4 || len(read.Steps[0].Goals) != len(p.GoalsInSight()) {
				t.Errorf("%s: the goals are %v: %v", fragment, read.Steps[0].Goals, problems)
			}
			if !trained {
				continue
			}
			for _, goal := range read.Steps[0].Goals {
				switch goal.Kind {
				case experiment.LossGoal, experiment.PredictGoal, experiment.EpochsGoal, experiment.ValidationGoal, experiment.AccuracyGoal:
					if !p.reaches(goal) {
						t.Errorf("%s: the training that the goal %s is taken from does not reach it", fragment, goal)
					}
				}
			}
		}
	}
	s := made(MakerGoalAdded{Kind: experiment.LossGoal}, MakerGoalAdded{Kind: experiment.PredictGoal},
		MakerTyped{Field: "goal.0.within", Text: ""}, MakerTyped{Field: "goal.0.loss", Text: "0,02"}, MakerTyped{Field: "goal.1.tolerance", Text: "0"}, MakerTyped{Field: "goal.1.y", Text: "18"})
	if got := s.Maker.Draft.Steps[0].Goals; got[0].String() != "loss:0.02" || got[1].String() != "predict:10:18:0.05" || s.Maker.Drafts["goal.1.tolerance"].Problem == nil {
		t.Errorf("the goals are %v, the boxes %v", got, s.Maker.Drafts)
	}
	s, _ = Update(s, MakerGoalTaken{Goal: 1})
	s, _ = Update(s, MakerGoalRemoved{Goal: 0})
	if got := s.Maker.Draft.Steps[0].Goals; len(got) != 1 || got[0].String() != "predict:10:19:0.05" {
		t.Errorf("the goals are %v", got)
	}
}

// TestAGoalOfAPlaceHasBothItsNumbers, where the page has two inputs.
func TestAGoalOfAPlaceHasBothItsNumbers(t *testing.T) {
	p := open("set=plane:1:0:60&predict=1;-2&play=0")
	p.do(t, TrainPressed{}, MakerOpened{Open: true}, MakerGoalAdded{Kind: experiment.PredictGoal})
	if got := p.Maker.Draft.Steps[0].Goals; len(got) != 1 || got[0].X != (experiment.Place{1, -2}) || !p.reaches(got[0]) {
		t.Fatalf("the goals are %v", got)
	}
	p.do(t, MakerTyped{Field: "goal.0.x2", Text: "3"})
	if got := p.Maker.Draft.Steps[0].Goals[0]; got.X != (experiment.Place{1, 3}) {
		t.Errorf("the goal is %v", got)
	}
}
