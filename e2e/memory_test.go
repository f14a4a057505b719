package e2e

import (
	"fmt"
	"testing"

	"firstneuron/e2e/browser"
)

// retrain moves a point with the arrow keys to and fro, so many times, as fast
// as the page can train and draw.
const retrain = `new Promise((done) => {
	const point = document.querySelector("[role=button].point:last-child");
	let left = %d;
	(function move() {
		if (left-- === 0) return done(true);
		const key = left %% 2 ? "ArrowUp" : "ArrowDown";
		point.dispatchEvent(new KeyboardEvent("keydown", {key, bubbles: true, cancelable: true}));
		requestAnimationFrame(move);
	})();
})`

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

// memory is all that the page holds, its program's memory included.
func memory(page *browser.Page) float64 {
	return page.Memory() + browser.Evaluate[float64](page, `window.programMemory.buffer.byteLength`)
}

// TestRetrainingKeepsItsMemory: what a thousand retrainings leave behind is
// less than a fifth of what the page holds after the first hundred.
func TestRetrainingKeepsItsMemory(t *testing.T) {
	page := open(t, "#w=0&b=0", browser.Script(keepProgram))
	times := func(n int) float64 {
		for range n / 100 {
			browser.Evaluate[bool](page, fmt.Sprintf(retrain, 100))
		}
		return memory(page)
	}
	page.Click("button", "Point 6, x 4, y 7")
	before := times(100)
	after := times(1000)
	t.Logf("%.1f MB after 100 retrainings, %.1f MB after 1,000 more", before/1e6, after/1e6)
	if after > 1.2*before {
		t.Errorf("after 1,000 more retrainings the page holds %.1f MB, want at most a fifth more than %.1f MB", after/1e6, before/1e6)
	}
}
