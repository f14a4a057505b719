//go:build rough

package e2e

import (
	"fmt"
	"testing"

	"firstneuron/e2e/browser"
)

// keepProgram makes the memory of the page's program known.
const keepProgram = `for (const name of ["instantiate", "instantiateStreaming"]) {
	const load = WebAssembly[name];
	WebAssembly[name] = async (...args) => {
		const loaded = await load.apply(WebAssembly, args);
		const exports = (loaded.instance ?? loaded).exports;
		if (exports?.mem) window.programMemory = exports.mem;
		return loaded;
	};
}`

// quickFrames makes frames follow each other at once.
const quickFrames = `window.requestAnimationFrame = (callback) => setTimeout(() => callback(performance.now()));`

// retrain types numbers into the last point's y, each of which trains the
// lesson anew, and waits for the answer to each.
const retrain = `async (from, to) => {
	const box = document.getElementById("y-6"), status = document.querySelector("[role=status].status");
	for (let i = from; i < to; i++) {
		box.value = (7.01 + i % 400 / 100).toFixed(2);
		const before = status.textContent;
		const answered = new Promise((resolve) => {
			const observer = new MutationObserver(() => {
				if (status.textContent === before || !status.textContent.startsWith("Epoch 500 of 500")) return;
				observer.disconnect();
				resolve();
			});
			observer.observe(document.body, {subtree: true, childList: true, characterData: true, attributes: true});
		});
		box.dispatchEvent(new Event("input", {bubbles: true}));
		await answered;
	}
	return programMemory.buffer.byteLength;
}`

// retraining is a page that trains again and again.
type retraining struct {
	page *browser.Page
	done int
}

func openRetraining(tb testing.TB) *retraining {
	tb.Helper()
	page := open(tb, "#w=0&b=0&open=data", browser.Script(keepProgram+quickFrames), browser.Fresh())
	train(page, 500)
	return &retraining{page: page}
}

// to trains until so many trainings are done, and returns what the program and
// the page around it then hold.
func (r *retraining) to(count int) (program, heap float64) {
	for ; r.done < count; r.done += 20 {
		program = browser.Evaluate[float64](r.page, fmt.Sprintf("(%s)(%d, %d)", retrain, r.done, r.done+20))
	}
	return program, r.page.Heap()
}

// TestRetrainingKeepsItsMemory: what a hundred and fifty retrainings leave behind is less
// than a tenth of what the page holds after the first fifty. BenchmarkMemory looks at
// ten thousand.
func TestRetrainingKeepsItsMemory(t *testing.T) {
	t.Parallel()
	r := openRetraining(t)
	program, heap := r.to(50)
	before := program + heap
	program, heap = r.to(200)
	if after := program + heap; after > 1.1*before {
		t.Errorf("after 150 more retrainings the page holds %.1f MB, want at most a tenth more than %.1f MB", after/1e6, before/1e6)
	}
}

// BenchmarkMemory trains the lesson ten thousand times over, an edit each, and
// reports what the page holds by then as parts of what it held after a hundred.
func BenchmarkMemory(b *testing.B) {
	for b.Loop() {
		r := openRetraining(b)
		firstProgram, firstHeap := r.to(100)
		lastProgram, lastHeap := r.to(10_000)
		b.ReportMetric(0, "ns/op")
		b.ReportMetric(firstProgram/1e6, "program-MB")
		b.ReportMetric(lastProgram/firstProgram, "program-growth")
		b.ReportMetric(firstHeap/1e6, "heap-MB")
		b.ReportMetric(lastHeap/firstHeap, "heap-growth")
		b.ReportMetric((lastProgram+lastHeap)/(firstProgram+firstHeap), "growth")
	}
}
