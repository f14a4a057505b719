package share

import (
	"html"
	"strings"
	"testing"

	"firstneuron/e2e/hostile"
	"firstneuron/pkg/experiment"
)

const address = "https://x.org/a/?b=1&c"

func experimentOf(t *testing.T, fragment string) experiment.Experiment {
	t.Helper()
	e, problems := experiment.Decode(fragment)
	if len(problems) > 0 {
		t.Fatalf("%s: %v", fragment, problems)
	}
	return e
}

// TestLinkOfTheLessonNamesIt: an address that says nothing opens the tour.
func TestLinkOfTheLessonNamesIt(t *testing.T) {
	if got := shareLink(address, experimentOf(t, "")); got != address+"#example=lesson" {
		t.Errorf("the lesson's link is %s, want one that names it", got)
	}
	e := experimentOf(t, "epochs=7")
	if got, want := shareLink(address, e), address+"#"+experiment.Encode(e); got != want {
		t.Errorf("the link is %s, want %s", got, want)
	}
}

// TestLinesHoldTheLinkAndNoMarkup: whatever an author writes, what course pages
// take is the tags that the dialog makes.
func TestLinesHoldTheLinkAndNoMarkup(t *testing.T) {
	for _, title := range append(hostile.Scripts(), "", "Lines", `"><script>alert(1)</script>`, "two\nlines & more", "한국어 'x'") {
		e := experimentOf(t, "epochs=7")
		e.Title = title
		name := title
		if name == "" {
			name = "First Neuron"
		}
		framed := shareLink(address, embedded(e))
		iframe := iframeLine(address, e, 640)
		if got := between(iframe, `src="`, `"`); html.UnescapeString(got) != framed {
			t.Errorf("%q: the frame shows %s, want %s", title, got, framed)
		}
		if got := between(iframe, `title="`, `"`); html.UnescapeString(got) != name {
			t.Errorf("%q: the frame is called %q, want %q", title, got, name)
		}
		if strings.Count(iframe, "<") != 2 || strings.Contains(iframe, "\n") {
			t.Errorf("%q: the frame is %s, want one element on one line", title, iframe)
		}
		element := elementLine(address, e)
		if got, want := between(element, `script async src="`, `"`), "https://x.org/a/embed-1.js"; got != want {
			t.Errorf("%q: the script is %s, want %s", title, got, want)
		}
		if got := between(element, `epochs="`, `"`); got != "7" || strings.Contains(element, ` embed="`) {
			t.Errorf("%q: the element is %s, want epochs 7 and no embed", title, element)
		}
		if got := between(element, `<a href="`, `"`); html.UnescapeString(got) != shareLink(address, e) {
			t.Errorf("%q: without the script the link is %s, want %s", title, got, shareLink(address, e))
		}
		if strings.Count(element, "<") != 6 || strings.Count(element, "\n") != 1+strings.Count(title, "\n") {
			t.Errorf("%q: the element is %s, want three elements, and its attributes on one line", title, element)
		}
		jupyter := jupyterLine(address, e, 640)
		if got := between(jupyter, `IFrame("`, `", width`); got != framed {
			t.Errorf("%q: the cell shows %s, want %s", title, got, framed)
		}
		if !strings.Contains(iframe, ` height="640" `) || !strings.HasSuffix(jupyter, " height=640)") {
			t.Errorf("%q: the frames of %s and %s are not 640 high", title, iframe, jupyter)
		}
	}
}

func between(text, from, to string) string {
	_, after, _ := strings.Cut(text, from)
	found, _, _ := strings.Cut(after, to)
	return found
}

// TestFileOnThisMachineHasItsLinkAlone: no course page can frame it.
func TestFileOnThisMachineHasItsLinkAlone(t *testing.T) {
	const file = "file:///media/stick/first-neuron.html"
	lines := Lines(file, experimentOf(t, "epochs=7"), FrameHeight)
	if len(lines) != 1 || lines[0] != (Line{"link", file + "#epochs=7", 1}) {
		t.Errorf("the lines are %v, want the link alone", lines)
	}
	if n := len(Lines(address, experimentOf(t, ""), FrameHeight)); n != 4 {
		t.Errorf("%d lines of a page on a host, want 4", n)
	}
}

// TestAFrameIsCalledAsItsActivity, whatever its author has called it.
func TestAFrameIsCalledAsItsActivity(t *testing.T) {
	for _, title := range append(hostile.Scripts(), "", "Lines", "두 줄") {
		e := experiment.Default().WithActivity(&experiment.Activity{Title: experiment.Plain(title), Steps: []experiment.ActivityStep{{}}})
		want := title
		if title == "" {
			want = "First Neuron"
		}
		iframe, element := iframeLine(address, e, 640), elementLine(address, e)
		if got := html.UnescapeString(between(iframe, `title="`, `"`)); got != want || strings.Count(iframe, "<") != 2 {
			t.Errorf("%q: the frame is %s", title, iframe)
		}
		if got := html.UnescapeString(between(element, `#`+experiment.Encode(e)+`">`, "</a>")); got != want || strings.Count(element, "<") != 6 {
			t.Errorf("%q: the element is %s", title, element)
		}
	}
}
