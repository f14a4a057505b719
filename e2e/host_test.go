package e2e

import (
	"fmt"
	"html"
	"net/http"
	"strings"
	"testing"

	"firstneuron/e2e/browser"
)

// hosting is a page that frames the address, notes all that it is told, and can
// speak firstneuron/1 by itself: hello(frame) gives a port, ask(port, method,
// params) an answer.
func hosting(address, attributes string) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		fmt.Fprintf(w, `<!DOCTYPE html><html lang="en"><title>Host</title><link rel="icon" href="data:,">
<script>
const told = [];
addEventListener("message", (e) => told.push({data: e.data, framed: e.source === document.querySelector("iframe").contentWindow}));
function hello(version = 1, frame = document.querySelector("iframe")) {
	const {port1, port2} = new MessageChannel();
	port1.heard = [];
	port1.onmessage = ({data}) => port1.heard.push(data);
	frame.contentWindow.postMessage({firstneuron: "hello", version}, "*", [port2]);
	return port1;
}
function until(see) {
	return new Promise((resolve, reject) => {
		const began = performance.now();
		(function look() {
			const seen = see();
			if (seen) resolve(seen);
			else if (performance.now() - began > 50000) reject(new Error("waited in vain for " + see));
			else setTimeout(look, 10);
		})();
	});
}
let number = 0;
function ask(port, method, params) {
	const id = ++number;
	port.postMessage({id, method, params});
	return until(() => port.heard.find((m) => m.id === id));
}
</script>
<iframe src="%s" title="First Neuron" width="900" height="700" %s></iframe>`, html.EscapeString(address), attributes)
	})
}

// host opens a page that frames the program's page, on another origin.
func openHosting(t testing.TB, fragment, attributes string, options ...browser.Option) *browser.Page {
	t.Helper()
	page := chromium.Open(t, browser.Serve(t, hosting(browser.Serve(t, light(t))+"/"+fragment, attributes)), options...)
	page.WaitTrue(`told !== undefined && told.some((m) => m.data.firstneuron === "ready")`)
	return page
}

func TestHostConverses(t *testing.T) {
	t.Parallel()
	for name, attributes := range map[string]string{"plain": "", "sandboxed": `sandbox="allow-scripts"`} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			page := openHosting(t, "#w=0&b=0&embed=1&goal=loss:0.001", attributes)
			got := browser.Evaluate[string](page, `(async () => {
				const port = hello();
				const said = [];
				const welcome = await until(() => port.heard[0]);
				said.push(welcome.firstneuron, welcome.version, welcome.methods.length);
				const before = (await ask(port, "getState")).result;
				said.push(before.phase, before.score);
				await ask(port, "train");
				const trained = await until(() => port.heard.find((m) => m.event === "trained"));
				said.push(trained.state.phase, trained.state.epoch, trained.state.loss.toPrecision(3));
				const completed = await until(() => port.heard.find((m) => m.event === "completed"));
				said.push(completed.score, completed.completed);
				said.push((await ask(port, "predict", {x: 10})).result.y.toPrecision(6));
				said.push((await ask(port, "set", {key: "epochs", value: 7})).result.fragment);
				said.push((await ask(port, "set", {key: "epochs", value: "many"})).error.code);
				said.push((await ask(port, "fly")).error.code);
				said.push((await ask(port, "setLanguage", {lang: "ko"})).result.lang);
				const sized = await until(() => port.heard.find((m) => m.event === "resize"));
				said.push(sized.height > 400);
				return said.join(" ");
			})()`)
			const want = "welcome 1 10 untrained 0 finished 500 0.0000402 100 true 18.9815 epochs=7&w=0&b=0&embed=1&goal=loss:0.001 invalid_value unknown_method ko true"
			if got != want {
				t.Errorf("the page said\n%s, want\n%s", got, want)
			}
			frame := page.Frame("First Neuron")
			frame.WaitFor("button", "훈련")
		})
	}
}

func TestHostCannotComeInTwiceOrAsSomebodyElse(t *testing.T) {
	t.Parallel()
	page := openHosting(t, "#w=0&b=0&play=0&open=all", "")
	got := browser.Evaluate[string](page, `(async () => {
		const said = [];
		const frame = document.querySelector("iframe");
		const other = document.createElement("iframe"); // a neighbour of the page
		document.body.append(other);
		const {port1, port2} = new MessageChannel();
		let heard = 0;
		port1.onmessage = () => heard++;
		other.contentWindow.eval("window.send = (to, port) => to.postMessage({firstneuron: 'hello', version: 1}, '*', [port])");
		other.contentWindow.send(frame.contentWindow, port2);
		const future = hello(2);
		said.push((await until(() => future.heard[0])).firstneuron);
		const port = hello();
		await until(() => port.heard[0]);
		const second = hello();
		const state = (await ask(port, "getState")).result;
		said.push(heard, second.heard.length, state.dropped);
		frame.contentWindow.postMessage({firstneuron: "hello", version: 1}, "*");
		said.push((await ask(port, "getState")).result.dropped);
		return said.join(" ");
	})()`)
	// Dropped are the future version, the second hello, and the one without a port.
	if want := "refused 0 0 2 3"; got != want {
		t.Errorf("the page said %q, want %q", got, want)
	}
}

// malformed are messages that mean nothing, as an expression that makes an
// array of them. Some are large, deep, or no plain data.
const malformed = `[
	null, undefined, true, 0, NaN, "", "train", [], {}, [[[[[[[[[[]]]]]]]]]], new Date(), new Map([[1, 2]]), /x/, new ArrayBuffer(9), new Error("x"), 10n,
	{id: 1}, {method: "train"}, {id: {}, method: "reset"}, {id: NaN, method: "reset"}, {id: 1, method: {}}, {id: 1, method: "x".repeat(9999)},
	{id: 1, method: "reset", params: 1}, {id: 1, method: "reset", params: "x"}, {id: 1, method: "reset", params: {a: 10n}},
	{id: 1, method: "reset", params: {a: "x".repeat(70000)}}, {id: 1, method: "reset", params: {a: [[[[[[[[[]]]]]]]]]}},
	{id: 1, method: "reset", params: {a: Array(5000).fill(0)}}, {id: 1, method: "reset", params: new Map()} && {id: [], method: "reset"},
	(() => { const a = {id: 1, method: "reset"}; a.params = a; return a; })(),
]`

// flood sends so many of them over a port and, as somebody who has said hello
// already, to the window.
const flood = `(async (count) => {
	window.port = hello();
	await until(() => port.heard[0]);
	window.before = await settled();
	const messages = ` + malformed + `;
	const framed = document.querySelector("iframe").contentWindow;
	for (let i = 0; i < count; i++) {
		const message = messages[i % messages.length];
		port.postMessage(message);
		if (i % 10 === 0) framed.postMessage(message, "*");
		if (i % 500 === 0) await new Promise((resolve) => setTimeout(resolve));
	}
	return true;
})`

// settled is the page's state without what the messages themselves count.
const settled = `window.settled = async () => {
	const state = (await ask(port, "getState")).result;
	window.dropped = state.dropped;
	return JSON.stringify(Object.entries({...state, dropped: 0}).sort());
}`

// aheadScript lets a test put the page's clock ahead, and stop it.
const aheadScript = `(() => {
	const real = performance.now.bind(performance);
	performance.now = () => window.stopped ?? real() + (window.ahead ?? 0);
})()`

func TestTenThousandMalformedMessagesChangeNothing(t *testing.T) {
	t.Parallel()
	page := openHosting(t, "#w=0&b=0&play=0&open=all", "", browser.Script(aheadScript))
	browser.Evaluate[bool](page, `(`+settled+`, true)`)
	frame := page.Frame("First Neuron")
	// All within one second, however long a busy machine takes: in each second
	// some messages are read, and those may be answered. Then the next begins.
	browser.Evaluate[bool](frame, `(window.stopped = performance.now(), true)`)
	browser.Evaluate[bool](page, flood+`(10000)`)
	browser.Evaluate[bool](frame, `(delete window.stopped, window.ahead = 2000, true)`)
	type flooded struct {
		Same             bool
		Dropped, Answers int
	}
	got := browser.Evaluate[flooded](page, `settled().then((after) => ({
		same: after === window.before, dropped: window.dropped, answers: port.heard.filter((m) => m.id === 1).length,
	}))`)
	// The very first request has the ID 1 too. A message that is read in time and
	// has an ID is answered with an error; all the others are dropped.
	if !got.Same || got.Dropped+got.Answers-1 != 10_000 || got.Answers > 50 {
		t.Errorf("after 10,000 malformed messages: %+v, want the same state, and all dropped but those answered with an error", got)
	}
	train(frame, 500)
}

// BenchmarkMalformedMessages reports the longest pause between two frames of
// the page while 10,000 malformed messages come in.
func BenchmarkMalformedMessages(b *testing.B) {
	for range b.N {
		page := openHosting(b, "#w=0&b=0&play=0&open=all", "")
		frame := page.Frame("First Neuron")
		browser.Evaluate[bool](frame, `(() => {
			window.longest = 0;
			let last = performance.now();
			(function tick() {
				const now = performance.now();
				window.longest = Math.max(window.longest, now - last);
				last = now;
				requestAnimationFrame(tick);
			})();
			return true;
		})()`)
		browser.Evaluate[bool](page, `(`+settled+`, true)`)
		browser.Evaluate[bool](page, flood+`(10000)`)
		b.ReportMetric(browser.Evaluate[float64](frame, `window.longest`), "ms-longest-pause")
	}
	b.ReportMetric(0, "ns/op")
}

// TestHeightIsToldInEveryDialect plays hosts of each kind.
func TestHeightIsToldInEveryDialect(t *testing.T) {
	t.Parallel()
	page := openHosting(t, "#embed=1&open=all&play=0", `sandbox="allow-scripts"`)
	page.WaitTrue(`told.some((m) => m.data.firstneuron === "height")`)
	got := browser.Evaluate[string](page, `(async () => {
		const frame = document.querySelector("iframe").contentWindow;
		const texts = () => told.filter((m) => typeof m.data === "string").map((m) => JSON.parse(m.data));
		const last = (list) => list[list.length - 1];
		const ours = () => last(told.filter((m) => m.data.firstneuron === "height")).data.height;
		frame.postMessage({context: "h5p", action: "ready"}, "*");
		await until(() => told.some((m) => m.data.context === "h5p" && m.data.action === "hello"));
		frame.postMessage({context: "h5p", action: "hello"}, "*");
		const prepared = await until(() => told.find((m) => m.data.action === "prepareResize"));
		frame.postMessage({context: "h5p", action: "resizePrepared"}, "*");
		const h5p = await until(() => told.find((m) => m.data.context === "h5p" && m.data.action === "resize"));
		await until(() => last(texts().filter((m) => m.context === "iframe.resize")).height === ours());
		const said = {
			embedly: last(texts().filter((m) => m.context === "iframe.resize")).height === ours(),
			openlearning: last(texts().filter((m) => m.action === "resize")).height === ours(),
			canvas: last(told.filter((m) => m.data.subject === "lti.frameResize")).data.height === ours(),
			h5p: h5p.data.scrollHeight === ours() && prepared.data.clientHeight === 700,
		};
		return Object.keys(said).filter((name) => !said[name]).join(" ");
	})()`)
	if got != "" {
		t.Errorf("these dialects tell another height than ours: %s", got)
	}
	before := browser.Evaluate[int](page, `told.length`)
	frame := page.Frame("First Neuron")
	frame.Click("button", "Add layer")
	page.WaitTrue(fmt.Sprintf(`told.slice(%d).some((m) => m.data.firstneuron === "height")`, before))
	if strings.Contains(browser.Evaluate[string](page, `JSON.stringify(told)`), "lesson") {
		t.Error("the height tells what the page is about")
	}
}
