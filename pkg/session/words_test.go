package session

import (
	"slices"
	"testing"

	"firstneuron/pkg/experiment"
)

// lexicon has the words of a language, which are its code.
type lexicon string

func (l lexicon) Activity(a *experiment.Activity) *experiment.Activity {
	return a.Translated(string(l), func(string) string { return string(l) })
}

// wordsAsked returns the languages that a message asks the words of.
func wordsAsked(s Session, m Msg) (Session, []string) {
	s, effects := Update(s, m)
	var langs []string
	for _, effect := range effects {
		if load, ok := effect.(LoadWords); ok {
			langs = append(langs, load.Lang)
		}
	}
	return s, langs
}

// TestWordsAreAskedForWhenTheyAreNeeded: of the language to speak, once, and the page
// stays in the one that it has until they are here.
func TestWordsAreAskedForWhenTheyAreNeeded(t *testing.T) {
	s := New("")
	for _, step := range []struct {
		m     Msg
		asks  []string
		speak string
	}{
		{WordsArrived{"en", lexicon("en")}, nil, "en"},
		{PreferencesRead{Lang: "ko", Browser: "en"}, nil, "en"}, // the link may say another
		{Navigated{"lang=en"}, nil, "en"},
		{LangChosen{"ko"}, []string{"ko"}, "en"},
		{TrainPressed{}, nil, "en"},
		{LangChosen{"en"}, nil, "en"},
		{WordsArrived{"ko", lexicon("ko")}, nil, "en"}, // it is not wanted any more
		{LangChosen{"ko"}, []string{"ko"}, "en"},
		{WordsArrived{"ko", lexicon("ko")}, nil, "ko"},
		{PreferencesRead{Lang: "ko", Browser: "en", Page: "fr"}, []string{"fr"}, "ko"}, // of a page at an address of its own
		{Navigated{"lang=ko"}, nil, "ko"},
		{Navigated{""}, nil, "ko"},
		{WordsArrived{"fr", lexicon("fr")}, nil, "fr"},
		{LangChosen{"ko"}, []string{"ko"}, "fr"},
		{WordsArrived{"ko", lexicon("ko")}, nil, "ko"},
		{HostChose{"lang", "en"}, []string{"en"}, "ko"},
		{WordsArrived{"en", lexicon("en")}, nil, "en"},
		{HostChose{"lang", ""}, []string{"ko"}, "en"},
		{WordsFailed{"ko"}, nil, "en"},
		{TrainPressed{}, nil, "en"},
	} {
		var asks []string
		if s, asks = wordsAsked(s, step.m); !slices.Equal(asks, step.asks) || s.Spoken() != step.speak {
			t.Errorf("%T %+v asks for %q and the page speaks %q, want %q and %q", step.m, step.m, asks, s.Spoken(), step.asks, step.speak)
		}
	}
	told := func() bool {
		return slices.ContainsFunc(s.Told(), func(p *experiment.Problem) bool {
			return p.Code == CodeWordsLacking && p.Args["language"] == "한국어"
		})
	}
	if !told() {
		t.Errorf("the page tells %v, want that it has no Korean", s.Told())
	}
	if s, asks := wordsAsked(s, LangChosen{"ko"}); !slices.Equal(asks, []string{"ko"}) {
		t.Errorf("chosen again it asks for %q (speaks %q)", asks, s.Spoken())
	}
	if s, _ = Update(s, LangChosen{"en"}); told() {
		t.Error("the page tells of a language that nobody wants")
	}
	if next := s.Anew(); next.Spoken() != "en" || next.Lang() != "en" {
		t.Errorf("a page made anew speaks %q", next.Spoken())
	}
}

// TestLessonSpeaksTheLanguage, and a draft that begins with it has its words.
func TestLessonSpeaksTheLanguage(t *testing.T) {
	s, _ := Update(New("activity=first-neuron"), WordsArrived{"ko", lexicon("ko")})
	if step, _ := s.StepNow(); step.Title.In("ko") != "ko" || step.Title.In("en") != "The pattern" {
		t.Errorf("the step is called %v", step.Title)
	}
	s, _ = Update(s, MakerOpened{Open: true})
	if s, _ = Update(s, MakerBegan{WithActivity: true}); s.Maker.Draft.Steps[0].Text.In("ko") != "ko" {
		t.Errorf("the draft says %v", s.Maker.Draft.Steps[0].Text)
	}
	if got := experiment.Encode(s.Experiment); got != "activity=first-neuron" {
		t.Errorf("the link became %q", got)
	}
}

// TestALinkOfTheLessonHasItsSurface: whatever a page has been told before its link, a link
// that says the lesson, as one that says nothing, asks for all that its views need.
func TestALinkOfTheLessonHasItsSurface(t *testing.T) {
	for _, link := range []string{"", "epochs=500", "activity=", "w=0&b=0"} {
		_, effects := Update(New("").Speaking("en", lexicon("en")), Navigated{link})
		if !slices.ContainsFunc(effects, func(e Effect) bool {
			begin, ok := e.(BeginJob)
			_, surface := begin.Job.(ComputeSurface)
			return ok && surface
		}) {
			t.Errorf("%q: the loss surface is not asked for", link)
		}
	}
}
