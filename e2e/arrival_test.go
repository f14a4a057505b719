package e2e

import (
	"context"
	"fmt"
	"net/http"
	"strings"
	"testing"
	"time"

	"firstneuron/e2e/browser"
)

// arrivalScript notes when the page can be seen and used, and trains the lesson
// as soon as there is a button for it.
const arrivalScript = `(() => {
	const arrival = window.arrival = {shift: 0};
	new PerformanceObserver((list) => {
		for (const entry of list.getEntries()) if (!entry.hadRecentInput) arrival.shift += entry.value;
	}).observe({type: "layout-shift", buffered: true});
	new PerformanceObserver((list) => {
		for (const entry of list.getEntries()) if (entry.name === "first-contentful-paint") arrival.paint = entry.startTime;
	}).observe({type: "paint", buffered: true});
	const look = () => {
		const language = document.getElementById("language");
		const status = document.querySelector("[role=status]")?.textContent ?? "";
		if (!arrival.live && language && !language.disabled) {
			arrival.live = performance.now();
			[...document.querySelectorAll("button")].find((b) => b.textContent.trim() === "Train").click();
		}
		if (!arrival.trained && status.startsWith("Epoch 500 of 500")) arrival.trained = performance.now();
	};
	new MutationObserver(look).observe(document, {subtree: true, childList: true, attributes: true, characterData: true});
})()`

// arrived is what arrivalScript noted, in milliseconds since the navigation.
type arrived struct {
	Paint, Live, Trained, Shift float64
}

// BenchmarkArrival opens the page over a link of 10 Mbit/s and 40 ms, for the
// first time and again, and reports the medians of when the lesson is painted,
// when the page is live, and when a click on Train has been answered; and the
// largest sum of layout shifts.
func BenchmarkArrival(b *testing.B) {
	var paint, live, trained, again, againTrained []float64
	shift := 0.0
	address := browser.Serve(b, host(b)) + "/"
	for b.Loop() {
		page := chromium.Open(b, "about:blank", browser.Link(10_000_000, 40*time.Millisecond), browser.Script(arrivalScript))
		visit := func() arrived {
			page.Goto(address)
			page.WaitTrue(`window.arrival?.trained > 0`)
			return browser.Evaluate[arrived](page, `window.arrival`)
		}
		first := visit()
		// The browser keeps the compiled program a while after it has run.
		time.Sleep(4 * time.Second)
		page.Goto("about:blank")
		second := visit()
		b.Logf("first %+v, second %+v", first, second)
		paint, live, trained = append(paint, first.Paint), append(live, first.Live), append(trained, first.Trained)
		again, againTrained = append(again, second.Paint), append(againTrained, second.Trained)
		shift = max(shift, first.Shift, second.Shift)
	}
	b.ReportMetric(0, "ns/op")
	b.ReportMetric(median(paint), "paint-ms")
	b.ReportMetric(median(live), "live-ms")
	b.ReportMetric(median(trained), "trained-ms")
	b.ReportMetric(median(again), "again-paint-ms")
	b.ReportMetric(median(againTrained), "again-trained-ms")
	b.ReportMetric(shift, "shift")
}

// TestWhatIsTypedBeforeTheProgramRunsStays types into the prerendered page
// while its program is on its way, and goes on typing in the live one.
func TestWhatIsTypedBeforeTheProgramRunsStays(t *testing.T) {
	t.Parallel()
	files := host(t)
	onItsWay, arrive := context.WithCancel(context.Background())
	t.Cleanup(arrive)
	page := chromium.Open(t, browser.Serve(t, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if strings.Contains(r.URL.Path, ".wasm") {
			<-onItsWay.Done()
		}
		files.ServeHTTP(w, r)
	}))+"/#w=0&b=0")
	page.WaitFor("spinbutton", "x to predict")
	page.Fill("spinbutton", "x to predict", "12x")
	page.Press("ArrowLeft")
	arrive()
	waitLive(page)
	page.WaitValue("spinbutton", "x to predict", "12x")
	page.Type("3")
	page.Press("Delete")
	page.WaitValue("spinbutton", "x to predict", "123")
	page.Wait("reading the link", func() error {
		if url := page.URL(); !strings.Contains(url, "predict=123") {
			return fmt.Errorf("it is %s, want the typed x in it", url)
		}
		return nil
	})
}
