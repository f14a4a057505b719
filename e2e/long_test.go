package e2e

import (
	"fmt"
	"strings"
	"testing"

	"firstneuron/e2e/browser"
	"firstneuron/pkg/experiment"
)

// long is a training that lasts minutes: a million epochs of 40 steps each.
var long = func() string {
	var xs, ys []string
	for i := range 40 {
		x := float64(i)/20 - 1
		xs = append(xs, fmt.Sprintf("%.2f", x))
		ys = append(ys, fmt.Sprintf("%.2f", 2*x-1))
	}
	return "#w=0&b=0&lr=1e-06&epochs=1000000&batch=1&xs=" + strings.Join(xs, ",") + "&ys=" + strings.Join(ys, ",")
}()

func TestLongTrainingLeavesThePageResponsive(t *testing.T) {
	t.Parallel()
	page := open(t, long)
	page.Click("button", "Train")
	page.WaitTextHas("status", "Training status", "of 1000000")

	first := epoch(page)
	page.Wait("waiting for the status to count", func() error {
		if got := epoch(page); got <= first {
			return fmt.Errorf("epoch %d after epoch %d", got, first)
		}
		return nil
	})
	t.Logf("%d frames in a second of training", frames(page))
	page.Fill("spinbutton", "x to predict", "3")
	page.WaitValue("spinbutton", "x to predict", "3")

	page.Click("button", "Pause")
	page.WaitFor("button", "Train")
	paused := epoch(page)
	if paused == 0 || paused >= 1_000_000 {
		t.Fatalf("paused at epoch %d, want one between the first and the last", paused)
	}
	page.WaitFrames(4) // one slice of a training that went on would be drawn by then
	if got := epoch(page); got != paused {
		t.Errorf("the epoch goes from %d to %d after Pause, want it to stand", paused, got)
	}
}

// TestTrainingGoesOnWithoutFrames: the page is put out of sight while it waits
// for a frame, which then never comes.
func TestTrainingGoesOnWithoutFrames(t *testing.T) {
	t.Parallel()
	page := open(t, long, browser.Script(`
		const real = window.requestAnimationFrame;
		window.requestAnimationFrame = (f) => real((now) => { if (!window.unseen) f(now); });
	`))
	page.Click("button", "Train")
	page.WaitTextHas("status", "Training status", "of 1000000")
	browser.Evaluate[bool](page, `window.unseen = true`)
	at := 0
	for range 3 {
		page.Wait("waiting for the epochs to go on", func() error {
			now := epoch(page)
			if now <= at {
				return fmt.Errorf("epoch %d after epoch %d", now, at)
			}
			at = now
			return nil
		})
	}
}

// frames is how many frames the page draws in a second.
func frames(page *browser.Page) int {
	return browser.Evaluate[int](page, `new Promise((resolve) => {
		let frames = 0;
		const end = performance.now() + 1000;
		requestAnimationFrame(function next(now) {
			if (now >= end) return resolve(frames);
			frames++;
			requestAnimationFrame(next);
		});
	})`)
}

// BenchmarkPause is the time from a key on Pause until the page shows that a training
// has stopped, and the frames it draws before: of a million epochs over a few points,
// and of the largest model over the most points.
func BenchmarkPause(b *testing.B) {
	b.Run("lesson", func(b *testing.B) { benchmarkPause(b, open(b, long+"&open=data")) })
	b.Run("largest", func(b *testing.B) {
		page := open(b, "#auto=0&open=data&epochs=1000000&lr=1e-06&layers="+strings.Repeat("64:relu,", experiment.MaxLayers-1)+"1")
		var points strings.Builder
		for i := range experiment.MaxPoints {
			fmt.Fprintf(&points, "%.4f,%.4f\n", float64(i)/5000, float64(i*i%97)/97)
		}
		page.Paste("textbox", "Paste data", points.String())
		page.Click("button", "Use this data")
		page.WaitValue("textbox", "Paste data", "")
		page.WaitIdle()
		benchmarkPause(b, page)
	})
}

func benchmarkPause(b *testing.B, page *browser.Page) {
	total, drawn, worst := 0.0, 0, 0.0
	page.Focus("button", "Train")
	page.Unwatched(func() {
		for b.Loop() {
			page.Press("Enter")
			page.WaitTrue(`document.getElementById("train").innerText.trim() === "Pause"`)
			drawn += frames(page)
			// From the key itself, which may wait for the page to hear of it.
			browser.Evaluate[bool](page, `(() => {
				window.elapsed = new Promise((resolve) => addEventListener("keydown", (e) => {
					const seen = new MutationObserver(() => {
						if (document.getElementById("train").innerText.trim() === "Pause") return;
						seen.disconnect();
						resolve(performance.now() - e.timeStamp);
					});
					seen.observe(document, {subtree: true, childList: true, characterData: true, attributes: true});
				}, {capture: true, once: true}));
				return true;
			})()`)
			page.Press("Enter")
			took := elapsed(page)
			total, worst = total+took, max(worst, took)
		}
	})
	b.ReportMetric(total/float64(b.N), "ms/pause")
	b.ReportMetric(worst, "ms/worst-pause")
	b.ReportMetric(float64(drawn)/float64(b.N), "frames/s")
}
