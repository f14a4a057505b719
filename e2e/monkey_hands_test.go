//go:build rough

package e2e

import (
	"encoding/base64"
	"fmt"
	"os"
	"strings"

	"firstneuron/e2e/browser"
	"firstneuron/pkg/ui/i18n"
)

// brought are files and pasted texts: tables that are used at once, that wait for an
// answer or a choice, that cannot be read, a program, an experiment and a workbook.
var brought = []struct{ name, text string }{
	{"points.csv", "1,2\n3,4\n5,6\n7,9\n"},
	{"mauna.csv", maunaLoa},
	{"question.csv", "Jahr;Fälle\n1;950\n2;1.200\n3;1.450"},
	{"broken.csv", "a,b\n1,\n,\"2\n"},
	{"empty.csv", ""},
	{"rows.json", `[{"hours": 1, "points": 20}, {"hours": 2, "points": 45}]`},
	{"page.html", "<table><tr><th>a<th>b<th>c<tr><td>1<td>2<td>3<tr><td>2<td>3<td>5</table>"},
	{"lesson.py", "import numpy as np\nimport keras\nxs = np.array([0.0, 1.0, 2.0])\nys = 3 * xs\nmodel = keras.Sequential([keras.Input(shape=(1,)), keras.layers.Dense(1)])\n" +
		"model.compile('sgd', 'mse')\nmodel.fit(xs, ys, epochs=20)\nprint(model.predict(np.array([10.0])))\n"},
	{"experiment.txt", "First Neuron experiment 1\nxs=1,2,3\nys=2,4,7\nepochs=30\n"},
	{"hours.xlsx", ""}, // workbook
	{"cut.xlsx", "PK\x03\x04\x14\x00"},
	{"long.csv", strings.Repeat("1,2\n2,3\n", 4000)},
}

// workbook is the path of the workbook that a monkey brings.
const workbook = "../pkg/experiment/paste/workbook/testdata/hours.xlsx"

// takenBack are the beginnings of the names of buttons whose action Undo takes back by
// itself.
var takenBack = func() (names []string) {
	for _, lang := range []string{"en", "ko"} {
		for _, key := range []string{"data.use", "import.use"} {
			name, _, _ := strings.Cut(i18n.For(lang).Text(key), "{")
			names = append(names, name)
		}
	}
	return names
}()

// bring drops a file on the panel of the data, chooses it in some field for files, or
// pastes its text into some box, which the browser does unless the page has.
func (m *monkey) bring() (undoable bool, err error) {
	file := brought[m.random.IntN(len(brought))]
	if file.name == "hours.xlsx" {
		data, err := os.ReadFile(workbook)
		if err != nil {
			m.fail(err.Error())
		}
		file.text = string(data)
	}
	way := []string{"drop", "drop", "choose", "paste"}[m.random.IntN(4)]
	m.note(fmt.Sprintf("%s %s", way, file.name))
	_, err = browser.Ask[bool](m.page, fmt.Sprintf(`(() => {
		const bytes = Uint8Array.from(atob(%q), (c) => c.charCodeAt(0)), name = %q, at = %f;
		const data = new DataTransfer();
		const one = (selector) => {
			const found = [...document.querySelectorAll(selector)].filter((e) => e.checkVisibility());
			if (!found.length) throw new Error("there is no " + selector);
			return found[Math.floor(at * found.length)];
		};
		const send = (target, event) => target.dispatchEvent(event);
		switch (%q) {
		case "drop": {
			data.items.add(new File([bytes], name));
			const panel = one("section[aria-labelledby=data-title]");
			send(panel, new DragEvent("dragenter", {dataTransfer: data, bubbles: true, cancelable: true}));
			send(panel, new DragEvent("dragover", {dataTransfer: data, bubbles: true, cancelable: true}));
			return send(panel, new DragEvent("drop", {dataTransfer: data, bubbles: true, cancelable: true}));
		}
		case "choose": {
			data.items.add(new File([bytes], name));
			const field = one("input[type=file]");
			field.files = data.files;
			return send(field, new Event("change", {bubbles: true}));
		}
		default: {
			const box = one("input:not([type]), input[type=text], textarea"), text = new TextDecoder().decode(bytes);
			data.setData("text/plain", text);
			box.focus();
			box.select();
			if (send(box, new ClipboardEvent("paste", {clipboardData: data, bubbles: true, cancelable: true}))) {
				document.execCommand("insertText", false, text);
			}
			return true;
		}
		}
	})()`, base64.StdEncoding.EncodeToString([]byte(file.text)), file.name, m.random.Float64(), way))
	return way != "paste", err
}

// dispatch sends an event without any of the fields of its kind, as scripts and
// extensions do, to some element of the page, or to what is around it.
func (m *monkey) dispatch() error {
	kind := plainEvents[m.random.IntN(len(plainEvents))]
	at := m.random.Float64()
	m.note(fmt.Sprintf("dispatch a plain %s at %.4f of the elements", kind, at))
	_, err := browser.Ask[bool](m.page, fmt.Sprintf(`(() => {
		const all = [window, document, document.documentElement, document.body, ...document.querySelectorAll(".playground *")];
		all[Math.floor(%f * all.length)].dispatchEvent(new Event(%q, {bubbles: true, cancelable: true}));
		return true;
	})()`, at, kind))
	return err
}
