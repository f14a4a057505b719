//go:build rough

package e2e

import (
	"fmt"
	"net/http"
	"slices"
	"strings"
	"testing"

	"firstneuron/e2e/browser"
)

// garbage is a page that says to its host what no page of ours would say.
const garbage = `<!DOCTYPE html><html lang="en"><title>Garbage</title><link rel="icon" href="data:,"><script>
const values = [null, undefined, 5, "ready", true, [], {}, 10n, new Date(NaN), new Map(), [[[]]], new ArrayBuffer(8), {event: null}, {event: 5}, {event: {}}, {id: null}, {id: {}}, {id: 10n}, {id: 1.5}, {error: 5}, {state: null}];
const say = (data) => parent.postMessage(data, "*");
for (const value of values) say(value);
for (const versions of [null, 5, "1", {}, [2], {includes: 1}]) say({firstneuron: "ready", versions});
for (const height of [null, NaN, -1, "x", {}, [], "5px;color:red", Infinity]) say({firstneuron: "height", height});
for (const firstneuron of [5, {}, [], "hello", "welcome", "__proto__"]) say({firstneuron});
addEventListener("message", ({data, ports: [port]}) => {
	if (data?.firstneuron !== "hello" || !port) return;
	const first = !window.greeted;
	window.greeted = true;
	if (!first) return;
	for (const value of values) port.postMessage(value);
	port.onmessage = ({data: {id, method}}) => {
		for (const value of values) port.postMessage(value);
		const answers = {getState: {id}, pause: {id, error: 5}, step: {id, error: {}}, reset: {id, result: [10n]}, train: {id, result: null}, predict: {id, result: 5}};
		port.postMessage(answers[method] ?? {id, error: {message: {}, code: []}});
		port.postMessage({id, result: "twice"});
	};
	port.postMessage({firstneuron: "welcome"});
	port.postMessage({event: "trained", state: 5});
	port.postMessage({event: ""});
});
say({firstneuron: "ready", versions: [1]});
</script>`

// withElement serves a course page that has the element with the attributes.
func withElement(address, attributes string) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		fmt.Fprintf(w, `<!DOCTYPE html><html lang="en"><title>Course</title><link rel="icon" href="data:,"><script src="%s/embed-1.js"></script>
			<first-neuron w="0" b="0" epochs="50" start="now" loading="eager" %s></first-neuron>`, address, attributes)
	})
}

// TestElementTakesNoAnswerAmiss: whatever the framed page says, each promise
// settles and the host's console stays silent.
func TestElementTakesNoAnswerAmiss(t *testing.T) {
	t.Parallel()
	strange := browser.Serve(t, http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		fmt.Fprint(w, garbage)
	}))
	page := chromium.Open(t, browser.Serve(t, withElement(browser.Serve(t, light(t)), `src="`+strange+`"`)))
	got := browser.Evaluate[string](page, `(async () => {
		const element = document.querySelector("first-neuron");
		await element.ready;
		const asked = [element.getState(), element.pause(), element.step(), element.reset(), element.train(), element.predict(1), element.set("x", 1), element.setState("w=0")];
		return (await Promise.allSettled(asked)).map(({status}) => status[0]).join("");
	})()`)
	if want := "frrfrfrr"; got != want {
		t.Errorf("the promises end as %q (fulfilled, rejected), want %q", got, want)
	}
}

// TestElementComesBack: taken out of the course page and put in again, moved,
// and after the reader went elsewhere and back.
func TestElementComesBack(t *testing.T) {
	t.Parallel()
	address := browser.Serve(t, light(t))
	page := chromium.Open(t, browser.Serve(t, withElement(address, "")))
	const trains = `(async () => {
		const element = document.querySelector("first-neuron");
		await element.ready;
		return (await element.train()).epoch;
	})()`
	page.WaitTrue(`customElements.get("first-neuron") !== undefined && document.readyState === "complete"`)
	for _, change := range []string{
		`true`,
		`(document.querySelector("first-neuron").remove(), document.body.append(Object.assign(document.createElement("first-neuron"), {innerHTML: ""})), document.querySelector("first-neuron").setAttribute("loading", "eager"), document.querySelector("first-neuron").setAttribute("epochs", "50"), document.querySelector("first-neuron").setAttribute("start", "now"), true)`,
		`(window.kept = document.querySelector("first-neuron"), window.kept.remove(), document.body.prepend(window.kept), true)`,
		`(document.body.append(document.createElement("p"), document.querySelector("first-neuron")), true)`,
	} {
		browser.Evaluate[bool](page, change)
		if got := browser.Evaluate[int](page, trains); got != 50 {
			t.Errorf("after %.60s… it trains to epoch %d, want 50", change, got)
		}
	}
	course := page.URL()
	page.Goto("about:blank")
	page.Goto(course)
	page.WaitTrue(`document.readyState === "complete"`)
	browser.Evaluate[bool](page, `(setTimeout(() => history.back()), true)`)
	page.WaitTrue(`document.title !== "Course"`)
	browser.Evaluate[bool](page, `(setTimeout(() => history.forward()), true)`)
	page.WaitTrue(`document.title === "Course" && document.readyState === "complete"`)
	if got := browser.Evaluate[int](page, trains); got != 50 {
		t.Errorf("gone back and forward it trains to epoch %d, want 50", got)
	}
}

// TestElementTellsThatItsPageCannotRun: every promise settles with the reason, those
// asked for later too, and the event error says it.
func TestElementTellsThatItsPageCannotRun(t *testing.T) {
	t.Parallel()
	files := light(t)
	address := browser.Serve(t, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if strings.HasSuffix(r.URL.Path, ".wasm") {
			http.Error(w, "no", http.StatusForbidden)
			return
		}
		files.ServeHTTP(w, r)
	}))
	page := chromium.Open(t, browser.Serve(t, withElement(address, "")),
		browser.Script(`addEventListener("error", ({detail}) => detail?.code && (window.told = detail.code + ": " + detail.message), true)`))
	page.AllowConsole("403")
	page.AllowConsole("First Neuron")
	got := browser.Evaluate[[]string](page, `(async () => {
		const element = document.querySelector("first-neuron");
		const asked = [element.ready, element.train(), element.predict(10)];
		const codes = (await Promise.allSettled(asked)).map(({reason}) => reason?.code);
		const later = [element.ready, element.getState()];
		return codes.concat((await Promise.allSettled(later)).map(({reason}) => reason?.code));
	})()`)
	if want := []string{"blocked", "blocked", "blocked", "blocked", "blocked"}; !slices.Equal(got, want) {
		t.Errorf("the promises are rejected with %q, want %q", got, want)
	}
	page.WaitTrue(`/^blocked: .*filter/.test(window.told)`)
}
