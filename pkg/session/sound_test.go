package session

import (
	"slices"
	"strings"
	"testing"

	"firstneuron/pkg/session/sound"
)

// notesOf returns the notes that a page was asked to play, and forgets them.
func notesOf(p *player) (notes []sound.Note) {
	for _, effect := range p.asked {
		if play, ok := effect.(PlaySound); ok {
			notes = append(notes, play.Notes...)
		}
	}
	p.asked = nil
	return notes
}

func count(notes []sound.Note, kind sound.Kind) (n int) {
	for _, note := range notes {
		if note.Kind == kind {
			n++
		}
	}
	return n
}

// audible is a page that plays, with a training to be seen.
func audible(t *testing.T, fragment string) *player {
	t.Helper()
	p := openFirst(fragment)
	p.atOnce = true
	p.send(SoundChosen{On: true})
	if !slices.Contains(p.asked, Effect(OpenSound{})) || p.Hearing != "" {
		t.Fatalf("the effects are %v, want the sound to be opened", p.asked)
	}
	p.send(SoundOpened{Plays: true}, TrainPressed{})
	for p.Run.Phase == Running {
		p.slice()
	}
	return p
}

// TestTrainingIsHeard: the loss falls from the first pitch on, ticks are bounded, and
// the end has one chord.
func TestTrainingIsHeard(t *testing.T) {
	t.Parallel()
	p := audible(t, "w=0&b=0")
	if notes := notesOf(p); len(notes) > 0 {
		t.Errorf("before anything is shown %v is heard", notes)
	}
	_, seconds := watch(t, p)
	notes := notesOf(p)
	var pitches []float64
	for _, note := range notes {
		if note.Kind == sound.Tone {
			pitches = append(pitches, note.Frequency)
		}
	}
	if len(pitches) < 40 || pitches[0] != sound.FirstPitch || !slices.IsSortedFunc(pitches, func(a, b float64) int { return int(b*1000) - int(a*1000) }) {
		t.Errorf("the pitches are %v, want 40 at least that fall from %v", pitches, sound.FirstPitch)
	}
	if last := pitches[len(pitches)-1]; last != sound.Pitch(p.Shown().Loss, p.Run.Timeline.Record(1).Loss) || last > 200 {
		t.Errorf("the last pitch is %v, want that of the loss %v", last, p.Shown().Loss)
	}
	if ticks := count(notes, sound.Tick); ticks < 20 || float64(ticks) > seconds*sound.MostTicks+1 {
		t.Errorf("%d ticks in %.1f s, want 20 to %.0f", ticks, seconds, seconds*sound.MostTicks)
	}
	if chords := count(notes, sound.Chord); chords != 1 || notes[len(notes)-1].Kind != sound.Chord {
		t.Errorf("%d chords, the last note is %v, want one chord at the end", chords, notes[len(notes)-1])
	}
	p.send(CursorMoved{Epoch: 10}, CursorMoved{Epoch: 200}, SettingTyped{Key: "epochs", Text: "400"})
	if notes := notesOf(p); len(notes) > 0 {
		t.Errorf("a cursor that is dragged plays %v, want nothing", notes)
	}
}

// TestNoChordWhereNothingConverged: a training that diverges, one that is still on its
// way, one that is stopped.
func TestNoChordWhereNothingConverged(t *testing.T) {
	t.Parallel()
	for name, fragment := range map[string]string{"diverges": "lr=0.3&w=0&b=0", "on its way": "epochs=5&w=0&b=0"} {
		p := audible(t, fragment)
		watch(t, p)
		if notes := notesOf(p); count(notes, sound.Chord) > 0 || count(notes, sound.Tone) < 3 {
			t.Errorf("%s: the notes are %v, want tones and no chord", name, notes)
		}
	}
	p := audible(t, "w=0&b=0")
	p.send(FramePassed{Playback: p.Playback.ID, Seconds: 0.1}, PlayPressed{})
	if notes := notesOf(p); count(notes, sound.Chord) > 0 {
		t.Errorf("a playback that is stopped plays %v, want no chord", notes)
	}
}

// TestSoundWaitsForATouch: a link that asks for it does not sound by itself, and the
// page says so; the learner switches it off, and the link forgets it.
func TestSoundWaitsForATouch(t *testing.T) {
	t.Parallel()
	p := openFirst("")
	p.atOnce = true
	p.send(Navigated{Fragment: "w=0&b=0&sound=1"}, SoundOpened{})
	if p.Hearing != HearingWaits || !p.SoundAsked {
		t.Errorf("before a touch the sound is %q, want that it waits", p.Hearing)
	}
	p.send(TrainPressed{})
	for p.Run.Phase == Running {
		p.slice()
	}
	watch(t, p)
	if notes := notesOf(p); len(notes) > 0 {
		t.Errorf("before a touch %v is played", notes)
	}
	p.send(SoundOpened{Plays: true}, PlayPressed{})
	watch(t, p)
	if notes := notesOf(p); count(notes, sound.Chord) != 1 {
		t.Errorf("after the touch a playback has %d chords, want 1", count(notes, sound.Chord))
	}
	p.send(SoundChosen{})
	if !slices.Contains(p.asked, Effect(CloseSound{})) || p.Hearing != "" || !p.SoundAsked || strings.Contains(p.link, "sound") {
		t.Errorf("switched off: effects %v, state %q, link %s; want the sound closed and not in the link", p.asked, p.Hearing, p.link)
	}
	if p.send(SoundOpened{Missing: true}); p.Hearing != "" {
		t.Error("what comes too late counts")
	}
	p.send(SoundChosen{On: true}, SoundOpened{Missing: true})
	if p.Hearing != HearingMissing {
		t.Errorf("without Web Audio the sound is %q, want that it is missing", p.Hearing)
	}
}
