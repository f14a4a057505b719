package site

import (
	"encoding/json"
	"fmt"
	"html"
	"net/url"
	"strings"
	"testing"
)

// oembedAnswer is what a course page reads.
type oembedAnswer struct {
	Type, Version, HTML, Title string
	Width, Height              int
}

// askOEmbed asks a site at an address, as a course page does.
func askOEmbed(t *testing.T, options Options, query url.Values) (status int, answer oembedAnswer, body string) {
	t.Helper()
	s, err := Load(shared(""))
	if err != nil {
		t.Fatal(err)
	}
	w := get(Handler(s, options), "GET", "/oembed?"+query.Encode())
	if w.Code == 200 {
		if err := json.Unmarshal(w.Body.Bytes(), &answer); err != nil || w.Header().Get("Content-Type") != "application/json" {
			t.Errorf("%v is answered with %s: %v", query, w.Body, err)
		}
	}
	return w.Code, answer, w.Body.String()
}

// TestOEmbedOfAnyAddress: what stands behind ? and # of a page's address is in
// the frame, and nothing leaves the attribute it is in.
func TestOEmbedOfAnyAddress(t *testing.T) {
	options := Options{PublicOrigin: "https://your.host", PublicPath: "/neuron/"}
	for address, want := range map[string]string{
		"https://your.host/neuron/":                                      "#embed=1&",
		"https://your.host/neuron":                                       "#embed=1&",
		"https://your.host/neuron/index.html#w=1":                        "#w=1&embed=1&",
		"https://your.host/neuron/#xs=1,2&ys=3,4&title=%EC%A0%90":        "#xs=1,2&ys=3,4&title=%EC%A0%90&embed=1&",
		"https://your.host/neuron/?xs=1,2&ys=3,4":                        "#xs=1,2&ys=3,4&embed=1&",
		"https://your.host/neuron/?xs=1#ys=2":                            "#xs=1&ys=2&embed=1&",
		"https://your.host/neuron/examples/celsius/":                     "#example=celsius&embed=1&",
		"https://your.host/neuron/examples/celsius":                      "#example=celsius&embed=1&",
		"https://your.host/neuron/examples/celsius/?utm=1#epochs=7":      "#example=celsius&utm=1&epochs=7&embed=1&",
		"https://your.host/neuron/#title=\"><script>alert(1)</script>":   "#title=%22%3E%3Cscript%3Ealert(1)%3C/script%3E&embed=1&",
		"https://your.host/neuron/#title=' onload='alert(1)":             "#title='%20onload='alert(1)&embed=1&",
		"https://your.host/neuron/#title=점&a=%&b=%zz\n\x00#c":            "#title=%EC%A0%90&a=%&b=%zz%0A%00%23c&embed=1&",
		"https://your.host/neuron/#&quot;&gt;":                           "#&quot;&gt;&embed=1&",
		"https://your.host/neuron/#" + strings.Repeat("a", 8<<10):        "#" + strings.Repeat("a", 8<<10) + "&embed=1&",
		"https://your.host/neuron/#text=" + strings.Repeat("%20", 1<<10): "#text=" + strings.Repeat("%20", 1<<10) + "&embed=1&",
	} {
		status, answer, body := askOEmbed(t, options, url.Values{"url": {address}, "format": {"json"}})
		rest, found := strings.CutPrefix(answer.HTML, `<iframe src="`)
		src, rest, closed := strings.Cut(rest, `"`)
		if status != 200 || !found || !closed || html.UnescapeString(src) != "https://your.host/neuron/"+want {
			t.Errorf("%.80q is answered with %d %.300q, want the frame %.80s", address, status, body, want)
		}
		if !strings.HasPrefix(rest, ` width="100%" height="760" title="First Neuron`) || !strings.HasSuffix(rest, `" frameborder="0" loading="lazy"></iframe>`) || strings.Count(rest, "<") != 1 {
			t.Errorf("%.80q: the frame goes on with %q", address, rest)
		}
		if answer.Title == "First Neuron" != strings.Contains(rest, ` title="First Neuron" `) || strings.Contains(rest, "First Neuron: First Neuron") {
			t.Errorf("%.80q is entitled %q in a frame that goes on with %q, want the title once", address, answer.Title, rest)
		}
		if answer.Type != "rich" || answer.Version != "1.0" || answer.Title == "" {
			t.Errorf("%.80q is answered with %+v", address, answer)
		}
	}
}

// TestOEmbedHearsHowMuchRoomThereIs, in the numbers and in the frame.
func TestOEmbedHearsHowMuchRoomThereIs(t *testing.T) {
	for _, c := range []struct {
		maxWidth, maxHeight string
		width, height       int
	}{
		{"", "", 1000, 760}, {"645", "", 645, 760}, {"645", "967", 645, 760}, {"1200", "", 1000, 760}, {"320", "", 320, 1600}, {"320", "900", 320, 900}, {"", "500", 1000, 500},
	} {
		_, answer, _ := askOEmbed(t, Options{PublicOrigin: "https://your.host"}, url.Values{"url": {"https://your.host/"}, "maxwidth": {c.maxWidth}, "maxheight": {c.maxHeight}})
		if answer.Width != c.width || answer.Height != c.height || !strings.Contains(answer.HTML, fmt.Sprintf(` width="100%%" height="%d" `, c.height)) {
			t.Errorf("room of %s × %s gives %d × %d, want %d × %d", c.maxWidth, c.maxHeight, answer.Width, answer.Height, c.width, c.height)
		}
	}
}

// TestOEmbedRefuses what is not of this site, and repeats nothing of it.
func TestOEmbedRefuses(t *testing.T) {
	here := Options{PublicOrigin: "https://your.host", PublicPath: "/neuron/"}
	for _, c := range []struct {
		options Options
		query   url.Values
		status  int
	}{
		{Options{}, url.Values{"url": {"https://your.host/"}}, 404},
		{here, url.Values{}, 404},
		{here, url.Values{"url": {"https://evil.example/neuron/"}}, 404},
		{here, url.Values{"url": {"https://your.host.evil.example/neuron/"}}, 404},
		{here, url.Values{"url": {"https://your.host@evil.example/neuron/"}}, 404},
		{here, url.Values{"url": {"javascript:alert(1)//https://your.host/neuron/"}}, 404},
		{here, url.Values{"url": {"https://your.host/"}}, 404},
		{here, url.Values{"url": {"https://your.host/neuron/nothing"}}, 404},
		{here, url.Values{"url": {"https://your.host/neuron/sw.js"}}, 404},
		{here, url.Values{"url": {"https://your.host/neuron/../"}}, 404},
		{here, url.Values{"url": {"https://your.host/neuron/#" + strings.Repeat("a", 8<<10+1)}}, 404},
		{here, url.Values{"url": {"https://your.host/neuron/"}, "format": {"xml"}}, 501},
		{here, url.Values{"url": {"https://your.host/neuron/"}, "maxwidth": {"wide"}}, 400},
		{here, url.Values{"url": {"https://your.host/neuron/"}, "maxwidth": {"0"}}, 400},
		{here, url.Values{"url": {"https://your.host/neuron/"}, "maxheight": {"-1"}}, 400},
	} {
		status, _, body := askOEmbed(t, c.options, c.query)
		if status != c.status || strings.Contains(body, "evil") || strings.Contains(body, "alert") || strings.ContainsAny(body, "<>") {
			t.Errorf("%.120v is answered with %d %q, want %d in plain words", c.query, status, body, c.status)
		}
	}
}

// FuzzOEmbed: whatever address is given, the frame is of this site and the line
// is one element.
func FuzzOEmbed(f *testing.F) {
	f.Add("https://your.host/#xs=1", "645")
	f.Add("https://your.host/?a=\"'><b>#c", "0")
	s, err := Load(shared(""))
	if err != nil {
		f.Fatal(err)
	}
	h := Handler(s, Options{PublicOrigin: "https://your.host"})
	f.Fuzz(func(t *testing.T, address, width string) {
		w := get(h, "GET", "/oembed?"+url.Values{"url": {address}, "maxwidth": {width}}.Encode())
		if w.Code != 200 {
			if w.Code != 404 && w.Code != 400 {
				t.Errorf("%q: status %d, want 200, 400 or 404", address, w.Code)
			}
			return
		}
		var answer oembedAnswer
		if err := json.Unmarshal(w.Body.Bytes(), &answer); err != nil {
			t.Fatal(err)
		}
		if !strings.HasPrefix(answer.HTML, `<iframe src="https://your.host/#`) || strings.Count(answer.HTML, "<") != 2 || strings.Count(answer.HTML, `"`) != 12 {
			t.Errorf("%q: the frame is %q", address, answer.HTML)
		}
	})
}
