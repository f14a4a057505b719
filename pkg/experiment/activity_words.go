package experiment

import (
	"slices"
	"strconv"
)

// Translated returns a with words in a further language: text has them by the keys of
// [Activity.WordKeys], "" where there are none. What a does not say in English, it says in
// no language.
func (a *Activity) Translated(lang string, text func(key string) string) *Activity {
	translated := *a
	translated.Steps = slices.Clone(a.Steps)
	for i := range translated.Steps {
		choices := &translated.Steps[i].Ask.Choices
		*choices = slices.Clone(*choices)
	}
	translated.eachWords(func(key string, words *Words) {
		if said := text(key); said != "" {
			*words = words.With(lang, said)
		}
	})
	return &translated
}

// WordKeys returns the English words of an activity of the gallery by the keys under
// which the catalogues of the other languages have them: "activity.bend.2.choice.1" is
// the first choice of its second step.
func (a *Activity) WordKeys() map[string]string {
	english := make(map[string]string)
	a.eachWords(func(key string, words *Words) { english[key] = words.In(English) })
	return english
}

// eachWords calls do for all words that a has.
func (a *Activity) eachWords(do func(key string, words *Words)) {
	at := "activity." + a.Name + "."
	say := func(key string, words *Words) {
		if len(*words) > 0 {
			do(at+key, words)
		}
	}
	say("title", &a.Title)
	say("aim", &a.Aim)
	for i := range a.Steps {
		s := &a.Steps[i]
		at = "activity." + a.Name + "." + strconv.Itoa(i+1) + "."
		say("title", &s.Title)
		say("text", &s.Text)
		say("question", &s.Ask.Question)
		for j := range s.Ask.Choices {
			say("choice."+strconv.Itoa(j+1), &s.Ask.Choices[j])
		}
		say("wrong", &s.Ask.Wrong)
		say("button", &s.Button)
		say("feedback", &s.Feedback)
	}
}
