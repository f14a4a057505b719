package e2e

import (
	"encoding/base64"
	"errors"
	"fmt"
	"net/http"
	"os"
	"strings"
	"sync/atomic"
	"testing"

	"firstneuron/e2e/browser"
	"firstneuron/pkg/experiment"
	"firstneuron/pkg/experiment/reader"
	"firstneuron/pkg/experiment/script"
)

// readerHost is the light site, which counts how often the reader of programs is asked
// for, and does not have it while missing is set.
type readerHost struct {
	files   http.Handler
	asked   atomic.Int32
	missing atomic.Bool
}

func (h *readerHost) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if strings.HasPrefix(r.URL.Path, "/reader.") {
		h.asked.Add(1)
		if h.missing.Load() {
			http.NotFound(w, r)
			return
		}
	}
	h.files.ServeHTTP(w, r)
}

func lessonOf(epochs int) string {
	return strings.Replace(printedLesson, "epochs=500", fmt.Sprint("epochs=", epochs), 1)
}

// TestReaderComesWithTheFirstProgram, once, and not before: in a page of its own and in a
// frame whose origin is none.
func TestReaderComesWithTheFirstProgram(t *testing.T) {
	t.Parallel()
	for name, attributes := range map[string]string{"a page": "", "a sandboxed frame": `sandbox="allow-scripts"`} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			h := &readerHost{files: light(t)}
			address := browser.Serve(t, h) + "/#w=0&b=0&start=now&play=0&open=all"
			var page *browser.Page
			if attributes == "" {
				page = chromium.Open(t, address)
			} else {
				page = chromium.Open(t, browser.Serve(t, browser.Course(address, "First Neuron", attributes))).Frame("First Neuron")
			}
			waitLive(page)
			page.Fill("spinbutton", "Epochs", "30")
			train(page, 30)
			page.WaitTextHas("log", "Console", "Epoch 30/30", "[[")
			page.Click("tab", "Go")
			page.Click("tab", "Keras")
			if n := h.asked.Load(); n != 0 {
				t.Errorf("the reader was asked for %d times before there was a program", n)
			}
			for _, epochs := range []int{40, 50} {
				writeCode(page, lessonOf(epochs)+"print(2 ** 10)\n")
				page.WaitValue("spinbutton", "Epochs", fmt.Sprint(epochs))
			}
			train(page, 50)
			page.WaitTextHas("log", "Console", "Epoch 50/50", "1024")
			page.Fill("spinbutton", "Epochs", "60")
			page.Wait("reading the code", func() error {
				if code := page.Value("textbox", "Keras code"); !strings.Contains(code, "epochs=60") || !strings.Contains(code, "2 ** 10") {
					return fmt.Errorf("the code is\n%s", code)
				}
				return nil
			})
			if n := h.asked.Load(); n != 1 {
				t.Errorf("the reader was asked for %d times, want once", n)
			}
		})
	}
}

// TestReaderThatDoesNotComeIsTold: the text stays, the page goes on, and the button tries
// again.
func TestReaderThatDoesNotComeIsTold(t *testing.T) {
	t.Parallel()
	h := &readerHost{files: light(t)}
	h.missing.Store(true)
	page := chromium.Open(t, browser.Serve(t, h)+"/"+laidOut("#w=0&b=0"))
	page.AllowConsole("404")
	page.AllowConsole("cannot read programs")
	waitLive(page)
	writeCode(page, lessonOf(40))
	page.WaitFor("button", "Try again")
	waitBody(page, "What reads programs could not be loaded")
	page.Fill("spinbutton", "Epochs", "20")
	train(page, 20)
	if code := page.Value("textbox", "Keras code"); code != lessonOf(40) {
		t.Errorf("the program is\n%s", code)
	}
	page.Fill("textbox", "Paste data", "import numpy as np\nxs = np.arange(4)\nys = xs * 2\n")
	asked := h.asked.Load()
	page.Click("button", "Use this data")
	page.Wait("asking for the reader again", func() error {
		if h.asked.Load() == asked {
			return errors.New("nobody asks")
		}
		return nil
	})
	page.WaitIdle() // what was answered has arrived
	waitBody(page, "What reads programs could not be loaded")
	h.missing.Store(false)
	page.Click("button", "Try again")
	page.WaitGone("button", "Try again")
	// Both count: what the program says, and what the control has changed since.
	page.WaitValue("spinbutton", "x to predict", "10")
	page.Wait("reading the code", func() error {
		if code := page.Value("textbox", "Keras code"); !strings.Contains(code, "epochs=20") || !strings.Contains(code, "input_shape=[1]") {
			return fmt.Errorf("the code is\n%s", code)
		}
		return nil
	})
	page.Click("button", "Use this data")
	page.WaitValue("textbox", "y of point 4", "6")
}

// endReader lets the reader of programs trap where a test says so, as it would without
// memory.
const endReader = `{
	const make = WebAssembly.instantiate;
	let programs = 0;
	WebAssembly.instantiate = async (module, imports) => {
		const made = await make(module, imports);
		if (!made.exports?.resume || ++programs === 1) return made; // the kernel's, the page's
		const resume = () => {
			if (!window.endReader) return made.exports.resume();
			window.endReader = false;
			throw new WebAssembly.RuntimeError("unreachable");
		};
		return new Proxy(made, { get: (of, name) => (name === "exports" ? { ...of.exports, resume } : Reflect.get(of, name)) });
	};
}`

// TestReaderThatEndsCostsOneReading: the page lives, and the next text has another
// reader, which need not be fetched again.
func TestReaderThatEndsCostsOneReading(t *testing.T) {
	t.Parallel()
	h := &readerHost{files: light(t)}
	page := chromium.Open(t, browser.Serve(t, h)+"/"+laidOut("#w=0&b=0"), browser.Script(endReader))
	page.AllowConsole("reader of programs has ended")
	waitLive(page)
	writeCode(page, lessonOf(40))
	page.WaitValue("spinbutton", "Epochs", "40")
	browser.Evaluate[bool](page, `window.endReader = true`)
	// Pasting over everything may be two edits: the first ends the reader, and the second
	// has another one.
	writeCode(page, lessonOf(50))
	page.WaitTrue(`window.endReader === false`)
	writeCode(page, lessonOf(60))
	page.WaitValue("spinbutton", "Epochs", "60")
	train(page, 60)
	if n := h.asked.Load(); n != 1 {
		t.Errorf("the reader was fetched %d times, want once", n)
	}
}

// BenchmarkReader reads the lesson's program and a notebook of 300 lines in Chromium,
// by way of the second program as the page does, and starts that program: from the
// network's cache, and once it is compiled.
func BenchmarkReader(b *testing.B) {
	notebook, err := os.ReadFile("../pkg/experiment/program/testdata/notebook.py")
	if err != nil {
		b.Fatal(err)
	}
	page := open(b, "#w=0&b=0")
	ms := func(script string) float64 {
		return browser.Evaluate[float64](page, `(async () => { const t = performance.now(); `+script+`; return performance.now() - t; })()`)
	}
	b.Run("start", func(b *testing.B) {
		first := ms(`window.testReader = await firstneuronReader()`)
		var again []float64
		for b.Loop() {
			again = append(again, ms(`window.testReader = await firstneuronReader()`))
		}
		b.ReportMetric(0, "ns/op")
		b.ReportMetric(first, "ms-first")
		b.ReportMetric(median(again), "ms-compiled")
	})
	for name, text := range map[string]string{"lesson": script.Keras(experiment.Default()), "notebook": string(notebook)} {
		message := reader.Encode(reader.Question{Kind: reader.Read, Text: text, Base: experiment.Default()})
		browser.Evaluate[bool](page, `(window.question = Uint8Array.from(atob("`+base64.StdEncoding.EncodeToString(message)+`"), (c) => c.charCodeAt(0))) !== null`)
		b.Run(name, func(b *testing.B) {
			var times []float64
			for b.Loop() {
				for range 20 {
					times = append(times, ms(`if (!testReader.ask(question)) throw new Error("it has ended")`))
				}
			}
			b.ReportMetric(0, "ns/op")
			b.ReportMetric(median(times), "ms")
		})
	}
}
