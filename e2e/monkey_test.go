//go:build rough

package e2e

import (
	"errors"
	"flag"
	"fmt"
	"math/rand/v2"
	"net/url"
	"slices"
	"strings"
	"testing"
	"time"

	"firstneuron/e2e/browser"
)

var (
	monkeyTime = flag.Duration("monkey", 20*time.Second, "how long each monkey uses the page")
	monkeySeed = flag.Uint64("seed", 1, "the first seed of the monkeys")
	monkeys    = flag.Uint64("monkeys", 1, "how many monkeys there are of each kind; `make monkey` has more")
	monkeyActs = flag.Int("actions", 0, "how many actions each monkey does at least, however long that takes")
)

// TestMonkey uses the page at random and looks after each action whether it is
// still as every page must be. A failure tells the seed and the last actions;
// -seed repeats them as far as time allows.
func TestMonkey(t *testing.T) {
	t.Parallel()
	for i := range *monkeys {
		for kind, embedded := range map[string]bool{"page": false, "embed": true} {
			seed := *monkeySeed + i
			t.Run(fmt.Sprintf("%s %d", kind, seed), func(t *testing.T) {
				t.Parallel()
				m := newMonkey(t, seed, embedded)
				if embedded {
					m.run(*monkeyTime)
					return
				}
				m.tab.Unwatched(func() { m.run(*monkeyTime) }) // five times as many actions
			})
		}
	}
}

// monkey is somebody who uses all that can be used, without an aim.
type monkey struct {
	t      *testing.T
	seed   uint64
	random *rand.Rand
	// tab is the browser's page, page what the monkey uses: the same, or a
	// frame in it.
	tab, page *browser.Page
	embedded  bool
	// gone is the fragment that was gone to last.
	gone string
	// done are the actions so far.
	done []string
}

// nowhere is the name of an activity that there is not.
const nowhere = "nobody-has-it"

// begins are the links that a monkey goes to: each view, task, kind of net and
// state of a training, the address without any, with its tour, and activities.
var begins = []string{
	"#", "#activity=first-neuron", "#activity=outlier&open=data", "#activity=why-not-19&play=0", "#activity=" + nowhere,
	"#open=all", "#open=all&w=0&b=0&xname=hours&yname=points%20of%20100", "#open=code&example=wave", "#open=explore&w=0&b=0",
	"#w=0&b=0", "#w=0&b=0&auto=1", taskFragment, "#" + sineNet(), "#layers=4:tanh,1&batch=2&seed=3&epochs=50",
	"#lr=0.5&auto=1&w=0&b=0", "#hide=loss,model,surface", "#lock=data,lr&goal=loss:0.001", "#w=0&b=0&optimizer=adam&loss=mae&epochs=100",
	"#xs=1&ys=1", "#epochs=many&w=x&nothing=1",
}

// typedTexts are what a monkey types. None has a word that only a mistake of
// the page would show.
var typedTexts = []string{
	"", "0", "-1", "1", "10", "0.5", "1,5", "−3", "1e9", "1e-9", "999999999999", "-", ".", "1e", "abc", "뉴런", "“”", "<b>x</b>", "a=%&b=#",
	"1;2\n3;4\n5;6", "x,y\n1,2\n", maunaLoa, "Jahr;Fälle\n1;950\n2;1.200\n3;1.450", `[{"x": 1, "y": 2, "z": 3}, {"x": 2, "y": 4, "z": 6}]`, "model.fit(xs, ys, epochs=7)", strings.Repeat("long ", 300),
}

var monkeyKeys = []string{
	"Tab", "Shift+Tab", "Enter", "Escape", "Space", "Delete", "Backspace", "Home", "End", "PageUp", "PageDown",
	"ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight", "Shift+ArrowUp", "Control+z", "Control+y", "Control+Shift+z",
}

func newMonkey(t *testing.T, seed uint64, embedded bool) *monkey {
	kind := uint64(0)
	if embedded {
		kind = 1
	}
	m := &monkey{t: t, seed: seed, random: rand.New(rand.NewPCG(seed, kind)), embedded: embedded}
	address := browser.Serve(t, light(t)) + "/" + m.link()
	m.note("open " + address)
	if embedded {
		m.tab = chromium.Open(t, browser.Serve(t, browser.Course(address, "First Neuron", `sandbox="allow-scripts"`)), browser.Script(keepsToThePage))
		m.page = m.tab.Frame("First Neuron")
	} else {
		m.tab = chromium.Open(t, address, browser.Script(keepsToThePage))
		m.page = m.tab
	}
	m.tab.AllowConsole("/activities/" + nowhere)
	waitLive(m.page)
	m.gone = browser.Evaluate[string](m.page, `window.location.hash.slice(1)`)
	// A script for every load does not reach a frame with a process of its own.
	browser.Evaluate[bool](m.page, `(() => {`+keepsToThePage+`return true; })()`)
	return m
}

// keepsToThePage lets nothing be saved or copied: pages share the disk and the
// clipboard, which other tests use.
const keepsToThePage = `
	HTMLAnchorElement.prototype.click = function () {};
	Object.defineProperty(navigator, "clipboard", {configurable: true, value: {writeText: async () => {}}});
`

// link is one of those to begin with, in some language.
func (m *monkey) link() string {
	link := begins[m.random.IntN(len(begins))]
	if m.embedded {
		link += "&embed=1&start=now"
	}
	return link + []string{"", "&lang=en", "&lang=ko"}[m.random.IntN(3)]
}

func (m *monkey) note(action string) { m.done = append(m.done, action) }

func (m *monkey) run(limit time.Duration) {
	defer func() { m.t.Logf("seed %d: %d actions", m.seed, len(m.done)) }()
	for end := time.Now().Add(limit); time.Now().Before(end) || len(m.done) < *monkeyActs; {
		before, known := "", m.random.IntN(4) == 0
		if known {
			before, known = m.state()
		}
		undoable, err := m.act()
		if errors.Is(err, browser.ErrStill) {
			m.fail(err.Error())
		}
		if err != nil { // what was to be used is gone, or covered
			m.done[len(m.done)-1] += ": " + err.Error()
		}
		m.look()
		if undoable && known && err == nil {
			m.undo(before)
		}
	}
}

func (m *monkey) fail(found string) {
	m.t.Helper()
	last := m.done[max(0, len(m.done)-25):]
	m.t.Fatalf("seed %d: %s\nthe last of %d actions:\n\t%s", m.seed, found, len(m.done), strings.Join(last, "\n\t"))
}

// act does something, and reports whether Undo takes it back by itself.
func (m *monkey) act() (undoable bool, err error) {
	switch n := m.random.IntN(100); {
	case n < 2:
		link := m.link()
		m.note("go to " + link)
		m.gone, err = browser.Ask[string](m.page, fmt.Sprintf(`(window.location.hash = %q, window.location.hash.slice(1))`, link))
		return false, err
	case n < 4 && !m.embedded:
		width := []int{320, 600, 1280}[m.random.IntN(3)]
		m.note(fmt.Sprintf("resize to %d", width))
		m.tab.Resize(width, 900)
		return false, nil
	case n < 6:
		return m.bring()
	case n < 8:
		return false, m.dispatch()
	case n < 16:
		key := monkeyKeys[m.random.IntN(len(monkeyKeys))]
		m.note("press " + key)
		return false, m.page.Keys(key)
	}
	controls, err := m.page.Controls()
	if err != nil || len(controls) == 0 {
		m.note("look for something to use")
		return false, err
	}
	// Roles first, lest the many points and boxes hide the few tabs and boxes
	// to tick.
	byRole := map[string][]browser.Control{}
	for _, c := range controls {
		byRole[c.Role] = append(byRole[c.Role], c)
	}
	roles := []string{}
	for role := range byRole {
		roles = append(roles, role)
	}
	slices.Sort(roles)
	if m.random.IntN(2) == 0 {
		roles = []string{"button"}
	}
	same := byRole[roles[m.random.IntN(len(roles))]]
	if len(same) == 0 {
		m.note("look for a button")
		return false, nil
	}
	return m.use(same[m.random.IntN(len(same))])
}

func (m *monkey) use(c browser.Control) (undoable bool, err error) {
	across, down := m.random.Float64(), m.random.Float64()
	switch c.Role {
	case "textbox", "spinbutton":
		text := typedTexts[m.random.IntN(len(typedTexts))]
		m.note(fmt.Sprintf("fill %v with %.40q", c, text))
		return false, c.Fill(text) // joins the filling before
	case "combobox":
		m.note(fmt.Sprintf("choose of %v at %.2f", c, across))
		return true, c.Choose(across)
	case "slider":
		switch m.random.IntN(3) {
		case 0:
			key := monkeyKeys[m.random.IntN(len(monkeyKeys)-3)]
			m.note(fmt.Sprintf("press %s on %v", key, c))
			return false, c.Press(key)
		case 1:
			m.note(fmt.Sprintf("drag %v by %.0f, %.0f", c, 200*(across-0.5), 200*(down-0.5)))
			return false, c.Drag(200*(across-0.5), 200*(down-0.5))
		default:
			m.note(fmt.Sprintf("slide %v to %.2f", c, across))
			return false, c.Choose(across)
		}
	case "image":
		m.note(fmt.Sprintf("click %v at %.2f, %.2f", c, across, down))
		return false, c.Click(across, down)
	default:
		if m.random.IntN(6) == 0 {
			m.note(fmt.Sprintf("drag %v by %.0f, %.0f", c, 200*(across-0.5), 200*(down-0.5)))
			return false, c.Drag(200*(across-0.5), 200*(down-0.5))
		}
		m.note(fmt.Sprintf("click %v", c))
		return slices.ContainsFunc(takenBack, func(name string) bool { return strings.HasPrefix(c.Name, name) }), c.Click(0.5, 0.5)
	}
}

// wrongScript lists what no page may show.
const wrongScript = `(() => {
	const wrong = [];
	if (document.documentElement.dataset.program !== "running") wrong.push("the program does not run");
	const ids = [...document.querySelectorAll("[id]")].map((e) => e.id);
	const twice = ids.filter((id, i) => ids.indexOf(id) !== i);
	if (twice.length) wrong.push("doubled IDs: " + [...new Set(twice)].join(" "));
	const root = document.documentElement;
	if (root.scrollWidth > window.innerWidth) wrong.push("the page is " + root.scrollWidth + " px wide in a window of " + window.innerWidth);
	const shown = (where, word) => {
		const found = /[^]{0,60}(\bNaN\b|\bundefined\b|%!|\[object )[^]{0,60}/.exec(word ?? "");
		if (found) wrong.push(where + " shows " + JSON.stringify(found[0]));
	};
	shown("the page", document.body.innerText);
	for (const name of ["aria-label", "aria-description", "title", "aria-valuetext"]) {
		for (const e of document.querySelectorAll("[" + name + "]")) shown(name + " of " + e.localName, e.getAttribute(name));
	}
	for (const e of document.querySelectorAll("input, textarea")) shown(e.localName + " " + e.id, e.value);
	return wrong;
})()`

// look fails the test unless the page is alive and as every page must be.
func (m *monkey) look() {
	m.t.Helper()
	// A training may be under way for minutes, so that it need not rest.
	wrong, err := browser.Ask[[]string](m.page, `new Promise((resolve) => {
		const look = () => resolve(`+wrongScript+`);
		window.addEventListener("firstneuron-idle", look, {once: true});
		window.dispatchEvent(new Event("firstneuron-idle-asked"));
		setTimeout(look, 50);
	})`)
	if err != nil {
		m.fail(err.Error())
	}
	wrong = append(wrong, m.tab.Console()...)
	if len(wrong) > 0 {
		m.fail(strings.Join(wrong, "\n"))
	}
}

// state is the experiment as the address has it, without what Undo leaves
// alone; false when the page does not come to rest, and when it has not written the
// address yet, which a link need not say as the page does.
func (m *monkey) state() (string, bool) {
	rests, err := m.page.Rests(2 * time.Second)
	if err != nil {
		m.fail(err.Error())
	}
	hash, err := browser.Ask[string](m.page, `window.location.hash.slice(1)`)
	if err != nil {
		m.fail(err.Error())
	}
	keys, err := url.ParseQuery(hash)
	for _, view := range []string{"lang", "theme", "embed", "start"} {
		keys.Del(view)
	}
	return keys.Encode(), rests && err == nil && hash != m.gone
}

// undo fails the test unless Undo brings back what was before the last action,
// and Redo what was after it.
func (m *monkey) undo(before string) {
	m.t.Helper()
	after, rests := m.state()
	if !rests || after == before {
		return
	}
	for _, step := range []struct{ keys, want string }{{"Control+z", before}, {"Control+y", after}} {
		m.note("press " + step.keys + " outside of boxes")
		if _, err := browser.Ask[bool](m.page, `(document.activeElement?.blur(), true)`); err != nil {
			m.fail(err.Error())
		}
		if err := m.page.Keys(step.keys); err != nil {
			m.fail(err.Error())
		}
		got, rests := m.state()
		for end := time.Now().Add(5 * time.Second); got != step.want && time.Now().Before(end); { // a frame's keys may be on their way
			time.Sleep(100 * time.Millisecond)
			got, rests = m.state()
		}
		if rests && got != step.want {
			m.fail(fmt.Sprintf("%s gives %q, want %q", step.keys, got, step.want))
		}
	}
}
