package e2e

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"net/http"
	"strings"
	"testing"

	"firstneuron/e2e/browser"
	"firstneuron/pkg/experiment"
)

// grammarCases are links that two readers may take differently.
func grammarCases() []string {
	cases := []string{
		// A key alone, an empty value, several equals signs.
		"embed", "embed=", "embed==1", "embed=1=1", "transparent&embed", "lang=", "theme", "start=", "=1", "=", "",
		// Of two equal keys the last.
		"embed=1&embed=0", "embed=0&embed", "theme=dark&theme=light", "lang=ko&lang=en", "lang=ko&lang=xx", "theme=dark&theme=",
		// Capitals and spaces.
		"theme=DARK", "lang=KO", "embed=TRUE", "embed=False", "Embed=1", "start=Click", "theme= dark ", "theme=%20dark%20", "theme=\u200bdark",
		"theme=dark\ufeff", "theme=%EF%BB%BFdark", "theme=%C2%85dark", "theme=%C2%A0dark", "embed=%201", "embed =1", "%20embed=1", "theme=da rk",
		"theme=l\u0130ght", "theme=l%C4%B0ght", "theme=dar\u212a", "lang=%E2%84%AAo", "start=cl%C4%B1ck",
		// Plus is a plus.
		"theme=+dark", "theme=dark+", "embed=+1", "theme=da+rk",
		// Escapes, broken ones too.
		"theme=%64ark", "%74heme=dark", "theme=%", "theme=%6", "theme=%zz", "title=%&theme=dark", "theme=dark%", "theme=%64%", "embed=%31", "embed=%30",
		"title=Six%20points%2&embed=1", "ask=%u0041&lang=ko", "%=1&embed=1", "theme=%25%36%34ark", "theme=%ff", "theme=%ffdark", "theme=%c4%b0", "%00=1", "theme=dark%00",
		"theme%3Ddark", "a%26embed=1", "embed=1%26",
		// Separators too many.
		"&&embed=1", "embed=1&&", "&", "embed&&theme=dark&", "embed=1;theme=dark", "?embed=1", "#embed=1", "##embed=1",
		// Names that objects have.
		"theme=constructor", "theme=__proto__", "__proto__=1&embed=1", "start=toString", "embed=hasOwnProperty", "constructor=1",
		// Other numbers and words for yes.
		"embed=yes", "embed=01", "embed=1.0", "embed=on", "embed=-1", "embed=２", "embed=１",
		// As long as links are read, and longer by one.
		"embed=1&title=" + strings.Repeat("x", experiment.MaxFragment-len("embed=1&title=")),
		"embed=1&title=" + strings.Repeat("x", experiment.MaxFragment-len("embed=1&title=")+1),
		"theme=dark&title=" + strings.Repeat("é", experiment.MaxFragment/2),
	}
	pieces := []string{
		"embed", "transparent", "theme", "lang", "start", "title", "=", "=", "=", "&", "&", "%", "%2", "%20", "%64", "%C4%B0", "%e2%84", "%ff", "+", " ", "\u200b",
		"1", "0", "true", "False", "dark", "DARK", "light", "visible", "click", "now", "#", "é", "\u0130", "\u212a", "\ufeff", "\u0085", "\u2028", "\t", "constructor",
	}
	for _, code := range experiment.LanguageCodes() {
		pieces = append(pieces, code, strings.ToUpper(code))
	}
	random := rand.New(rand.NewPCG(3, 4))
	for range 3000 {
		var b strings.Builder
		for range 1 + random.IntN(14) {
			b.WriteString(pieces[random.IntN(len(pieces))])
		}
		cases = append(cases, b.String())
	}
	return cases
}

// TestBothReadersOfLinksAgree: the script that the page has before its program
// reads what experiment.Decode reads, of the very same links.
func TestBothReadersOfLinksAgree(t *testing.T) {
	t.Parallel()
	page := open(t, "")
	cases := grammarCases()
	text, err := json.Marshal(cases)
	if err != nil {
		t.Fatal(err)
	}
	read := browser.Evaluate[[]map[string]string](page, fmt.Sprintf(`%s.map(readLink)`, text))
	wrong := 0
	for i, fragment := range cases {
		e, _ := experiment.Decode(fragment)
		if len(read[i]) < 5 {
			t.Fatalf("the script reads %v, want five properties", read[i])
		}
		for key, got := range read[i] {
			if want := e.Value(key); got != want {
				t.Errorf("of #%.100q the script reads %s = %q, want %q as the program", fragment, key, got, want)
				wrong++
			}
		}
		if wrong > 20 {
			t.Fatal("and so on")
		}
	}
}

// TestLayoutBeforeTheProgramIsThatOfTheProgram, for links as browsers give them.
func TestLayoutBeforeTheProgramIsThatOfTheProgram(t *testing.T) {
	t.Parallel()
	const layout = `JSON.stringify(["lang", "data-theme", "data-embed", "data-transparent"].map((name) => document.documentElement.getAttribute(name)))`
	for _, fragment := range []string{"#embed", "#embed=1&embed=0", "#theme=DARK", "#embed=TRUE&theme= dark", "#lang=ko&lang=en&transparent"} {
		t.Run(fragment, func(t *testing.T) {
			page := open(t, fragment, browser.Script(`addEventListener("DOMContentLoaded", () => { window.before = `+layout+` })`))
			page.Wait("comparing the layouts", func() error {
				if before, after := browser.Evaluate[string](page, `window.before`), browser.Evaluate[string](page, layout); before != after {
					return fmt.Errorf("%s before the program, %s with it", before, after)
				}
				return nil
			})
		})
	}
}

// TestBrokenEscapesAreRead: a percent sign that encodes nothing is one, in the
// address that the page opens with, and in one that it is sent to.
func TestBrokenEscapesAreRead(t *testing.T) {
	t.Parallel()
	const first = "#%&%%&%2&title=A%20first%e"
	page := open(t, first)
	waitBody(page, "A first%e")
	for _, link := range [][2]string{
		{"#title=100%", "100%"},
		{"#ask=%u0041", `%u0041`},
		{"#text=Six%20points%2", "Six points%2"},
		{"#title=50%25 of %zz&w=0", `50% of %zz`},
		{"#title=%&epochs=7&auto=1", "Epoch 7 of 7"},
		{first, "A first%e"},
	} {
		page.Goto(strings.Split(page.URL(), "#")[0] + link[0])
		waitBody(page, link[1])
	}
	if !browser.Evaluate[bool](page, `document.documentElement.dataset.program === "running"`) {
		t.Error("the program has stopped")
	}
	again := open(t, "#title=%&epochs=7&auto=1")
	waitBody(again, "Epoch 7 of 7")
}

// TestEditsWhereThePathHasTwoSlashes: a file host serves the page there, and
// the address that an edit writes is of the same page.
func TestEditsWhereThePathHasTwoSlashes(t *testing.T) {
	t.Parallel()
	files := light(t)
	address := browser.Serve(t, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		http.StripPrefix("//neuron", files).ServeHTTP(w, r)
	}))
	page := chromium.Open(t, address+"//neuron/?course=1"+laidOut("#w=0&b=0"))
	waitLive(page)
	page.Fill("spinbutton", "Epochs", "77")
	page.Press("Tab")
	waitFragment(page, "epochs=77")
	if got := page.URL(); !strings.HasPrefix(got, address+"//neuron/?course=1#") {
		t.Errorf("after an edit the address is %s, want that of the same page", got)
	}
	train(page, 77)
}
