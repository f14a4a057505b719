package dom

import (
	"slices"
	"testing"
)

// TestABrowserThatRefuses: whatever the browser lacks or throws, the page goes on
// with what it has.
func TestABrowserThatRefuses(t *testing.T) {
	refusing := object{
		"getItem": function(throws), "setItem": function(throws), "writeText": function(throws), "matchMedia": function(throws),
		"getElementById": function(throws), "querySelector": function(throws), "createElement": function(throws),
		"execCommand": function(throws), "hasFocus": function(throws), "replaceState": function(throws), "createObjectURL": function(throws),
	}
	for name, w := range map[string]object{
		"nothing":  {},
		"throwing": {"get localStorage": function(throws), "get document": function(throws), "get navigator": function(throws), "fetch": function(throws), "matchMedia": function(throws)},
		"refusing": {
			"localStorage": refusing, "document": refusing, "navigator": object{"clipboard": refusing, "languages": "en"}, "history": refusing,
			"location": object{"hash": 1.0}, "URL": refusing, "Blob": function(throws), "Uint8Array": function(throws), "ImageData": function(throws), "Image": function(throws),
			"ResizeObserver": function(throws), "fetch": function(throws), "requestIdleCallback": function(throws),
		},
	} {
		t.Run(name, func(t *testing.T) {
			in(t, w)
			Store("lang", "ko")
			if got := Stored("lang"); got != "" {
				t.Errorf("the preference is %q, want none", got)
			}
			if got := Languages(); len(got) != 0 && !slices.Equal(got, []string{"", ""}) {
				t.Errorf("the languages are %q", got)
			}
			if Fragment() != "" || Address() != "" || ReducedMotion() || Framed() || !Focused().Missing() {
				t.Error("what is not there is said to be")
			}
			ReplaceFragment("w=1")
			OpenDialog("share")
			CloseDialog("share")
			ReplaceFrame("preview", "#")
			FocusStill("train")
			var page Page
			page.Show(Page{Lang: "ko", Theme: "dark"})
			var image Image
			image.Draw(value(object{"getContext": function(func(...any) any { return nil })}), 2, make([]byte, 16))
			SetStyle(value(object{}), "left", "0")
			DownloadText("a.txt", "text", "text/plain")
			DownloadBytes("a.zip", []byte{1}, "application/zip")
			DownloadSVG("chart", "a.svg")
			Post(Parent(), map[string]any{"type": "ready"}, "*")
			if CopyFrom("link") {
				t.Error("a box that is not there is said to be copied")
			}
			if copySelection("text") {
				t.Error("a text is said to be on the clipboard")
			}
			fetches := 0
			FetchList("./files.json", func(_ []string, ok bool) { fetches++; fail(t, ok) })
			FetchBytes("./a.bin", func(_ []byte, ok bool) { fetches++; fail(t, ok) })
			if fetches != 2 {
				t.Errorf("%d of 2 fetches have ended", fetches)
			}
		})
	}
}

func fail(t *testing.T, ok bool) {
	t.Helper()
	if ok {
		t.Error("a file is said to be fetched")
	}
}

// TestStoredPreferences: the page's keys are apart from those of its origin, and
// what somebody else stored under one may be anything.
func TestStoredPreferences(t *testing.T) {
	kept := object{}
	in(t, object{"localStorage": object{
		"getItem": function(func(args ...any) any { return kept[args[0].(string)] }),
		"setItem": function(func(args ...any) any { kept[args[0].(string)] = args[1]; return nil }),
	}})
	Store("lang", "ko")
	if got := Stored("lang"); got != "ko" {
		t.Errorf("the stored language is %q, want ko", got)
	}
	if _, ok := kept["firstneuron.lang"]; !ok {
		t.Errorf("the storage holds %v, want the key firstneuron.lang", kept)
	}
	kept["firstneuron.theme"] = 7.0
	if got := Stored("theme"); got != "" {
		t.Errorf("a theme that is a number is read as %q, want none", got)
	}
}

func TestLanguages(t *testing.T) {
	in(t, object{"navigator": object{"languages": list{"ko-KR", "en"}}})
	if got := Languages(); !slices.Equal(got, []string{"ko-KR", "en"}) {
		t.Errorf("the languages are %q, want ko-KR, en", got)
	}
}

func TestAddress(t *testing.T) {
	replaced := ""
	in(t, object{
		"location": object{"hash": "#w=1", "href": "https://x.org//a/?b#w=1"},
		"history":  object{"replaceState": function(func(args ...any) any { replaced = args[2].(string); return nil })},
	})
	if got := Fragment(); got != "w=1" {
		t.Errorf("the fragment is %q, want w=1", got)
	}
	if got := Address(); got != "https://x.org//a/?b" {
		t.Errorf("the address is %q, want that before the hash", got)
	}
	for fragment, want := range map[string]string{"w=2": "https://x.org//a/?b#w=2", "": "https://x.org//a/?b"} {
		if ReplaceFragment(fragment); replaced != want {
			t.Errorf("the fragment %q is written as %q, want %q", fragment, replaced, want)
		}
	}
}

func TestPageTellsTheDocumentOnce(t *testing.T) {
	calls := 0
	attributes := map[string]any{}
	in(t, object{"document": object{"documentElement": object{
		"set lang":        function(func(args ...any) any { calls++; attributes["lang"] = args[0]; return nil }),
		"setAttribute":    function(func(args ...any) any { attributes[args[0].(string)] = args[1]; return nil }),
		"removeAttribute": function(func(args ...any) any { delete(attributes, args[0].(string)); return nil }),
		"toggleAttribute": function(func(args ...any) any { attributes[args[0].(string)] = args[1]; return nil }),
	}}})
	var page Page
	for range 3 {
		page.Show(Page{Lang: "ko", Theme: "dark", Embed: true})
	}
	if calls != 1 {
		t.Errorf("the language is set %d times, want once", calls)
	}
	if attributes["lang"] != "ko" || attributes["data-theme"] != "dark" || attributes["data-embed"] != true || attributes["data-transparent"] != false {
		t.Errorf("the document is told %v", attributes)
	}
	if page.Show(Page{Lang: "ko"}); attributes["data-theme"] != nil {
		t.Errorf("the theme is %v, want the system's", attributes["data-theme"])
	}
}
