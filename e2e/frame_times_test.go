package e2e

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"
	"time"

	"firstneuron/e2e/browser"
	"firstneuron/pkg/experiment"
)

// gauge measures, from the start until gaugeStop, how long it takes from each
// event of a kind to the next change of an element, which comes in one go with
// all others, and the gaps between frames.
func gauge(page *browser.Page, event string, change browser.Part) {
	browser.Evaluate[bool](page, fmt.Sprintf(`(() => {
		const times = [], gaps = [];
		let waiting = [], last = 0, on = true;
		const listener = (e) => waiting.push(e.timeStamp);
		window.addEventListener(%q, listener, true);
		const observer = new MutationObserver(() => {
			const now = performance.now();
			for (const from of waiting) times.push(now - from);
			waiting = [];
		});
		observer.observe(document.querySelector(%q), {subtree: true, attributes: true, characterData: true, childList: true});
		requestAnimationFrame(function frame(now) {
			if (last) gaps.push(now - last);
			last = now;
			if (on) requestAnimationFrame(frame);
		});
		window.gaugeStop = () => {
			on = false;
			observer.disconnect();
			window.removeEventListener(%q, listener, true);
			return {times, gaps, missed: waiting.length};
		};
		return true;
	})()`, event, change, event))
}

// gauged is what a gauge has measured, in milliseconds.
type gauged struct {
	Times, Gaps []float64
	Missed      int
}

func gaugeStop(page *browser.Page) gauged {
	return browser.Evaluate[gauged](page, `window.gaugeStop()`)
}

// part is the value below which a part of the values lie.
func part(values []float64, part float64) float64 {
	if len(values) == 0 {
		return math.NaN()
	}
	sorted := slices.Sorted(slices.Values(values))
	return sorted[min(int(part*float64(len(sorted))), len(sorted)-1)]
}

func (g gauged) report(b *testing.B) {
	b.ReportMetric(0, "ns/op")
	b.ReportMetric(part(g.Times, 0.5), "median-ms")
	b.ReportMetric(part(g.Times, 0.95), "p95-ms")
	b.ReportMetric(slices.Max(g.Gaps), "longest-frame-ms")
	b.ReportMetric(1000/part(g.Gaps, 0.5), "frames/s")
	b.ReportMetric(float64(len(g.Times)), "events")
	b.ReportMetric(float64(g.Missed), "missed")
}

// BenchmarkDrag drags a point by 120 moves of a real mouse: the time from each
// move to the document with the retrained line, and the frames in between.
// Nothing was dragged before. The learner first looks at the page for a moment,
// or not at all; the net is a case that a drag can still carry at 30 frames a
// second. The plane is that of TensorFlow Playground's default, whose field and units are
// drawn anew with every move.
func BenchmarkDrag(b *testing.B) {
	for _, test := range []struct {
		name, fragment string
		look           time.Duration
		point          browser.Part
	}{
		{"lesson", "#w=0&b=0", 2 * time.Second, browser.LastPoint},
		{"at-once", "#w=0&b=0", 0, browser.LastPoint},
		{"net", "#" + sineNet(), 2 * time.Second, browser.LastPoint},
		{"plane", "#" + planeNet("circle", "4:tanh,2:tanh,1:tanh", 500), 2 * time.Second, browser.PlanePoint},
	} {
		b.Run(test.name, func(b *testing.B) {
			var all gauged
			for b.Loop() {
				page := open(b, test.fragment)
				time.Sleep(test.look)
				if page.State("checkbox", "Retrain while I edit", "checked") != "true" {
					page.Click("checkbox", "Retrain while I edit")
				}
				hold := grabPoint(page, test.point)
				var got gauged
				page.Unwatched(func() {
					gauge(page, "pointerrawupdate", browser.Prediction)
					for i := range 120 {
						hold.Move(0, -6-float64(i%60))
					}
					got = gaugeStop(page)
				})
				hold.Drop()
				all.Times, all.Gaps, all.Missed = append(all.Times, got.Times...), append(all.Gaps, got.Gaps...), all.Missed+got.Missed
			}
			all.report(b)
		})
	}
}

// grabPoint takes hold of a point. On the plane its button lies under the points, which
// the chart finds by their place.
func grabPoint(page *browser.Page, point browser.Part) *browser.Hold {
	if point != browser.PlanePoint {
		return page.Grab("button", page.PartProperty(point, "ariaLabel")[0].(string))
	}
	at := browser.Evaluate[[]float64](page, `(() => {
		const point = document.querySelector("#plane-point").getBoundingClientRect();
		const plane = document.querySelector("#plane-chart .picture").getBoundingClientRect();
		return [(point.x + point.width / 2 - plane.x) / plane.width, (point.y + point.height / 2 - plane.y) / plane.height];
	})()`)
	return page.GrabAt("img", "Plane", at[0], at[1])
}

// sineNet is a 1-16-16-1 tanh net on 200 points, 500 epochs.
func sineNet() string {
	var xs, ys []string
	for i := range 200 {
		x := float64(i)/33 - 3
		xs, ys = append(xs, fmt.Sprintf("%.2f", x)), append(ys, fmt.Sprintf("%.3f", math.Sin(x)))
	}
	return "layers=16:tanh,16:tanh,1&optimizer=adam&lr=0.01&epochs=500&predict=1&xs=" + strings.Join(xs, ",") + "&ys=" + strings.Join(ys, ",")
}

// race is four runs of 10,000 epochs on 500 points, each of which has another
// rate.
func race(tb testing.TB) *browser.Page {
	tb.Helper()
	var xs, ys []string
	for i := range 500 {
		x := float64(i)/250 - 1
		xs, ys = append(xs, fmt.Sprintf("%.3f", x)), append(ys, fmt.Sprintf("%.2f", 2*x-1+0.3*math.Sin(37*x)))
	}
	page := open(tb, "#w=0&b=0&predict=2&epochs=10000&lr=0.001&batch=500&xs="+strings.Join(xs, ",")+"&ys="+strings.Join(ys, ","))
	for i, rate := range []string{"0.001", "0.003", "0.01", "0.03"} {
		page.Fill("spinbutton", "Learning rate", rate)
		page.Click("button", "Train")
		page.WaitTextHas("status", "Training status", "Epoch 10000 of 10000")
		page.Click("button", "Keep this run")
		page.WaitFor("textbox", fmt.Sprintf("Name of run %d", i+1))
	}
	return page
}

// BenchmarkScrub moves the timeline's cursor over a race by mouse.
func BenchmarkScrub(b *testing.B) {
	page := race(b)
	var all gauged
	for b.Loop() {
		hold := page.GrabAt("slider", "Epoch", 0.1, 0.5)
		var got gauged
		page.Unwatched(func() {
			gauge(page, "pointermove", browser.TrainStatus)
			for i := range 120 {
				hold.Move(float64(3*i), 0)
			}
			got = gaugeStop(page)
		})
		hold.Drop()
		all.Times, all.Gaps, all.Missed = append(all.Times, got.Times...), append(all.Gaps, got.Gaps...), all.Missed+got.Missed
	}
	all.report(b)
}

// planeNet is a set as TensorFlow Playground opens it, with a net.
func planeNet(set, layers string, epochs int) string {
	return fmt.Sprintf("set=%s:0.97800:0:500&layers=%s&optimizer=sgd&lr=0.015&batch=10&shuffle=0&validation=0.4998&epochs=%d&play=0", set, layers, epochs)
}

// BenchmarkPlane trains for three seconds while the plane and every unit's field are drawn
// anew in each frame, as the page does after Train: frames and epochs a second.
func BenchmarkPlane(b *testing.B) {
	for _, test := range []struct{ name, set, layers string }{
		{"2-4-2-1", "circle", "4:tanh,2:tanh,1:tanh"},
		{"2-8-8-1", "spiral", "8:tanh,8:tanh,1:tanh"},
		{"2-8x6-1", "spiral", "8:tanh,8:tanh,8:tanh,8:tanh,8:tanh,8:tanh,1:tanh"},
	} {
		b.Run(test.name, func(b *testing.B) {
			var gaps, epochs []float64
			for b.Loop() {
				page := openStage(b, "#"+planeNet(test.set, test.layers, experiment.MaxEpochs), browser.Viewport(1280, 800))
				page.WaitIdle()
				page.Click("button", "Train")
				page.WaitTextHas("status", "Training status", "Epoch ")
				page.Unwatched(func() {
					from, began := epochShown(page), time.Now()
					gauge(page, "pointerrawupdate", browser.Prediction)
					time.Sleep(3 * time.Second)
					gaps = append(gaps, gaugeStop(page).Gaps...)
					epochs = append(epochs, (epochShown(page)-from)/time.Since(began).Seconds())
				})
				page.Click("button", "Pause")
			}
			b.ReportMetric(0, "ns/op")
			b.ReportMetric(1000/part(gaps, 0.5), "frames/s")
			b.ReportMetric(part(gaps, 0.95), "p95-frame-ms")
			b.ReportMetric(part(epochs, 0.5), "epochs/s")
		})
	}
}

// epochShown is the epoch in sight.
func epochShown(page *browser.Page) float64 {
	return browser.Evaluate[float64](page, `parseFloat(document.querySelector("[role=status].status").textContent.match(/Epoch ([0-9]+)/)[1])`)
}
