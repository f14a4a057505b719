package e2e

import (
	"fmt"
	"html"
	"net/http"
	"slices"
	"strings"
	"testing"

	"firstneuron/e2e/browser"
)

func TestSharedLinkOpensTheSamePage(t *testing.T) {
	t.Parallel()
	page := open(t, "#w=0&b=0&epochs=700")
	train(page, 700)
	prediction := page.Text("output", "Prediction")
	page.Click("button", "Share")
	page.WaitFor("dialog", "Share")
	page.Fill("textbox", "Title", "Take <b>over</b> & go on")
	page.Fill("textbox", "Question before training", "What next?")
	page.Fill("textbox", "Goals", "loss:0.001:200")
	page.Click("checkbox", "Hide Loss per epoch")
	page.Click("checkbox", "Lock Data")
	page.Click("checkbox", "Begin with the weights of epoch 700, as the first guess")
	page.WaitFor("img", "QR code of the link")
	page.Wait("reading the link", func() error {
		if link := page.Value("textbox", "Link"); !strings.Contains(link, "hide=loss&lock=data") {
			return fmt.Errorf("it is %s", link)
		}
		return nil
	})
	link, iframe := page.Value("textbox", "Link"), page.Value("textbox", "Iframe")
	if got := page.URL(); strings.Contains(got, "title=") {
		t.Errorf("the page's own address is %s, want it as it was", got)
	}
	page.Screenshot("share-1280")
	page.Press("Escape")
	page.WaitGone("dialog", "Share")
	page.WaitFocus("button", "Share")

	for name, open := range map[string]func() *browser.Page{
		"link": func() *browser.Page { return chromium.Open(t, link) },
		"iframe": func() *browser.Page {
			course := http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
				fmt.Fprint(w, `<!DOCTYPE html><html lang="en"><title>Course</title><link rel="icon" href="data:,">`+iframe)
			})
			return chromium.Open(t, browser.Serve(t, course)).Frame("Take <b>over</b> & go on")
		},
	} {
		t.Run(name, func(t *testing.T) {
			again := open()
			waitLive(again)
			again.WaitFor("heading", "Take <b>over</b> & go on")
			again.WaitText("output", "Prediction", prediction)
			again.WaitGone("img", "Loss per epoch")
			again.Fill("textbox", "Your prediction", "19")
			again.Press("Enter")
			train(again, 700)
		})
	}
}

func TestShareDialogAtEveryWidth(t *testing.T) {
	t.Parallel()
	source := axeSource(t)
	for _, lang := range []string{"en", "ko"} {
		t.Run(lang, func(t *testing.T) {
			t.Parallel()
			page := open(t, "#w=0&b=0&lang="+lang)
			name := map[string]string{"en": "Share", "ko": "공유"}[lang]
			page.Click("button", name)
			page.WaitFor("dialog", name)
			for _, width := range []int{1280, 600, 320} {
				page.Resize(width, 900)
				page.WaitTrue(fmt.Sprintf(`window.innerWidth === %d`, width))
				if e := page.Extent(browser.Dialog); e.Width > e.InnerWidth {
					t.Errorf("at %d px the dialog scrolls sideways by %v px", width, e.Width-e.InnerWidth)
				}
				for _, scheme := range []string{"light", "dark"} {
					page.SetScheme(scheme)
					page.Screenshot(fmt.Sprintf("share-%s-%d-%s", lang, width, scheme))
				}
				if width == 600 || width == 1280 && lang == "ko" {
					continue // what axe would see is seen elsewhere
				}
				for _, violation := range page.Axe(source) {
					t.Errorf("at %d px: %s", width, violation)
				}
			}
		})
	}
}

func TestPreviewFollowsTheChoices(t *testing.T) {
	t.Parallel()
	page := open(t, "#w=0&b=0")
	page.Click("button", "Share")
	for _, width := range []string{"320 px", "600 px", "full width"} {
		page.Select("Preview", width)
		page.WaitFor("iframe", "Preview")
	}
	frame := page.Frame("Preview")
	waitLive(frame)
	page.Fill("textbox", "Title", "Seen at once")
	frame.WaitFor("heading", "Seen at once")
	page.Select("Theme", "Dark")
	waitDark(frame, true)
	page.Screenshot("share-preview")
	// Another preview begins with the link of now.
	page.Select("Preview", "none")
	page.Select("Preview", "600 px")
	again := page.Frame("Preview")
	waitLive(again)
	waitDark(again, true)
}

// TestPreviewStandsStillWhileThePageTrains: a link that stays the same is not
// gone to again.
func TestPreviewStandsStillWhileThePageTrains(t *testing.T) {
	t.Parallel()
	page := open(t, long)
	page.Click("button", "Train")
	page.WaitTextHas("status", "Training status", "of 1000000")
	page.Click("button", "Share")
	page.Select("Preview", "320 px")
	waitLive(page.Frame("Preview"))
	browser.Evaluate[bool](page, `(() => {
		window.gone = 0;
		document.getElementById("share-preview").contentWindow.navigation.addEventListener("navigate", () => window.gone++);
		return true;
	})()`)
	for range 5 {
		before := page.PartTexts(browser.TrainStatus) // which has no role below the dialog
		page.WaitPart(browser.TrainStatus, func(now []string) error {
			if slices.Equal(now, before) {
				return fmt.Errorf("it says %q still", now)
			}
			return nil
		})
	}
	if got := browser.Evaluate[int](page, `window.gone`); got != 0 {
		t.Errorf("while the page is drawn five times the preview goes %d times to where it is", got)
	}
}

func TestCopyButtonsFillTheClipboard(t *testing.T) {
	t.Parallel()
	page := open(t, "#epochs=321")
	page.Click("button", "Share")
	page.Copying(func() {
		page.Click("button", "Copy Link")
		waitStatus(page, "Link copied")
		page.Click("button", "Copy Element")
		waitStatus(page, "Element copied")
	})
}

func waitStatus(page *browser.Page, want string) {
	page.Wait("reading what is said", func() error {
		texts := page.Texts("status")
		for _, text := range texts {
			if text == want {
				return nil
			}
		}
		return fmt.Errorf("it is %q, want %q", texts, want)
	})
}

func TestExperimentIsSavedAndOpenedAsAFile(t *testing.T) {
	t.Parallel()
	page := open(t, "#w=0&b=0&epochs=123&title=Kept")
	page.Click("button", "Share")
	page.WaitFor("button", "Save as a file")
	// Downloads leave the page: what would be saved is caught on its way out.
	browser.Evaluate[bool](page, `(() => {
		const make = window.URL.createObjectURL;
		window.saved = new Promise((resolve) => {
			window.URL.createObjectURL = (blob) => { blob.text().then(resolve); return make.call(window.URL, blob); };
		});
		return true;
	})()`)
	page.Click("button", "Save as a file")
	saved := browser.Evaluate[string](page, `window.saved`)
	if want := "First Neuron experiment 1\nepochs=123\nw=0\nb=0\nplay=0\nopen=all\ntitle=Kept\n"; saved != want {
		t.Errorf("the file is %q, want %q", saved, want)
	}
	openFile(page, "something else")
	waitAlert(page, "no file of an experiment")
	openFile(page, strings.Replace(saved, "123", "45", 1))
	page.WaitGone("dialog", "Share")
	page.WaitValue("spinbutton", "Epochs", "45")
	waitFragment(page, "epochs=45", "title=Kept")
}

// TestElementLineWorks puts the line of the dialog into a course page.
func TestElementLineWorks(t *testing.T) {
	t.Parallel()
	page := open(t, "#w=0&b=0&title=%22%3E%3Cb%3E%0A'quoted'&goal=loss:0.001")
	page.Click("button", "Share")
	line := page.Value("textbox", "Element")
	course := browser.Serve(t, http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		fmt.Fprint(w, `<!DOCTYPE html><html lang="fr"><title>Course</title><link rel="icon" href="data:,"><h1>One</h1>`+line)
	}))
	host := chromium.Open(t, course)
	got := browser.Evaluate[string](host, `(async () => {
		const element = document.querySelector("first-neuron");
		const events = window.events = [];
		for (const name of ["trained", "completed", "epoch", "resize"]) element.addEventListener(name, (e) => events.push(e.type));
		await element.ready;
		const state = await element.train();
		const y = await element.predict(10);
		const height = parseInt(element.shadowRoot.querySelector("iframe").style.height);
		let code = "";
		await element.set("epochs", "none").catch((error) => code = error.code);
		element.setAttribute("epochs", "50");
		for (let i = 0; i < 1000 && !(await element.getState()).fragment.includes("epochs=50"); i++) await new Promise((r) => setTimeout(r, 50));
		return [state.phase, state.epoch, y.toPrecision(6), height > 800, code].join(" ");
	})()`)
	if want := "finished 500 18.9815 true invalid_value"; got != want {
		t.Errorf("the element gives %q, want %q; the line is\n%s", got, want, line)
	}
	host.Frame("\"><b> 'quoted'").WaitIdle()
	host.WaitTrue(`["trained", "completed", "epoch", "resize"].every((name) => window.events.includes(name))`)
	if state := browser.Evaluate[string](host, `document.querySelector("first-neuron").getState().then((state) => state.fragment)`); !strings.Contains(state, "epochs=50") {
		t.Errorf("the element's attribute epochs is 50, its state %s", state)
	}
	noScript := chromium.Open(t, course, browser.WithoutScript())
	noScript.WaitFor("link", "\"><b> 'quoted'")
	if !strings.Contains(line, html.EscapeString(`"><b>`)) {
		t.Errorf("the line is %s, want the title escaped", line)
	}
}

// TestCopiedIsSaidOfTheLinkAtHand: a link that has changed is to be copied
// again.
func TestCopiedIsSaidOfTheLinkAtHand(t *testing.T) {
	t.Parallel()
	page := open(t, "#w=0&b=0")
	page.Click("button", "Share")
	page.Copying(func() {
		page.Click("button", "Copy Link")
		waitStatus(page, "Link copied")
	})
	copied := func(want int) {
		t.Helper()
		page.WaitPart(browser.CopyButtons, func(texts []string) error {
			if got := strings.Count(strings.Join(texts, ""), "✓"); got != want {
				return fmt.Errorf("%q: %d say that they have copied, want %d", texts, got, want)
			}
			return nil
		})
	}
	copied(1)
	page.Click("checkbox", "Hide Loss per epoch")
	copied(0)
}
