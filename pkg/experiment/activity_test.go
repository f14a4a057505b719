package experiment

import (
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// drawActivity draws a valid activity, in any characters.
func drawActivity(t *rapid.T) *Activity {
	langs := rapid.SampledFrom([][]string{{""}, {"en", "ko"}, {"", "ko"}})
	words := func(name string, limit int) Words {
		var w Words
		for _, lang := range langs.Draw(t, name+" languages") {
			if text := plainText(rapid.StringN(0, limit, -1).Draw(t, name)); text != "" {
				w = append(w, Translation{lang, text})
			}
		}
		return w
	}
	a := &Activity{Title: words("title", 40), Aim: words("aim", 60), Minutes: rapid.IntRange(0, 60).Draw(t, "minutes")}
	sets := rapid.SampledFrom([]string{"", "w=10&b=-10", "epochs=7&lr=0.1", "example=houses", "xs=1,2&ys=3,4", "layers=4:tanh,1"})
	for range rapid.IntRange(1, 5).Draw(t, "steps") {
		s := ActivityStep{
			Title: words("step title", 30), Text: words("text", 80), Code: strings.TrimSpace(plainText(rapid.StringN(0, 20, -1).Draw(t, "code"))),
			Goals: nil, Set: sets.Draw(t, "set"), Press: sets.Draw(t, "press"), Button: words("button", 20),
			Show: rapid.SampledFrom([][]string{nil, {"fit"}, {"fit", "network", ErrorsOverlay}}).Draw(t, "show"),
			Lock: rapid.SampledFrom([][]string{nil, {"data"}}).Draw(t, "lock"),
			Look: rapid.SampledFrom(append(Looks(), "")).Draw(t, "look"), Next: rapid.SampledFrom([]Advance{WhenDone, WhenPressed}).Draw(t, "next"),
			Feedback: words("feedback", 40),
		}
		for _, goal := range drawTask(t).Goals {
			if !containsGoal(s.Goals, goal) {
				s.Goals = append(s.Goals, goal)
			}
		}
		number := rapid.Float64Range(-MaxAbs, MaxAbs)
		switch kind := rapid.SampledFrom([]AskKind{"", NumberAsk, ChoiceAsk, MarkAsk}).Draw(t, "ask"); kind {
		case "":
		case ChoiceAsk:
			s.Ask = Ask{Kind: kind, Choices: []Words{Plain("a"), {{"en", "b"}, {"ko", "나"}}}}
			if s.Ask.Checked = rapid.Bool().Draw(t, "checked"); s.Ask.Checked {
				s.Ask.Right = float64(rapid.IntRange(1, 2).Draw(t, "right"))
			}
		default:
			s.Ask = Ask{Kind: kind, Wait: rapid.Bool().Draw(t, "wait")}
			if kind == MarkAsk {
				s.Ask.X = number.Draw(t, "x")
			}
			if s.Ask.Checked = rapid.Bool().Draw(t, "checked"); s.Ask.Checked {
				s.Ask.Right, s.Ask.Tolerance = number.Draw(t, "right"), rapid.Float64Range(0, 10).Draw(t, "tolerance")
			}
		}
		if s.Ask.Asks() {
			s.Ask.Question, s.Ask.Wrong = words("question", 40), words("wrong", 40)
		}
		a.Steps = append(a.Steps, s)
	}
	return a
}

func containsGoal(goals []Goal, goal Goal) bool {
	for _, g := range goals {
		if g == goal {
			return true
		}
	}
	return false
}

// backAgain goes activity → file → activity and activity → link → activity → link.
func backAgain(t interface {
	Helper()
	Fatalf(string, ...any)
}, a *Activity,
) {
	t.Helper()
	read, problems := DecodeActivity(EncodeActivity(a))
	if read != nil {
		read.Name = a.Name // which only the gallery gives
	}
	if len(problems) > 0 || !read.Equal(a) {
		t.Fatalf("the file of %+v\nis read as %+v\n%v", a, read, problems)
	}
	link := Encode(Default().WithActivity(a))
	if len(link) > MaxFragment {
		return
	}
	e, problems := Decode(link)
	if len(problems) > 0 || !e.Activity.Equal(a) {
		t.Fatalf("the link of %+v\nis read as %+v\n%v", a, e.Activity, problems)
	}
	if again := Encode(e); again != link {
		t.Fatalf("the link %s\nbecomes %s", link, again)
	}
}

func TestActivitiesComeBack(t *testing.T) {
	backAgain(t, FirstLesson())
	own := *FirstLesson()
	own.Name = ""
	backAgain(t, &own)
	rapid.Check(t, func(t *rapid.T) { backAgain(t, drawActivity(t)) })
}

// TestWhatOfAnActivityCannotBeRead is told with its step, and the rest opens.
func TestWhatOfAnActivityCannotBeRead(t *testing.T) {
	long := strings.Repeat("x", MaxStepText+1)
	for text, want := range map[string]string{
		"step\ntext=" + long:           "step 1: text: the text has 601 characters: write at most 600",
		"step\nstep\ngoal=loss":        "step 2: goal: “loss” is not a goal",
		"step\nask=colour":             "step 1: ask: “colour” is not known",
		"step\nask=mark:far":           "step 1: ask: “far” is not a number",
		"step\nask=choice\nchoice=one": "step 1: choice: 1 choices: give from 2 to 6",
		"step\nask=choice\nchoice\nchoice=a\nchoice\nchoice=b\nright=3": "step 1: right: the right choice is not one of the choices",
		"step\nset=epochs=0":                    "step 1: set: “0” is out of range",
		"step\nset=lang=ko":                     "step 1: set: “lang” belongs to the page as a whole",
		"step\nset=colour=red":                  "step 1: set: there is no property “colour”",
		"step\nshow=A B":                        "step 1: show: “a b” does not name a part",
		"title=Nothing":                         "an activity needs a step",
		strings.Repeat("step\n", MaxSteps+1):    "step 25: there are more steps than the 24",
		"step\nask=number\nright=many\ntext=On": "step 1: right: “many” is not a number",
	} {
		a, problems := DecodeActivity(activityFirstLine + "\n" + text)
		if len(problems) != 1 || !strings.HasPrefix(strings.ToLower(problems[0].Error()), strings.ToLower(want)) {
			t.Errorf("%.40q: %v, want %q", text, problems, want)
		}
		if a == nil || (len(a.Steps) == 0) != strings.HasPrefix(text, "title") {
			t.Errorf("%.40q: opens %+v, want what can be read", text, a)
		}
		// The same in a link.
		e, problems := Decode("activity=" + pack(text))
		if len(problems) == 0 || (e.Activity == nil) != strings.HasPrefix(text, "title") {
			t.Errorf("%.40q in a link: %v, activity %v", text, problems, e.Activity)
		}
	}
	many := strings.Repeat("step\n", 1) + strings.Repeat("goal=loss\n", 3000)
	if _, problems := readActivity(many, false); len(problems) == 0 || codeOf(problems[0]) != "activity_too_many_lines" || len(problems) > mostActivityProblems+2 {
		t.Errorf("of 3,000 wrong lines %d problems are told, %v first", len(problems), problems[0])
	}
	if a, problems := DecodeActivity("hello"); a != nil || codeOf(problems[0]) != "not_a_file" {
		t.Errorf("“hello” is %v, %v", a, problems)
	}
	if a, problems := DecodeActivity(activityFirstLine + strings.Repeat("\n", MaxActivityFile)); a != nil || codeOf(problems[0]) != "file_too_long" {
		t.Errorf("a large file is %v, %v", a, problems)
	}
	for _, name := range []string{"a b", "<script>", strings.Repeat("x", 100), "../x"} {
		if e, problems := Decode("activity=" + name); len(problems) != 1 || e.Activity != nil {
			t.Errorf("activity=%s: %v, %v", name, e.Activity, problems)
		}
	}
}

// TestStepsHideAndLock: what a step shows is no part of the link.
func TestStepsHideAndLock(t *testing.T) {
	e := Default().WithActivity(FirstLesson()).AtStep(0)
	if !e.Hides(NetworkPart) || e.Hides(FitPart) || !e.Locks(DataPart) || e.Draws(LineOverlay) || !e.Draws(MarkOverlay) {
		t.Error("the first step of the first lesson does not show the points alone")
	}
	if got := Encode(e); got != "activity=first-neuron" {
		t.Errorf("its link is %s", got)
	}
	if e = e.AtStep(99); e.Hides(NetworkPart) {
		t.Error("a step that there is not hides something")
	}
	if e := Default().AtStep(0); e.Hides(NetworkPart) || !e.Draws(LineOverlay) {
		t.Error("no activity hides something")
	}
}

// TestWordsInLanguages: the reader's, else the first.
func TestWordsInLanguages(t *testing.T) {
	w := Words{{"en", "pattern"}, {"ko", "규칙"}}
	for lang, want := range map[string]string{"en": "pattern", "ko": "규칙", "fr": "pattern", "": "pattern"} {
		if got := w.In(lang); got != want {
			t.Errorf("In(%q) = %q, want %q", lang, got, want)
		}
	}
	if got := Plain("").In("en"); got != "" {
		t.Errorf("no words are %q", got)
	}
}

func FuzzDecodeActivity(f *testing.F) {
	f.Add(EncodeActivity(FirstLesson()))
	f.Add(activityFirstLine + "\nstep\nask=choice\nchoice\nchoice.ko=가\nchoice\nchoice=b\nright=2:9\nwait=yes")
	for i, word := range []string{"step", "choice", "ask=mark:1e400", "set=%zz", "text.=x", "=", "goal=guess:1", "show=,,"} {
		f.Add(activityFirstLine + "\nstep\n" + word + "\ntext=" + strconv.Itoa(i))
	}
	f.Fuzz(func(t *testing.T, text string) {
		a, problems := DecodeActivity(text)
		if a == nil || len(a.Steps) == 0 {
			if len(problems) == 0 {
				t.Fatalf("%q is refused without a word", text)
			}
			return
		}
		for _, p := range problems {
			_ = p.Error()
		}
		backAgain(t, a)
	})
}
