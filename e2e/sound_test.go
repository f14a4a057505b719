package e2e

import (
	"testing"

	"firstneuron/e2e/browser"
)

// listens notes what Web Audio is asked to play, and plays it.
//
// A script that a test evaluates counts as a touch, so that who has touched the page is
// asked of the events that a learner makes.
const listens = `
	let touched = false;
	for (const event of ["pointerup", "keydown"]) addEventListener(event, () => (touched = true), true);
	Object.defineProperty(navigator, "userActivation", { get: () => ({ hasBeenActive: touched }) });
	window.played = {pitches: [], struck: 0, made: 0};
	if (window.AudioContext) window.AudioContext = class extends AudioContext {
		constructor() { super(); window.played.made++; window.played.context = this; }
		createOscillator() {
			const tone = super.createOscillator();
			const { frequency } = tone, glide = frequency.setTargetAtTime.bind(frequency), stop = tone.stop.bind(tone);
			frequency.setTargetAtTime = (pitch, ...when) => { window.played.pitches.push(pitch); return glide(pitch, ...when); };
			tone.stop = (when) => { window.played.struck++; return stop(when); };
			return tone;
		}
	};`

// TestTrainingIsHeard: a link with sound=1 makes no sound before a touch, and says so;
// then the pitch falls with the loss while the training plays, and the button ends it.
func TestTrainingIsHeard(t *testing.T) {
	t.Parallel()
	page := open(t, "#w=0&b=0&sound=1&play=1", browser.Script(listens))
	waitBody(page, "The sound begins with your next touch or key")
	if made := browser.Evaluate[int](page, `window.played.made`); made != 0 {
		t.Errorf("%d AudioContexts before a touch, want none: browsers complain of it", made)
	}
	page.Click("button", "Train")
	page.WaitTrue(`window.played.context?.state === "running" && window.played.pitches.length > 20`)
	page.WaitTextHas("status", "Training status", "Epoch 500 of 500")
	page.WaitTrue(`window.played.pitches.at(-1) < 200 && window.played.pitches[0] > 400 && window.played.struck > 10`)
	page.WaitTrue(`!document.body.innerText.includes("The sound begins")`)

	page.WaitState("button", "Sound of the loss", "pressed", "true")
	page.Click("button", "Sound of the loss")
	page.WaitState("button", "Sound of the loss", "pressed", "false")
	page.WaitTrue(`window.played.context.state === "closed" && !location.hash.includes("sound")`)
	page.Click("checkbox", "Sound of the loss")
	page.WaitTrue(`window.played.made === 2 && window.played.context.state === "running" && location.hash.includes("sound=1")`)
}

// TestBrowserWithoutSoundSaysSo, and trains.
func TestBrowserWithoutSoundSaysSo(t *testing.T) {
	t.Parallel()
	page := open(t, "#w=0&b=0&sound=1", browser.Script(`delete window.AudioContext; delete window.webkitAudioContext;`))
	waitBody(page, "This browser plays no sound")
	train(page, 500)
}
