// Package sound says what a training sounds like, for who does not see its curve: the
// loss as a pitch that falls with it, a tick for an epoch, a chord when the training has
// converged. It knows numbers alone and makes no sound: what does is in pkg/ui/dom.
//
//	pitch := sound.Pitch(0.01, 8)            // of a loss, by the first one
//	ticks, heard := ticks.Pass(1, 0.016)     // an epoch has passed, in a frame
//	if sound.Converged(8, 0.01, 0.01) { … }  // a chord
package sound

// Note is something to hear.
type Note struct {
	Kind Kind
	// Frequency is a tone's, in Hz; ticks and chords have their own.
	Frequency float64
}

// Kind is a kind of note.
type Kind string

// The kinds of notes.
const (
	// Tone is the loss. It sounds on until the next one, and fades where none comes.
	Tone Kind = "tone"
	// Tick is an epoch.
	Tick Kind = "tick"
	// Chord says that the training has converged.
	Chord Kind = "chord"
)
