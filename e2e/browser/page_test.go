package browser_test

import (
	"fmt"
	"net/http"
	"os"
	"strings"
	"testing"

	"firstneuron/e2e/browser"
)

var chromium *browser.Browser

func TestMain(m *testing.M) {
	os.Exit(run(m))
}

func run(m *testing.M) int {
	err := browser.Parallel()
	if err == nil {
		chromium, err = browser.StartShell()
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	defer chromium.Close()
	return m.Run()
}

// policy is as strict as the real one where the stub is concerned.
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:"

func site(t *testing.T) string {
	files := http.FileServer(http.Dir("testdata"))
	return browser.Serve(t, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Security-Policy", policy)
		files.ServeHTTP(w, r)
	}))
}

func stub(t *testing.T, options ...browser.Option) *browser.Page {
	t.Helper()
	return chromium.Open(t, site(t)+"/stub.html", options...)
}

func TestPageActsByRoleAndName(t *testing.T) {
	t.Parallel()
	page := stub(t)
	page.WaitFor("heading", "Stub")
	page.Fill("spinbutton", "Epochs", "50")
	page.Click("button", "Train")
	page.WaitText("status", "Training status", "Epoch 50 of 50")
	page.WaitText("output", "Prediction", "18.9815")
	if got := page.Text("output", "Prediction"); got != "18.9815" {
		t.Errorf("Text(output Prediction) = %q, want 18.9815", got)
	}
	page.Paste("textbox", "Paste data", "1;2\n3;4")
	page.WaitValue("textbox", "Paste data", "1;2\n3;4")
	page.Select("Example", "celsius")
	page.WaitValue("combobox", "Example", "celsius")
	page.Click("checkbox", "Train as I edit")
	page.WaitState("checkbox", "Train as I edit", "checked", "true")
	page.Press("Control+z")
	page.WaitText("status", "Training status", "Undone")
}

func TestPageReadsMessagesAtFields(t *testing.T) {
	t.Parallel()
	page := stub(t)
	page.Fill("spinbutton", "Epochs", "")
	page.WaitState("spinbutton", "Epochs", "invalid", "true")
	page.Type("-1")
	page.WaitDescription("spinbutton", "Epochs", `"-1"`, "epochs")
	page.Fill("spinbutton", "Epochs", "7")
	page.WaitState("spinbutton", "Epochs", "invalid", "false")
}

func TestPageKnowsWhatIsThere(t *testing.T) {
	t.Parallel()
	page := stub(t)
	for _, c := range []struct {
		role, name string
		want       bool
	}{
		{"button", "Train", true},
		{"button", "Pause", false},
		{"heading", "Train", false},
		{"img", "Fit", true},
		{"button", "Delete point 1", true},
	} {
		if got := page.Has(c.role, c.name); got != c.want {
			t.Errorf("Has(%s %q) = %v, want %v", c.role, c.name, got, c.want)
		}
	}
	if got, want := page.State("button", "Reset", "disabled"), "true"; got != want {
		t.Errorf("State(button Reset, disabled) = %q, want %q", got, want)
	}
	if got, want := strings.Join(page.Texts("status"), ","), "none,Not trained,nowhere,en-US light 1280 mouse"; got != want {
		t.Errorf("Texts(status) = %s, want %s", got, want)
	}
	if got, want := strings.Join(page.Names("button", ""), ","), "Train,Reset,Delete point 1,Twin,Twin"; got != want {
		t.Errorf("Names(button) = %s, want %s", got, want)
	}
}

func TestPageGoesByKeyboard(t *testing.T) {
	t.Parallel()
	page := stub(t)
	page.Press("Tab")
	page.WaitFocus("spinbutton", "Epochs")
	page.Press("Control+a")
	page.Type("12")
	page.Press("Tab", "Tab", "Tab", "Space")
	page.WaitState("checkbox", "Train as I edit", "checked", "true")
	page.Press("Tab", "Enter")
	page.WaitText("status", "Training status", "Epoch 12 of 12")
	if !page.HasFocus("button", "Train") {
		t.Error("HasFocus(button Train) = false, want true")
	}
	page.Press("Shift+Tab")
	if role, name := page.Focused(); role != "checkbox" || name != "Train as I edit" {
		t.Errorf("Focused() = %s %q, want checkbox %q", role, name, "Train as I edit")
	}
}

func TestPageMovesTheMouse(t *testing.T) {
	t.Parallel()
	page := stub(t)
	page.Hover("img", "Fit", 0.25, 0.5)
	page.WaitText("output", "Pointer", "over 100")
	page.Drag("img", "Fit", 60, 10)
	page.WaitText("output", "Pointer", "dragged 60")
}

func TestPageHasTheSettingsAskedFor(t *testing.T) {
	t.Parallel()
	page := stub(t, browser.Viewport(320, 640), browser.Language("ko-KR"), browser.Scheme("dark"), browser.Touch())
	page.WaitText("output", "Preferences", "ko-KR dark 320 touch")
	page.Click("button", "Train") // a tap
	page.WaitText("output", "Prediction", "18.9815")
	page.SetScheme("light")
	page.Resize(600, 640)
	page.WaitText("output", "Preferences", "ko-KR light 600 touch")

	page = stub(t, browser.Script("window.Number = () => 0"))
	page.Fill("spinbutton", "Epochs", "3")
	page.WaitState("spinbutton", "Epochs", "invalid", "true")

	page = stub(t, browser.WithoutScript())
	page.WaitText("output", "Preferences", "")
	page.WaitFor("button", "Train")
}
