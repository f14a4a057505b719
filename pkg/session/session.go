package session

import (
	"firstneuron/pkg/experiment"
	"firstneuron/pkg/session/sound"
)

// Session is everything one playground knows, in parts: each says what it begins
// with when another experiment is opened. The zero value is not useful: start
// with [New].
type Session struct {
	// Edit is what the learner edits, History what she goes back to.
	Edit
	History
	// Link is what is wrong with the page's link.
	Link
	// Run is the training: its phase and its record.
	Run Run
	// View is how the page shows it, Explore what she looks at more closely.
	View
	Explore
	// Challenge is how far she is with the author's task.
	Challenge Challenge
	// Share is the dialog that hands the experiment on.
	Share Share
	// Kept is what the browser keeps for when the page is loaded again.
	Kept
	// Visit is what stays when another experiment is opened.
	Visit

	// reading are the long texts that are being read.
	reading readings
	// known remembers what follows from the experiment: see derived.
	known *derived
}

// Visit is what a session knows of the learner and her browser.
type Visit struct {
	// Preferences are the learner's language and colours.
	Preferences Preferences
	// Maker is the desk at which an author makes an activity. That it is open does not stay.
	Maker Maker
	// AutoTrainChoice is the learner's own choice about training as she edits, nil
	// as long as it is left to the size of the training: see AutoTrains.
	AutoTrainChoice *bool
	// newcomer is set on the first visit until something is done.
	newcomer bool
	// fetched is the activity of the gallery that came last, nil for none.
	fetched *experiment.Activity
	// greets is set where an empty address opens the first lesson.
	greets bool
	// seen is set once a training has come to its end.
	seen bool
	// words are those of the page's languages, readers is what reads programs.
	words
	readers
	// Hearing is how far the browser is with the sound, ticks the epochs that tick.
	// SoundAsked is set once anybody has asked for it.
	Hearing    Hearing
	SoundAsked bool
	ticks      sound.Ticks
	// engine is the name of what computes here: see EngineReported.
	engine string
	// jobs counts the jobs that were begun, so that results of older ones are
	// known as such; retraining is the number of the latest RetrainSaved.
	jobs, retraining int
}

// New returns the session of a page opened with the given fragment. Nothing is
// trained: what "auto" begins needs an effect, and so the message [Navigated].
func New(fragment string) Session {
	s, _ := Session{}.navigate(fragment)
	if s.Run.Phase == Running {
		s = s.untrained()
	}
	return s.withCode()
}

// Anew returns the session of a page opened with the link of this one, in its language.
func (s Session) Anew() Session {
	next := New(experiment.Encode(s.Experiment))
	next.words, next.Preferences = s.words, s.Preferences
	return next
}

// startOver begins with an experiment that a link holds, and what of the link
// could not be read.
func (s Session) startOver(e experiment.Experiment, problems []*experiment.Problem) (Session, []Effect) {
	if s.fetched != nil && e.Pending() == s.fetched.Name {
		e = e.Fetched(s.fetched)
	}
	s.Maker.Open = false // as every view that the link does not open
	s = Session{
		Edit:    newEdit(e),
		Link:    Link{Notices: problems},
		Run:     s.Run, // which untrained ends
		View:    newView(s.View, e.Open),
		Explore: newExplore(),
		Visit:   s.Visit,
		known:   derive(e, s.known),
	}
	s = s.untrained()
	s = s.staged()
	var effects []Effect
	if e.Make && !e.Embed && e.Pending() == "" {
		s, effects = s.makes()
	}
	if name := e.Pending(); name != "" {
		effects = append(effects, FetchActivity{Name: name})
	}
	if e.Auto {
		s, training := s.train(e.Epochs)
		return s, append(effects, training...)
	}
	return s, effects
}
