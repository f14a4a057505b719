package session

import "firstneuron/pkg/experiment"

// The page has the words of a language when it needs them. Those of another are asked for
// with [LoadWords]; until [WordsArrived] it goes on in the language that it has.

// Lexicon has the words of a language.
type Lexicon interface {
	// Activity returns an activity of the gallery with the language's words.
	Activity(a *experiment.Activity) *experiment.Activity
}

// words is what the session knows of them.
type words struct {
	// spoken is the language that the page is drawn in, "" as long as nobody has said it.
	spoken  string
	lexicon Lexicon
	// awaited is a language whose words are on their way, absent one whose words could
	// not be had.
	awaited, absent string
	// linked is set once the link of the page is read: before, its language is not known.
	linked bool
}

// CodeWordsLacking says that the words of a language could not be had, with the argument
// language.
const CodeWordsLacking = "words_lacking"

// Spoken is the language that the page is drawn in, "" as long as nobody has said it.
func (s Session) Spoken() string { return s.spoken }

// Speaking returns the session in a language whose words are here, before it has read
// anything: nothing begins, as nobody would hear of what it comes to.
func (s Session) Speaking(lang string, words Lexicon) Session {
	s.spoken, s.lexicon = lang, words
	return s
}

// wantWords asks for the words of the language to speak, if the page has another and
// they are not on their way.
func (s Session) wantWords() (Session, []Effect) {
	wanted := s.Lang()
	if !s.linked || wanted == "" || wanted == s.spoken || wanted == s.awaited || wanted == s.absent {
		return s, nil
	}
	s.awaited, s.absent = wanted, ""
	return s, []Effect{LoadWords{Lang: wanted}}
}

// WordsArrived brings the words of a language. The page is drawn in it, unless another is
// wanted by now.
type WordsArrived struct {
	Lang  string
	Words Lexicon
}

func (m WordsArrived) update(s Session) (Session, []Effect) {
	if s.awaited == m.Lang {
		s.awaited = ""
	}
	if s.absent == m.Lang {
		s.absent = ""
	}
	if s.spoken == "" || m.Lang == s.Lang() {
		s = s.Speaking(m.Lang, m.Words)
	}
	return s, nil
}

// WordsFailed says that the words of a language could not be had. The page stays in the
// language that it has, and says so.
type WordsFailed struct{ Lang string }

func (m WordsFailed) update(s Session) (Session, []Effect) {
	if s.awaited == m.Lang {
		s.awaited, s.absent = "", m.Lang
	}
	return s, nil
}

// lackingWords is the problem of the language to speak, nil where there is none.
func (s Session) lackingWords() *experiment.Problem {
	if s.absent == "" || s.absent != s.Lang() {
		return nil
	}
	language, _ := experiment.LanguageOf(s.absent)
	return experiment.NewProblem(CodeWordsLacking, "language", language.Name)
}
