package experiment

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// TestDraftsAreKeptAsTheyAre: what is not whole yet, or too long, comes back.
func TestDraftsAreKeptAsTheyAre(t *testing.T) {
	long := strings.Repeat("긴", MaxStepText+7)
	draft := &Activity{Title: Plain(strings.Repeat("t", MaxTitle+1)), Steps: []ActivityStep{
		{Text: Plain(long), Code: strings.Repeat("c", MaxTitle+1), Ask: Ask{Kind: ChoiceAsk, Question: Plain("Which?"), Choices: []Words{Plain("one"), nil, nil}, Checked: true, Right: 3}},
		{Ask: Ask{Kind: NumberAsk}},
	}}
	back := DecodeDraft(EncodeActivity(draft))
	if !back.Equal(draft) {
		t.Errorf("the draft %+v\ncomes back as %+v", draft, back)
	}
	read, problems := draft.AsRead()
	if len(read.Steps) != 2 || read.Steps[0].Ask.Asks() || len(read.Steps[0].Text) > 0 || len(read.Steps[0].Code) > 0 || len(problems) != 4 || problems[1].Step != 1 {
		t.Errorf("learners get %+v, and are told %v; want no title, no text, no line and no question", read, problems)
	}
	for _, text := range []string{"", "hello", activityFirstLine, activityFirstLine + "\ntitle=x", activityFirstLine + "\nstep\ntext=" + strings.Repeat("x", maxDraft)} {
		if got := DecodeDraft(text); got != nil {
			t.Errorf("%.40q is the draft %+v, want none", text, got)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		a := drawActivity(t)
		if back := DecodeDraft(EncodeActivity(a)); !back.Equal(a) {
			t.Fatalf("the draft %+v\ncomes back as %+v", a, back)
		}
	})
}

// TestWhatAStepSetsLeadsToThePage, whatever the steps before it have set.
func TestWhatAStepSetsLeadsToThePage(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		before, e := drawExperiment(t), drawExperiment(t)
		before.View, e.View = Default().View, Default().View
		set := SetFor(before, e)
		got, problems := before.Applied(set)
		if len(problems) > 0 || !got.Equal(e) {
			t.Fatalf("from %s the pairs %s lead to %s, want %s: %v", Encode(before), set, Encode(got), Encode(e), problems)
		}
	})
	a := &Activity{Steps: []ActivityStep{{Set: "w=10&b=-10&lr=0.5"}, {Set: "epochs=7"}, {}}}
	if got := Encode(a.Before(2)); got != "lr=0.5&epochs=7&w=10&b=-10" {
		t.Errorf("before step 3 the page is at %s", got)
	}
	if got := SetFor(a.Before(2), Default()); got != "lr=0.01&epochs=500&seed=1" {
		t.Errorf("back to the lesson lead the pairs %s", got)
	}
	if got := SetFor(Default(), Default()); got != "" {
		t.Errorf("nothing is set by %q", got)
	}
}

// TestWordsAreSetAndTakenAway in a language.
func TestWordsAreSetAndTakenAway(t *testing.T) {
	w := Plain("all").With("ko", "한국어")
	if got := w.With("", "").With("en", "English"); got.In("ko") != "한국어" || got.In("en") != "English" || got.In("fr") != "한국어" {
		t.Errorf("the words are %v", got)
	}
	if got := w.With("ko", ""); len(got) != 1 || got.In("ko") != "all" || w.In("ko") != "한국어" {
		t.Errorf("without Korean the words are %v, and those before %v", got, w)
	}
	if got := w.With("ko", "").With("", ""); got != nil {
		t.Errorf("no words are %#v, want nil", got)
	}
	a := &Activity{Title: Plain("t"), Steps: []ActivityStep{{Ask: Ask{Choices: []Words{{{"ko", "가"}, {"en", "a"}}}}}}}
	if langs, unnamed := a.Langs(); strings.Join(langs, ",") != "ko,en" || !unnamed {
		t.Errorf("the languages are %v, unnamed %v", langs, unnamed)
	}
}
