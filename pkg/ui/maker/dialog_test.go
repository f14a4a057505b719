package maker

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/session"
	"firstneuron/pkg/ui/i18n"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// desk is the session of an author who has done something at the desk.
func desk(messages ...session.Msg) session.Session {
	s, _ := session.Update(session.New(""), session.MakerOpened{Open: true})
	for _, m := range messages {
		s, _ = session.Update(s, m)
	}
	return s
}

// everything is a desk with each thing that an activity can have.
func everything() []session.Msg {
	messages := []session.Msg{
		session.MakerTyped{Field: session.QuestionField, Text: "Which?"},
		session.MakerTyped{Field: session.KindField, Text: "choice"},
		session.MakerTyped{Field: "choice.0", Text: "this"},
		session.MakerTyped{Field: "choice.1", Text: "that"},
		session.MakerTyped{Field: session.RightField, Text: "2"},
		session.MakerStepAdded{},
		session.MakerTyped{Field: session.KindField, Text: "mark"},
		session.MakerTyped{Field: session.RightField, Text: "19"},
		session.MakerTyped{Field: session.ButtonField, Text: "Go"},
		session.SettingTyped{Key: "epochs", Text: "7"},
		session.MakerPageTaken{Press: true},
	}
	for _, kind := range session.MakerGoals() {
		messages = append(messages, session.MakerGoalAdded{Kind: kind})
	}
	return messages
}

// TestNoIDStandsTwice: of two elements with one ID a label names the first. And each label
// names an element, each control has a name.
func TestNoIDStandsTwice(t *testing.T) {
	for _, lang := range experiment.LanguageCodes() {
		for step := range 2 {
			html := app.HTMLString(New(lang, desk(append(everything(), session.MakerStepChosen{Step: step})...)))
			count := map[string]int{}
			for _, found := range regexp.MustCompile(`\sid="([^"]*)"`).FindAllStringSubmatch(html, -1) {
				if count[found[1]]++; count[found[1]] == 2 {
					t.Errorf("the ID %q stands twice", found[1])
				}
			}
			labels := regexp.MustCompile(`\sfor="([^"]*)"`).FindAllStringSubmatch(html, -1)
			if len(labels) < 30 {
				t.Errorf("the desk has %d labels, want those of its fields", len(labels))
			}
			labelled := map[string]bool{}
			for _, found := range labels {
				labelled[found[1]] = true
				if count[found[1]] == 0 {
					t.Errorf("a label names %q, which no element is", found[1])
				}
			}
			for _, found := range regexp.MustCompile(`<(?:input|select|textarea)[^>]*>`).FindAllString(html, -1) {
				id := regexp.MustCompile(`\sid="([^"]*)"`).FindStringSubmatch(found)
				if !strings.Contains(found, "aria-label=") && (id == nil || !labelled[id[1]]) {
					t.Errorf("nothing names the control %s", found)
				}
			}
			if strings.Contains(html, ">maker.") || strings.Contains(html, "{number}") {
				t.Errorf("in %s a message is missing: %s", lang, regexp.MustCompile(`>maker\.[^<]*|[^>]*\{number\}`).FindString(html))
			}
		}
	}
}

// TestEveryMenuHasItsWords, in each language.
func TestEveryMenuHasItsWords(t *testing.T) {
	var keys []string
	for _, layout := range session.Layouts {
		keys = append(keys, "layout_"+layout.Name)
	}
	for _, kind := range session.MakerGoals() {
		keys = append(keys, "goal_"+string(kind), "add_"+string(kind))
	}
	for _, overlay := range experiment.Overlays() {
		keys = append(keys, "overlay_"+overlay)
	}
	for _, number := range []string{session.LossNumber, session.WithinNumber, session.XNumber, session.X2Number, session.YNumber, session.ToleranceNumber, session.AccuracyNumber} {
		keys = append(keys, "number_"+number)
	}
	for _, lang := range experiment.LanguageCodes() {
		for _, key := range keys {
			if i18n.For(lang).Text("maker."+key) == "maker."+key {
				t.Errorf("%s: maker.%s has no message", lang, key)
			}
		}
	}
}

// TestGoalsAreSentences: each of a goal's numbers has its box, in the order of the
// language.
func TestGoalsAreSentences(t *testing.T) {
	for _, lang := range experiment.LanguageCodes() {
		boxesOf := func(key string) (boxes []string) {
			sentence(i18n.For(lang).Text("maker.goal_"+key), func(name string) app.UI {
				boxes = append(boxes, name)
				return app.Span()
			})
			return boxes
		}
		if boxes := boxesOf("predict_plane"); len(boxes) != 4 || !slices.Contains(boxes, session.X2Number) {
			t.Errorf("%s: on a plane the goal has boxes for %v, want 4", lang, boxes)
		}
		for _, kind := range session.MakerGoals() {
			boxes := boxesOf(string(kind))
			goal := experiment.Goal{Kind: kind}
			want := len(session.GoalNumbers(&goal))
			if kind == experiment.PredictGoal {
				want-- // the second input
			}
			if kind == experiment.LossGoal || kind == experiment.EpochsGoal || kind == experiment.AccuracyGoal || kind == experiment.ValidationGoal {
				want++ // the epochs
			}
			if len(boxes) != want {
				t.Errorf("%s: the goal %s has boxes for %v, want %d", lang, kind, boxes, want)
			}
		}
	}
}
