package gallery

import (
	"fmt"
	"maps"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"firstneuron/docs/teaching"
	"firstneuron/pkg/experiment"
	"firstneuron/pkg/session"
	"firstneuron/pkg/ui/format"
	"firstneuron/pkg/ui/i18n"
)

// page performs what a session asks for, at once.
type page struct {
	session.Machine
	pending []session.Effect
}

func (p *page) send(messages ...session.Msg) {
	for _, m := range messages {
		p.Send(m, func(effect session.Effect) {
			_, begins := effect.(session.StartTraining)
			if _, goesOn := effect.(session.NextSlice); begins || goesOn {
				p.pending = append(p.pending, effect)
			}
		})
		for len(p.pending) > 0 {
			effect := p.pending[0]
			p.pending = p.pending[1:]
			if progress, _ := p.Work(effect, time.Now().Add(time.Hour)); progress != nil {
				p.send(progress)
			}
		}
	}
}

// move does what a line of the notes says.
func (p *page) move(t *testing.T, m Move) {
	t.Helper()
	numbers := func() (a, b float64) { _, _ = fmt.Sscan(m.What, &a, &b); return a, b }
	step, _ := p.StepNow()
	switch m.Verb {
	case "answer":
		p.send(session.AnswerTyped{Text: m.What}, session.AnswerGiven{})
	case "choose":
		n, _ := numbers()
		p.send(session.ChoiceMade{Number: int(n)})
	case "wrong":
		before := p.Score()
		if n, _ := numbers(); step.Ask.Kind == experiment.ChoiceAsk {
			p.send(session.ChoiceMade{Number: int(n)})
		} else {
			p.send(session.AnswerTyped{Text: m.What}, session.AnswerGiven{})
		}
		if p.Score() != before || p.StepDone() {
			t.Errorf("the wrong answer %s counts", m.What)
		}
	case "guess":
		w, b := numbers()
		p.send(session.DragStarted{ByPointer: true}, session.LineMoved{Line: experiment.Line{W: w, B: b}}, session.DragEnded{})
	case "epoch":
		n, _ := numbers()
		for range int(n) {
			p.send(session.StepPressed{})
		}
	case "train":
		p.send(session.TrainPressed{AtOnce: true})
	case "more":
		p.send(session.DigitTrained{})
	case "button":
		p.send(session.StepButtonPressed{})
	case "set":
		key, value, _ := strings.Cut(m.What, " ")
		p.send(session.SettingTyped{Key: key, Text: value}, session.SettingLeft{Key: key})
	case "next":
		if !p.CanGoOn() {
			t.Fatalf("step %d of the notes does not end: %+v", p.Challenge.Way.Step+1, p.Challenge.Way)
		}
		p.send(session.StepEntered{})
	case "see":
		what, want, _ := strings.Cut(m.What, " ")
		got := p.Filled("{"+what+"}", func(v float64) string {
			digits := len(strings.Trim(strings.ReplaceAll(want, ".", ""), "-0")) // as exactly as the notes say it
			return strconv.FormatFloat(v, 'g', max(digits, 1), 64)
		}, format.ShortLine)
		a, err1 := strconv.ParseFloat(got, 64)
		b, err2 := strconv.ParseFloat(want, 64)
		if err1 != nil || err2 != nil || math.Abs(a-b) > 1e-9 {
			t.Errorf("the notes say %s %s, the page %s", what, want, got)
		}
	default:
		t.Fatalf("the notes say %q, which nobody can do", m.Verb)
	}
}

// TestEveryActivityIsSolvedAsItsNotesSay, and can be read in every language, links to
// itself and has notes.
func TestEveryActivityIsSolvedAsItsNotesSay(t *testing.T) {
	for _, name := range Names() {
		t.Run(name, func(t *testing.T) {
			if written, err := files.ReadFile("activities/" + name + ".txt"); err == nil {
				if _, problems := experiment.DecodeActivity(string(written)); len(problems) > 0 {
					t.Error(problems)
				}
			}
			a, problems := experiment.DecodeActivity(Text(name))
			if len(problems) > 0 || a == nil {
				t.Fatal(problems)
			}
			for _, lang := range experiment.LanguageCodes() {
				for i, step := range a.Steps {
					for what, words := range map[string]experiment.Words{
						"title": step.Title, "text": step.Text, "question": step.Ask.Question,
						"wrong": step.Ask.Wrong, "button": step.Button, "feedback": step.Feedback,
					} {
						if len(words) > 0 && !spoken(words, lang) {
							t.Errorf("the %s of step %d is not in %q", what, i+1, lang)
						}
					}
				}
				if !spoken(a.Title, lang) || !spoken(a.Aim, lang) || a.Minutes == 0 {
					t.Errorf("no title, no aim in %q, or no minutes", lang)
				}
			}
			own := experiment.Default().WithActivity(a)
			if link := experiment.Encode(own); len(link) > experiment.MaxFragment {
				t.Errorf("packed its link has %d characters", len(link))
			} else if e, problems := experiment.Decode(link); len(problems) > 0 || !e.Activity.Equal(a) || experiment.Encode(e) != link {
				t.Errorf("its link does not come back: %v", problems)
			} else if got := experiment.Encode(session.New(link).Experiment); got != link {
				t.Errorf("a page that is opened with %s has the link %s", link, got)
			}
			p := &page{Machine: session.NewMachine(session.New(""))}
			p.send(session.Navigated{Fragment: "activity=" + name})
			if p.Experiment.Pending() == name {
				p.send(session.ActivityFetched{Name: name, Text: Text(name), OK: true})
			}
			moves := Solution(teaching.Notes(name, experiment.English))
			for _, m := range moves {
				p.move(t, m)
			}
			if p.Score() != 100 || p.Challenge.Way.Step != len(a.Steps)-1 {
				t.Errorf("as the notes say, the score is %v at step %d of %d: %+v", p.Score(), p.Challenge.Way.Step+1, len(a.Steps), p.Challenge.Way)
			}
		})
	}
}

// TestCataloguesHaveTheWordsOfTheActivities: each language all of them, with the same
// places to fill, and no others.
func TestCataloguesHaveTheWordsOfTheActivities(t *testing.T) {
	places := regexp.MustCompile(`\{[a-z_]+\}`)
	all := map[string]string{}
	for _, name := range Names() {
		maps.Copy(all, english(name).WordKeys())
	}
	for _, lang := range experiment.LanguageCodes() {
		if lang == experiment.English {
			continue
		}
		c := i18n.For(lang)
		for key, text := range all {
			want, got := places.FindAllString(text, -1), places.FindAllString(c.Message(key), -1)
			slices.Sort(want)
			slices.Sort(got)
			if c.Message(key) == "" || !slices.Equal(slices.Compact(got), slices.Compact(want)) {
				t.Errorf("%s.json: %s is %q, in English %q", lang, key, c.Message(key), text)
			}
		}
		for _, key := range c.Keys() {
			if _, ok := all[key]; strings.HasPrefix(key, "activity.") && !ok {
				t.Errorf("%s.json has %s, which no activity says", lang, key)
			}
		}
	}
	for _, name := range Names() {
		for key := range english(name).WordKeys() {
			if i18n.For(experiment.English).Message(key) != "" {
				t.Errorf("en.json has %s, which the activity itself says", key)
			}
		}
		if langs, unnamed := english(name).Langs(); unnamed || !slices.Equal(langs, []string{experiment.English}) {
			t.Errorf("the text of %s has words in %v, want English alone: the other languages are in their catalogues", name, langs)
		}
	}
}

// spoken reports whether words have a text of their own in a language.
func spoken(words experiment.Words, lang string) bool {
	for _, w := range words {
		if w.Lang == lang && w.Text != "" {
			return true
		}
	}
	return false
}

// TestFiguresInTheTexts are computed.
func TestFiguresInTheTexts(t *testing.T) {
	off := func(fragment string) float64 {
		p := &page{Machine: session.NewMachine(session.New(fragment))}
		p.send(session.TrainPressed{AtOnce: true})
		return math.Abs(p.Predict(10)[0] - 19)
	}
	for epochs, within := range map[string]float64{"340": 0.1, "560": 0.01, "782": 0.001} {
		if got := off("w=0&b=0&epochs=" + epochs); got > within || got < within*0.9 {
			t.Errorf("after %s epochs the answer is %v off, want just within %v", epochs, got, within)
		}
	}
	p := &page{Machine: session.NewMachine(session.New("w=0&b=0&epochs=1000"))}
	p.send(session.TrainPressed{AtOnce: true})
	first := 0
	for _, r := range p.Run.Timeline.All() {
		if r.Logged() && r.Loss < 1e-6 && first == 0 {
			first = r.Epoch
		}
	}
	if first < 660 || first > 700 {
		t.Errorf("0.000001 is reached after %d epochs at 0.01, want about 680", first)
	}
	m := &page{Machine: session.NewMachine(session.New(Activity("memorizing").Steps[0].Set + "&" + Activity("memorizing").Steps[2].Press))}
	m.send(session.TrainPressed{AtOnce: true})
	least, at := math.Inf(1), 0
	for _, r := range m.Run.Timeline.All() {
		if r.Validated && r.Validation < least {
			least, at = r.Validation, r.Epoch
		}
	}
	if last := m.Run.Timeline.Last().Validation; at < 80 || at > 130 || last < 3*least {
		t.Errorf("the validation loss is least, %v, after %d epochs, and %v at the end; want about 100, and much more", least, at, last)
	}
	if got := m.Experiment.Layout().Count(); got != 4353 {
		t.Errorf("the large net has %d weights and biases, want 4,353", got)
	}
}
