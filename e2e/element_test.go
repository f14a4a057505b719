package e2e

import (
	"fmt"
	"net/http"
	"testing"

	"firstneuron/e2e/browser"
)

// settles is a script for pages with the element: it tells how a promise ends,
// or that it does not.
const settles = `<script>
const settled = (promise) => Promise.race([
	promise.then((value) => value?.phase ?? typeof value, (error) => error.message),
	new Promise((resolve) => setTimeout(resolve, 50000, "never")),
]);
</script>`

// TestElementsPromisesSettle: whatever happens to the element, and however much
// is asked of it, nobody waits for ever or is told of another training.
func TestElementsPromisesSettle(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct{ script, want string }{
		"removed while it trains": {`
			await element.ready;
			await element.set("epochs", 1000000);
			const training = settled(element.train());
			while ((await element.getState()).phase !== "running");
			element.remove();
			return await training;`, "first-neuron: the element was removed"},
		"removed before the page answers": {`
			const asked = settled(element.getState());
			element.remove();
			return await asked;`, "first-neuron: the element was removed"},
		"moved before the page answers": {`
			const ready = settled(element.ready);
			document.body.prepend(element);
			return await ready;`, "object"},
		"asked before it is in the page": {`
			const other = document.createElement("first-neuron");
			other.setAttribute("loading", "eager");
			other.setAttribute("start", "now");
			const asked = settled(other.getState());
			document.body.prepend(other);
			return await asked;`, "untrained"},
		"asked more than is allowed": {`
			await element.ready;
			const asked = Array.from({ length: 120 }, (_, i) => settled(element.predict(i)));
			return [...new Set(await Promise.all(asked))].join(" ") + " " + (await element.getState()).dropped;`, "number 0"},
		"asked too much": {`
			await element.ready;
			return await settled(element.setState("text=" + "x".repeat(70000)));`, "first-neuron: the message is larger than the page reads"},
		"asked what no message holds": {`
			await element.ready;
			return ((await settled(element.predict(10n))) !== "never") + " " + (await settled(element.getState()));`, "true untrained"},
		"trained while an event waits to be heard": {`
			await element.ready;
			await element.setState("epochs=1000000&w=0&b=0");
			for (const began = performance.now(); performance.now() - began < 500;); // a busy course page
			const { phase, epoch } = await element.train();
			return phase + " " + epoch;`, "finished 1000000"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			address := browser.Serve(t, light(t))
			page := chromium.Open(t, browser.Serve(t, http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
				w.Header().Set("Content-Type", "text/html; charset=utf-8")
				fmt.Fprintf(w, `<!DOCTYPE html><html lang="en"><title>Course</title><link rel="icon" href="data:,">%s<script src="%s/embed-1.js"></script>
<first-neuron w="0" b="0" start="now" loading="eager"></first-neuron>`, settles, address)
			})))
			page.WaitTrue(`document.readyState === "complete"`)
			got := browser.Evaluate[string](page, `(async () => {
				const element = document.querySelector("first-neuron");`+c.script+`
			})()`)
			if got != c.want {
				t.Errorf("the promise ends with %q, want %q", got, c.want)
			}
		})
	}
}

// TestTheElementTellsOfAnActivity: steps and answers are events, and the state of one
// element goes on in another.
func TestTheElementTellsOfAnActivity(t *testing.T) {
	t.Parallel()
	address := browser.Serve(t, light(t))
	course := chromium.Open(t, browser.Serve(t, http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		fmt.Fprintf(w, `<!DOCTYPE html><html lang="en"><title>Course</title><link rel="icon" href="data:,">
			<script async src="%s/embed-1.js"></script>
			<first-neuron id="one" title="One" activity="one-step-by-hand" lang="en" start="now"></first-neuron>
			<script>
				window.told = [];
				for (const name of ["step", "answered", "completed"]) addEventListener(name, (e) => told.push([name, e.detail.step, e.detail.right, e.detail.score]), true);
			</script>`, address)
	})))
	page := course.Frame("One")
	waitLive(page)
	page.Fill("textbox", "Your answer", "17")
	page.Press("Enter")
	page.Click("button", "Next")
	course.WaitTrue(`JSON.stringify(told).includes('["answered",1,true,null]') && JSON.stringify(told).includes('["completed",1,null,25]') && JSON.stringify(told).includes('["step",2,null,null]')`)
	again := browser.Evaluate[[]any](course, `(async () => {
		const one = document.getElementById("one"), state = await one.getState();
		await one.setState("w=1");
		const after = await one.setState(state.fragment, null, state.progress);
		return [state.step, state.steps, state.answers[0], after.step, after.score];
	})()`)
	if got := fmt.Sprint(again); got != "[2 4 17 2 25]" {
		t.Errorf("step, steps, answer, and step and score again, are %s, want [2 4 17 2 25]", got)
	}
}
