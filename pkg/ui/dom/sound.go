package dom

import (
	"firstneuron/pkg/session/sound"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// Sound plays notes by Web Audio. Its zero value is silent: [Sound.Open] begins.
type Sound struct {
	context Value
	// tone is the one of the loss, and volume how loud it is.
	tone, volume Value
	// release ends the waiting for a touch.
	release func()
}

// How loud things are, of 1, and how long they take, in seconds.
const (
	toneVolume, tickVolume, chordVolume = 0.08, 0.05, 0.06
	glide                               = 0.02 // from a pitch to the next
	holds                               = 0.25 // a tone that no other follows
	fades                               = 0.06
	tickTime                            = 0.015
	tickPitch                           = 1500
	chordTime                           = 1.6
)

// Open makes the browser ready to play, and says what it is: whether it plays at once,
// or waits for a touch or a key of the learner, before which no page may sound. It is
// called again when that comes; missing is a browser without Web Audio.
func (s *Sound) Open(ctx app.Context, is func(ctx app.Context, plays, missing bool)) {
	maker := window().Get("AudioContext")
	if maker.Missing() {
		maker = window().Get("webkitAudioContext")
	}
	if maker.Missing() {
		is(ctx, false, true)
		return
	}
	s.stopWaiting()
	if !touched() {
		s.await(ctx, maker, is)
		is(ctx, false, false)
		return
	}
	s.begin(ctx, maker, is)
}

// touched reports whether the learner has touched the page. Browsers that do not say so
// are asked by a touch. One that is made before would be told of in the console.
func touched() bool {
	return window().Get("navigator").Get("userActivation").Get("hasBeenActive").Flag()
}

// await begins with the next touch or key.
func (s *Sound) await(ctx app.Context, maker Value, is func(app.Context, bool, bool)) {
	var releases []func()
	for _, event := range []string{"pointerup", "click", "keydown"} {
		releases = append(releases, HearWindow(event, func(Value) {
			s.stopWaiting()
			s.begin(ctx, maker, is)
		}))
	}
	s.release = func() {
		for _, release := range releases {
			release()
		}
	}
}

func (s *Sound) stopWaiting() {
	if s.release != nil {
		s.release()
		s.release = nil
	}
}

// begin makes what plays, and asks the browser to let it.
func (s *Sound) begin(ctx app.Context, maker Value, is func(app.Context, bool, bool)) {
	if s.context.Missing() {
		s.context = maker.New()
	}
	settled(s.context.Call("resume"), func(_ Value, ok bool) {
		Dispatch(ctx, func(ctx app.Context) { is(ctx, ok && s.plays(), s.context.Missing()) })
	})
}

func (s *Sound) plays() bool { return s.context.Get("state").Text() == "running" }

// Close ends the sound, and lets go of the loudspeaker.
func (s *Sound) Close() {
	s.stopWaiting()
	s.context.Call("close")
	*s = Sound{}
}

// Play plays notes, where the browser lets it.
func (s *Sound) Play(notes []sound.Note) {
	if s.context.Missing() {
		return
	}
	if !s.plays() {
		s.context.Call("resume") // a call or another program had taken the loudspeaker
		return
	}
	for _, note := range notes {
		switch note.Kind {
		case sound.Tone:
			s.hold(note.Frequency)
		case sound.Tick:
			s.strike(tickPitch, tickVolume, tickTime)
		case sound.Chord:
			for _, pitch := range sound.ChordPitches() {
				s.strike(pitch, chordVolume, chordTime)
			}
		}
	}
}

func (s *Sound) now() float64 {
	now, _ := s.context.Get("currentTime").Number()
	return now
}

// hold lets the tone glide to a pitch, and fade if nothing follows.
func (s *Sound) hold(pitch float64) {
	now := s.now()
	if s.tone.Missing() {
		s.tone, s.volume = s.voice(pitch, "triangle")
		s.volume.Get("gain").Call("setValueAtTime", 0, now)
		s.tone.Call("start")
	}
	s.tone.Get("frequency").Call("setTargetAtTime", pitch, now, glide)
	gain := s.volume.Get("gain")
	gain.Call("cancelScheduledValues", now)
	gain.Call("setTargetAtTime", toneVolume, now, glide)
	gain.Call("setTargetAtTime", 0, now+holds, fades)
}

// strike plays a note that fades by itself.
func (s *Sound) strike(pitch, loud, seconds float64) {
	now := s.now()
	tone, volume := s.voice(pitch, "sine")
	gain := volume.Get("gain")
	gain.Call("setValueAtTime", loud, now)
	gain.Call("exponentialRampToValueAtTime", loud/1000, now+seconds)
	tone.Call("start", now)
	tone.Call("stop", now+seconds)
}

// voice is an oscillator and how loud it is, on the way to the loudspeaker.
func (s *Sound) voice(pitch float64, shape string) (tone, volume Value) {
	tone, volume = s.context.Call("createOscillator"), s.context.Call("createGain")
	tone.Set("type", shape)
	tone.Get("frequency").Set("value", pitch)
	tone.Call("connect", volume)
	volume.Call("connect", s.context.Get("destination"))
	return tone, volume
}
