package session

import (
	"strings"
	"testing"

	"firstneuron/pkg/experiment"
)

// TestLinksAreOpenedFromTheBox: addresses and fragments of this page and of TensorFlow
// Playground, each one step of Undo.
func TestLinksAreOpenedFromTheBox(t *testing.T) {
	for link, want := range map[string]string{
		"https://example.org/firstneuron/#example=celsius":                        "example=celsius",
		"#example=houses&epochs=7":                                                "example=houses&epochs=7",
		" set=xor:1:0:20 \n":                                                      "set=xor:1:0:20",
		"https://playground.tensorflow.org/#dataset=xor&seed=0.5&networkShape=3":  "",
		"activation=tanh&batchSize=10&dataset=spiral&networkShape=4,2&seed=0.123": "",
	} {
		p := open("epochs=9")
		before := p.Experiment
		p.send(LinkTyped{link}, LinkOpened{})
		e, _ := experiment.Decode(strings.TrimSpace(link))
		if want != "" {
			e, _ = experiment.Decode(want)
		}
		if !p.Experiment.Equal(e) || p.Experiment.Equal(before) || len(p.Rows) != len(e.Points) || p.OpenLink != (Draft{}) {
			t.Errorf("%s opens %s, want %s, and an empty box instead of %v", link, experiment.Encode(p.Experiment), experiment.Encode(e), p.OpenLink)
		}
		p.send(UndoPressed{})
		if !p.Experiment.Equal(before) {
			t.Errorf("%s: Undo gives %s, want what was there before", link, experiment.Encode(p.Experiment))
		}
	}
}

func TestWhatIsNoLinkStaysInTheBox(t *testing.T) {
	for _, link := range []string{"", "#", "hello", "https://example.org/", "https://example.org/?a=b", "set=nothing:1", "=", "zzz=1", "https://example.org/#set=circle:1:99"} {
		p := open("epochs=9")
		before := p.Experiment
		p.send(LinkTyped{link}, LinkOpened{})
		if p.OpenLink.Problem == nil || p.OpenLink.Text != link || !p.Experiment.Equal(before) || len(p.Past) != 0 {
			t.Errorf("%q: box %v, experiment %s; want the text with a problem and nothing changed", link, p.OpenLink, experiment.Encode(p.Experiment))
		}
		if len(p.asked) != 1 || p.asked[0] != Effect(FocusLink{}) {
			t.Errorf("%q: the focus goes to %v, want the box", link, p.asked)
		}
		p.send(LinkTyped{"example=houses"})
		if p.OpenLink.Problem != nil {
			t.Errorf("%q: the reason stays although something else is typed", link)
		}
	}
	p := open("epochs=9")
	p.send(LinkTyped{"example=houses&epochs=x"}, LinkOpened{})
	if p.Experiment.Example != "houses" || len(p.Notices) != 1 {
		t.Errorf("a link of which a part cannot be read opens %q with notices %v, want the houses and one", p.Experiment.Example, p.Notices)
	}
}
