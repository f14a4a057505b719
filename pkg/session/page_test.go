package session

import (
	"reflect"
	"strings"
	"testing"
)

// TestWhatAPageIsAsked: whatever a page does beside drawing, an effect has
// asked for it.
func TestWhatAPageIsAsked(t *testing.T) {
	for name, test := range map[string]struct {
		fragment string
		before   []Msg
		message  Msg
		want     []Effect
	}{
		"a language":             {"", []Msg{Navigated{""}}, LangChosen{"ko"}, []Effect{LoadWords{"ko"}}},
		"its words":              {"", []Msg{Navigated{""}, LangChosen{"ko"}}, WordsArrived{"ko", nil}, []Effect{ShowDocument{Document{Lang: "ko"}}}},
		"the same language":      {"lang=ko", nil, PreferencesRead{Lang: "ko"}, nil},
		"an embedded page":       {"", nil, Navigated{"embed=1&transparent=1&theme=dark"}, []Effect{ShowDocument{Document{Theme: "dark", Embed: true, Transparent: true}}}},
		"the caret on a line":    {"", nil, LineHighlighted{4}, []Effect{Highlight{Keys: []string{"xs"}}}},
		"the same line again":    {"", []Msg{LineHighlighted{4}}, LineHighlighted{4}, nil},
		"the caret is gone":      {"", []Msg{LineHighlighted{4}}, LineHighlighted{0}, []Effect{Highlight{}}},
		"the dialog opens":       {"", nil, ShareOpened{true}, nil},
		"the dialog closes":      {"", []Msg{ShareOpened{true}}, ShareOpened{false}, []Effect{CloseDialog{}}},
		"a file in the dialog":   {"", []Msg{ShareOpened{true}}, FileOpened{"First Neuron experiment 1\nepochs=7"}, []Effect{CloseDialog{}}},
		"a link with a dialog":   {"", []Msg{ShareOpened{true}}, Navigated{"epochs=7"}, []Effect{CloseDialog{}}},
		"a link with the desk":   {"", []Msg{MakerOpened{true}}, Navigated{"epochs=7"}, []Effect{CloseDialog{}}},
		"a file of no kind":      {"", nil, SavePressed{}, nil},
		"a picture":              {"", nil, SavePressed{PNGPicture, "fit", "fit-chart"}, []Effect{DownloadPicture{"fit", "fit-chart", true}}},
		"a drawing":              {"", nil, SavePressed{SVGPicture, "fit", "fit-chart"}, []Effect{DownloadPicture{"fit", "fit-chart", false}}},
		"a text to copy":         {"", nil, CopyPressed{"box", "text"}, []Effect{CopyText{"box", "text"}}},
		"a control that is gone": {"", nil, ControlVanishes{[]string{"a", "b"}}, []Effect{FocusNext{[]string{"a", "b"}}}},
	} {
		p := openLive(test.fragment)
		p.do(t, test.before...)
		p.asked = nil
		if p.do(t, test.message); !reflect.DeepEqual(p.asked, test.want) {
			t.Errorf("%s: a page is asked %+v, want %+v", name, p.asked, test.want)
		}
	}
}

func TestFilesToSave(t *testing.T) {
	for name, test := range map[string]struct {
		message     Msg
		file, begin string
	}{
		"data":       {SavePressed{DataTable, "", "data"}, "data.csv", "x,y,prediction\n-1,-3,"},
		"history":    {SavePressed{HistoryTable, "", "loss"}, "loss.csv", "epoch,loss,weight,bias,prediction\n0,,"},
		"experiment": {SavePressed{ExperimentFile, "", "first-neuron"}, "first-neuron.txt", "First Neuron experiment 1\n"},
		"program":    {CodeSavePressed{KerasTab, ".py", false}, "first-neuron.py", "import keras\n"},
		"Go":         {CodeSavePressed{GoTab, ".go", false}, "first-neuron.go", "// "},
		"notebook":   {CodeSavePressed{KerasTab, ".ipynb", true}, "first-neuron.ipynb", "{"},
	} {
		p := openLive("w=0&b=0")
		p.do(t, TrainPressed{})
		p.asked = nil
		p.send(test.message)
		if len(p.asked) != 1 {
			t.Errorf("%s: a page is asked %+v, want one file", name, p.asked)
			continue
		}
		file, ok := p.asked[0].(Download)
		if !ok || file.Name != test.file || !strings.HasPrefix(file.Text, test.begin) || !strings.HasPrefix(file.Type, "text/") {
			t.Errorf("%s: a page is asked %.80v, want %s with %q", name, p.asked[0], test.file, test.begin)
		}
	}
}

func TestWhatWasCopied(t *testing.T) {
	p := openLive("")
	if p.send(TextCopied{"box", "text", true}); p.Copied != (Copied{"box", "text", true}) {
		t.Errorf("copied is %+v, want what the page says", p.Copied)
	}
	if p.send(ShareOpened{true}); p.Copied != (Copied{}) {
		t.Errorf("a dialog that opens says that %+v was copied", p.Copied)
	}
}
