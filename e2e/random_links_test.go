package e2e

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"

	"firstneuron/e2e/browser"
	"firstneuron/pkg/experiment"
)

// TestLinksComeBackAsTheyWere: what the page makes of a link, it writes as the
// same link: every example, and random experiments, of which package experiment
// draws many more.
func TestLinksComeBackAsTheyWere(t *testing.T) {
	t.Parallel()
	var fragments []string
	for _, example := range experiment.Examples() {
		fragments = append(fragments, experiment.Encode(example.Experiment))
	}
	random := rand.New(rand.NewPCG(1, 2))
	for len(fragments) < 12+len(experiment.Examples()) {
		e := randomExperiment(random)
		e.Make = false // the desk is something to do with a page, and not on it
		if experiment.LinkProblem(e) == nil {
			fragments = append(fragments, experiment.Encode(e))
		}
	}
	page := openHosting(t, "#embed=1", "")
	browser.Evaluate[bool](page, `(async () => { window.port = hello(); return await until(() => window.port.heard[0]) !== null })()`)
	for list := range slices.Chunk(fragments, 10) {
		text, err := json.Marshal(list)
		if err != nil {
			t.Fatal(err)
		}
		got := browser.Evaluate[[]string](page, fmt.Sprintf(`(async () => {
			const wrong = [];
			for (const fragment of %s) {
				const answer = await ask(window.port, "setState", {fragment});
				const again = answer.result?.fragment;
				if (again !== fragment) wrong.push(fragment + " comes back as " + (again ?? JSON.stringify(answer)));
				await new Promise((resolve) => setTimeout(resolve, 25)); // 50 a second are read
			}
			return wrong;
		})()`, text))
		for _, wrong := range got {
			t.Error(wrong)
		}
	}

	// And through the address, as a learner comes by it: by a link elsewhere, which
	// loads the page, and by one in the page's own address.
	address := browser.Serve(t, light(t))
	opened := slices.DeleteFunc(slices.Clone(fragments), func(fragment string) bool {
		// A program that waits for a click, and an address that opens the tour.
		return strings.Contains(fragment, "start=click") || fragment == ""
	})
	const loaded = 2
	page = chromium.Open(t, address)
	for i, fragment := range opened[:6] {
		t.Logf("opening #%s", fragment)
		page.Goto(fmt.Sprintf("%s/?%d#%s", address, min(i, loaded), fragment))
		waitLive(page)
		page.WaitCount(browser.Notices, 0)
		if lang := browser.Evaluate[string](page, `document.documentElement.lang`); lang == "ko" {
			page.Click("button", "공유")
		} else {
			page.Click("button", "Share")
		}
		page.WaitPart(browser.ShareLink, func(links []string) error {
			if _, got, _ := strings.Cut(strings.Join(links, " "), "#"); len(links) != 1 || got != fragment {
				return fmt.Errorf("%q, want one with the fragment %q", links, fragment)
			}
			return nil
		})
		page.Press("Escape")
		page.WaitCount(browser.Dialog, 0)
	}
}

// randomExperiment sets some properties to something that they can be.
func randomExperiment(random *rand.Rand) experiment.Experiment {
	e := experiment.Examples()[random.IntN(len(experiment.Examples()))].Experiment
	words := []string{"a", "뉴런", "<b>", "&amp;", "%41", "+", "#", "=", "\n", "'", "\"", "\\", "é", "😀", "\u202e", " ", "{x}", "{{"}
	for _, key := range experiment.Keys() {
		if random.IntN(3) > 0 || key == "auto" {
			continue
		}
		value := ""
		if choices := experiment.Choices(key); choices != nil {
			value = choices[random.IntN(len(choices))]
		} else if least, most, ok := experiment.Limits(key); ok {
			value = strconv.FormatFloat(least+(most-least)*random.Float64(), 'g', 3, 64)
			if key == "epochs" || key == "batch" || key == "seed" || key == "patience" {
				value = strconv.Itoa(1 + random.IntN(2000))
			}
		}
		switch key {
		case "title", "text", "ask", "feedback":
			for range 1 + random.IntN(12) {
				value += words[random.IntN(len(words))]
			}
		case "goal":
			value = "loss:0.5:7,predict:1:2:0.25,diverge"
		case "layers":
			value = []string{"1", "4:tanh,1", "2,3:relu,1:sigmoid"}[random.IntN(3)]
		case "hide", "lock":
			value = "loss,model"
		case "xs", "ys":
			numbers := make([]string, len(e.Points))
			for i := range numbers {
				numbers[i] = strconv.FormatFloat(random.NormFloat64(), 'g', 5, 64)
			}
			value = strings.Join(numbers, ",")
		}
		if next, problem := e.With(key, value); problem == nil {
			e = next
		}
	}
	return e
}
