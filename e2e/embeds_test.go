package e2e

import (
	"cmp"
	"errors"
	"fmt"
	"html"
	"net/http"
	"strconv"
	"strings"
	"testing"

	"firstneuron/e2e/browser"
	"firstneuron/e2e/built"
	"firstneuron/e2e/firefox"
	"firstneuron/pkg/nn"
	"firstneuron/pkg/ui/format"
)

// A course is a kind of page around an embed.
type course struct {
	name    string
	headers map[string]string
	html    string // attributes of <html>
	frames  []string
	height  int // of each frame, 640 when 0
}

// What courses do to a frame.
const (
	unboxed = ``
	boxed   = `sandbox="allow-scripts"`
	roomy   = `sandbox="allow-scripts allow-same-origin"`
)

// courses are the pages that the issue names; FRAMES stands for the origin of
// what is framed.
var courses = []course{
	{name: "plain", html: `lang="en"`, frames: []string{unboxed, boxed, roomy, unboxed, boxed, roomy}},
	{
		name: "COEP", html: `lang="en"`, frames: []string{unboxed, boxed, roomy},
		headers: map[string]string{"Cross-Origin-Embedder-Policy": "require-corp", "Cross-Origin-Opener-Policy": "same-origin"},
	},
	{
		name: "CSP, right to left", html: `lang="ar" dir="rtl"`, frames: []string{unboxed, boxed, roomy},
		headers: map[string]string{"Content-Security-Policy": "default-src 'none'; img-src data:; frame-src FRAMES; base-uri 'none'; form-action 'none'"},
	},
}

// epochsOf makes each frame's training another, so that an answer tells whose
// it is.
func epochsOf(frame int) int { return 100 * (frame + 1) }

// serve is the course as a page with a field that has the focus.
func (c course) serve(address string) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		for name, value := range c.headers {
			w.Header().Set(name, strings.ReplaceAll(value, "FRAMES", address))
		}
		var b strings.Builder
		b.WriteString(`<!DOCTYPE html><html ` + c.html + `><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Course</title><link rel="icon" href="data:,">` +
			`<h1>Lesson 1</h1><label>Notes <input id="notes" autofocus></label>`)
		for i, attributes := range c.frames {
			link := fmt.Sprintf("%s/#w=0&b=0&play=0&open=all&embed=1&lang=en&start=now&epochs=%d", address, epochsOf(i))
			fmt.Fprintf(&b, `<iframe src="%s" title="Embed %d" width="600" height="%d" %s></iframe> `,
				html.EscapeString(link), i+1, cmp.Or(c.height, 640), attributes)
		}
		fmt.Fprint(w, b.String()+`<p>The end.</html>`)
	})
}

// answerAfter is what the lesson's neuron predicts after so many epochs.
func answerAfter(t *testing.T, epochs int) string {
	t.Helper()
	e, model := ran(t, "#w=0&b=0&epochs="+strconv.Itoa(epochs))
	answers, err := model.Predict(nn.Column(float32(e.Predict[0])))
	if err != nil {
		t.Fatal(err)
	}
	return format.Significant(float64(answers.Data[0]), 6)
}

// document is what a test of both browsers needs of a page or a frame.
type document interface {
	WaitTrue(expression string)
	WaitText(role, name, want string)
	WaitTextHas(role, name string, parts ...string)
	Text(role, name string) string
	Click(role, name string)
}

// TestEmbedsInEveryCourse opens each course in both browsers. That no frame
// says anything to a developer, such as a violation, is checked for every page.
func TestEmbedsInEveryCourse(t *testing.T) {
	t.Parallel()
	for name, open := range map[string]func(t *testing.T, address string) (document, func(title string) document){
		"Chromium": func(t *testing.T, address string) (document, func(string) document) {
			// All in view: Chromium hardly works on a frame that is not.
			page := chromium.Open(t, address, browser.Viewport(1900, 1500))
			return page, func(title string) document { return page.Frame(title) }
		},
		"Firefox": func(t *testing.T, address string) (document, func(string) document) {
			page := openESR(t, address)
			return page, func(title string) document { return page.Frame(title) }
		},
	} {
		for _, c := range courses {
			t.Run(name+" "+c.name, func(t *testing.T) {
				t.Parallel()
				page, frame := open(t, browser.Serve(t, c.serve(browser.Serve(t, light(t)))))
				page.WaitTrue(`document.activeElement?.id === "notes"`)
				frames := make([]document, len(c.frames))
				for i := range frames {
					frames[i] = frame(fmt.Sprintf("Embed %d", i+1))
					frames[i].WaitTrue(built.Live)
				}
				// Booting has moved neither the focus nor the page.
				page.WaitTrue(`document.activeElement?.id === "notes" && window.scrollY === 0`)
				for i := range frames {
					for _, other := range frames[i:] {
						if got := other.Text("status", "Training status"); !strings.HasPrefix(got, "Not trained yet") {
							t.Fatalf("before frame %d trains, another says %q", i+1, got)
						}
					}
					frames[i].Click("button", "Train")
					frames[i].WaitText("output", "Prediction", answerAfter(t, epochsOf(i)))
				}
				for i := range frames {
					frames[i].WaitTextHas("status", "Training status", fmt.Sprintf("Epoch %d of %[1]d", epochsOf(i)))
				}
			})
		}
	}
}

var (
	_ document = (*browser.Page)(nil)
	_ document = (*firefox.Page)(nil)
)

// TestEmbedStartsWhenWanted: the program is fetched in view or on a click, and
// until then the picture of the lesson is there.
func TestEmbedStartsWhenWanted(t *testing.T) {
	t.Parallel()
	for _, test := range []struct{ name, fragment, begin string }{
		{"when it comes into view", "", `(() => { scrollTo(0, 4000); return true })()`},
		{"on a click", "&start=click", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			files, asked := light(t), &asks{}
			address := browser.Serve(t, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
				asked.add(r.URL.Path)
				files.ServeHTTP(w, r)
			})) + "/#w=0&b=0&play=0&open=all&embed=1&auto=1" + test.fragment
			page := chromium.Open(t, browser.Serve(t, http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
				w.Header().Set("Content-Type", "text/html")
				space := ""
				if test.begin != "" {
					space = `<style>h1 { height: 4000px }</style>`
				}
				fmt.Fprint(w, `<!DOCTYPE html><html lang="en"><title>Course</title><link rel="icon" href="data:,">`+space+`<h1>One</h1>
					<iframe src="`+html.EscapeString(address)+`" title="First Neuron" width="600" height="800"></iframe>`)
			})))
			frame := page.Frame("First Neuron")
			// What is out of sight has no roles yet.
			frame.WaitPart(browser.FitDrawing, func(drawings []string) error {
				if len(drawings) == 0 {
					return errors.New("there is none")
				}
				return nil
			})
			frame.WaitTrue(`document.readyState === "complete"`)
			// A program that did not wait would be asked for before this: the
			// browser has looked at what is in view, and asks in this order.
			page.WaitFrames(2)
			browser.Evaluate[bool](frame, `fetch("./?asked-last").then(() => true)`)
			if got := strings.Join(asked.list(), " "); strings.Contains(got, ".wasm") {
				t.Fatalf("the frame asked for %s, and nobody wants the program yet", got)
			}
			if test.begin == "" {
				page.Screenshot("embed-click")
				frame.Click("button", "Start")
			} else {
				browser.Evaluate[bool](page, test.begin)
			}
			waitLive(frame)
			frame.WaitText("output", "Prediction", "18.9815")
		})
	}
}

// TestEmbedLetsThePageScroll: the wheel and the finger over a chart, and over a
// point of it, move the page around.
func TestEmbedLetsThePageScroll(t *testing.T) {
	t.Parallel()
	c := courses[0]
	c.frames, c.height = c.frames[:1], 4400 // nothing to scroll inside
	address := browser.Serve(t, c.serve(browser.Serve(t, light(t))))
	for name, scroll := range map[string]func(page, frame *browser.Page, role, name string){
		"wheel":  func(_, frame *browser.Page, role, name string) { frame.Wheel(role, name, 300) },
		"finger": func(_, frame *browser.Page, role, name string) { frame.Swipe(role, name, 300) },
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var options []browser.Option
			if name == "finger" {
				options = append(options, browser.Touch())
			}
			page := chromium.Open(t, address, options...)
			frame := page.Frame("Embed 1")
			waitLive(frame)
			train(frame, epochsOf(0))
			for _, on := range [][2]string{{"button", "Point 3, x 1, y 1"}, {"img", "Loss per epoch"}, {"table", "Data points"}, {"img", "Loss surface"}} {
				browser.Evaluate[bool](page, `(() => { scrollTo(0, 0); return true })()`)
				frame.Hover(on[0], on[1], 0.5, 0.5) // brings it into view
				before := browser.Evaluate[float64](page, `scrollY`)
				scroll(page, frame, on[0], on[1])
				page.Wait("scrolling over the "+on[1], func() error {
					if got := browser.Evaluate[float64](page, `scrollY`); got < before+100 {
						return fmt.Errorf("it has moved from %g to %g", before, got)
					}
					return nil
				})
			}
			frame.WaitValue("textbox", "y of point 3", "1") // and nothing was dragged
		})
	}
}

// TestTransparentEmbedShowsThePageAround: a pixel of the frame's ground has the
// colour of the page.
func TestTransparentEmbedShowsThePageAround(t *testing.T) {
	t.Parallel()
	for fragment, want := range map[string]string{"": "rgb(246, 247, 249)", "&transparent=1": "rgba(0, 0, 0, 0)"} {
		page := open(t, "#embed=1"+fragment)
		if got := browser.Evaluate[string](page, `getComputedStyle(document.documentElement).backgroundColor`); got != want {
			t.Errorf("with %q the ground is %s, want %s", fragment, got, want)
		}
	}
}
