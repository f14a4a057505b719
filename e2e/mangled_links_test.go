//go:build rough

package e2e

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"firstneuron/e2e/browser"
	corpus "firstneuron/e2e/hostile"
	"firstneuron/pkg/experiment"
)

// mangledLinks are links as they came back from mail, chats, course systems and
// writers of HTML, and as they went in.
var mangledLinks = [][2]string{
	// The & of HTML, once, twice and by its number.
	{"example=celsius&amp;epochs=100&amp;embed=1&amp;lang=ko", "example=celsius&epochs=100&embed=1&lang=ko"},
	{"w=0&amp;amp;b=0&amp;amp;amp;epochs=9", "w=0&b=0&epochs=9"},
	{"w=0&#38;b=0&#x26;epochs=9&#038;lr=0.1", "w=0&b=0&epochs=9&lr=0.1"},
	{"w=0%26amp%3Bb=0", "w=0&b=0"},
	// Escaped as a whole, once, twice and three times.
	{"w%3D0%26b%3D0%26epochs%3D1000", "w=0&b=0&epochs=1000"},
	{"w%253D0%2526b%253D0", "w=0&b=0"},
	{"w%25253D0%252526b%25253D0", "w=0&b=0"},
	{"title%3DSix%2520points%26w%3D0", "title=Six%20points&w=0"},
	{"xs%3D1%2C2%2C3%26ys%3D2%2C4%2C6", "xs=1,2,3&ys=2,4,6"},
	// In part.
	{"w%3D0&b%3D0", "w=0&b=0"},
	{"w=0%26b=0%26epochs=7", "w=0&b=0&epochs=7"},
	{"w=0&title%3DA%20line", "w=0&title=A%20line"},
	// Words escaped twice.
	{"text=Six%2520points%2520lie&ask=What%253F", "text=Six%20points%20lie&ask=What%3F"},
	{"title=%25EC%25A0%2590", "title=%EC%A0%90"},
	// Quoted-printable.
	{"w=3D0&b=3D0&epochs=3D500", "w=0&b=0&epochs=500"},
	{"epochs=3D500", "epochs=500"},
	{"w=3D0&title=3DSix%20points&b=3D=0", "w=0&title=Six%20points&b=0"},
	// What a sentence, a bracket, a quote or Markdown has behind it.
	{"w=0&b=0&epochs=500).", "w=0&b=0&epochs=500"},
	{"epochs=500.", "epochs=500"},
	{"epochs=500,", "epochs=500"},
	{"epochs=500;", "epochs=500"},
	{"epochs=500!", "epochs=500"},
	{"epochs=500?", "epochs=500"},
	{"epochs=500>", "epochs=500"},
	{"epochs=500]", "epochs=500"},
	{"epochs=500%22", "epochs=500"},
	{"epochs=500**", "epochs=500"},
	{"epochs=500%29.", "epochs=500"},
	{"epochs=500%C2%BB", "epochs=500"},
	{"epochs=500%E2%80%9D", "epochs=500"},
	{"data=1.0jXUMdAx1DGy1jXW0TXUMdQxBgQAAP__%20", "data=1.0jXUMdAx1DGy1jXW0TXUMdQxBgQAAP__"},
	// Spaces, line ends, another sign in front.
	{"%20w=0&b=0%0A", "w=0&b=0"},
	{"?w=0&b=0", "w=0&b=0"},
	{"!w=0", "w=0"},
	{"/w=0", "w=0"},
	{"%23w=0", "w=0"},
	{"#w=0", "w=0"},
	{"&w=0", "w=0"},
	// What browsers and hosts add.
	{"w=0&b=0:~:text=Epoch", "w=0&b=0"},
	{":~:text=Epoch", ""},
	{"w=0#?secret=a1B2c3D4e5", "w=0"},
	{"?secret=a1B2c3D4e5", "secret=a1B2c3D4e5"},
	// And what is meant as it is.
	{"title=What%3F&ask=Is%20it%20so?", "title=What%3F&ask=Is%20it%20so?"},
	{"title=3D%20printing", "title=3D%20printing"},
	{"title=100%25%20sure", "title=100%25%20sure"},
	{"title=AT%26T%3D", "title=AT%26T%3D"},
	{"text=A%20%26amp%3B", "text=A%20%26amp%3B"},
	{"example=wave&hide=data", "example=wave&hide=data"},
	{"", ""},
	{"embed", "embed"},
}

// TestMangledLinksAreMended: what happens to links on their way is undone, and what
// the page writes itself is never changed.
func TestMangledLinksAreMended(t *testing.T) {
	t.Parallel()
	page := open(t, "")
	var mangled, want []string
	for _, link := range mangledLinks {
		mangled, want = append(mangled, link[0]), append(want, link[1])
	}
	random := rand.New(rand.NewPCG(7, 8))
	for _, text := range append(corpus.Scripts(), "%20", "100%25", "a%2Fb %zz %", "=3D", "&amp;", "#38;", "50% & more).", ":~:text=") {
		e := experiment.Default()
		e.Title, e.Text = text, text
		mangled, want = append(mangled, experiment.Encode(e)), append(want, experiment.Encode(e))
	}
	for range 300 {
		fragment := experiment.Encode(randomExperiment(random))
		mangled, want = append(mangled, fragment), append(want, fragment)
	}
	list, err := json.Marshal(mangled)
	if err != nil {
		t.Fatal(err)
	}
	got := browser.Evaluate[[]string](page, fmt.Sprintf(`%s.map(mendFragment)`, list))
	for i, fragment := range mangled {
		if got[i] != want[i] {
			t.Errorf("#%.200s is mended to\n #%.200s, want\n #%.200s", fragment, got[i], want[i])
		}
	}
}

// TestMangledAddressesOpenTheExperiment, in the page's own address, behind a # that
// was escaped, and where the # was lost; from the server and from a file host.
func TestMangledAddressesOpenTheExperiment(t *testing.T) {
	t.Parallel()
	server, files := browser.Serve(t, light(t)), browser.Serve(t, unkept(lostHost()))
	for _, address := range []string{
		server + "/#epochs%3D70%26play%3D0", server + "/#w=0&amp;epochs=70&amp;play=0).",
		server + "/%23epochs=70&play=0", server + "/index.html%23epochs=70&play=0", server + "/%2523epochs=70&play=0",
		files + "/%23epochs=70&play=0", files + "/examples/celsius/%23epochs=70&play=0", files + "/index.html%23epochs=70&play=0",
	} {
		t.Run(strings.TrimPrefix(strings.TrimPrefix(address, server), files), func(t *testing.T) {
			page := chromium.Open(t, address+"&open=all")
			page.AllowConsole("404")
			waitLive(page)
			page.WaitValue("spinbutton", "Epochs", "70")
		})
	}
	t.Run("lost", func(t *testing.T) {
		page := chromium.Open(t, files+"/epochs=70&play=0&open=all")
		page.AllowConsole("404")
		page.Click("link", "Open First Neuron")
		waitLive(page)
		page.WaitValue("spinbutton", "Epochs", "70")
	})
}

// lostHost is a plain file host that shows 404.html for what it does not have, as
// those of Netlify, Cloudflare and GitHub do.
func lostHost() http.Handler {
	files := plainHost()
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if _, err := os.Stat(filepath.Join(dist, filepath.FromSlash(r.URL.Path))); err == nil {
			files.ServeHTTP(w, r)
			return
		}
		page, err := os.ReadFile(dist + "/404.html")
		if err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
			return
		}
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		w.WriteHeader(http.StatusNotFound)
		_, _ = w.Write(page) // a reader that has gone needs no answer
	})
}

// TestUnknownKeysAreTold, with what may have been meant.
func TestUnknownKeysAreTold(t *testing.T) {
	t.Parallel()
	page := open(t, "#epoch=70&utm_source=letter")
	waitAlert(page, "“epoch”", "did you mean epochs?")
	if strings.Contains(body(page), "utm_source") {
		t.Error("the page tells of what a newsletter adds to its links")
	}
}
