package e2e

import (
	"fmt"
	"strings"
	"testing"

	"firstneuron/e2e/browser"
)

// printedLesson is the lesson's program as courses print it: with a shape in
// the layer and a list in predict, as before Keras 3.
const printedLesson = `import tensorflow as tf
import numpy as np
from tensorflow import keras

model = keras.Sequential([keras.layers.Dense(units=1, input_shape=[1])])
model.compile(optimizer="sgd", loss="mean_squared_error")

xs = np.array([-1.0, 0.0, 1.0, 2.0, 3.0, 4.0], dtype=float)
ys = np.array([-3.0, -1.0, 1.0, 3.0, 5.0, 7.0], dtype=float)

model.fit(xs, ys, epochs=500)

print(model.predict([10.0]))
`

// writeCode puts a text into the editor, as pasting over everything does.
func writeCode(page *browser.Page, text string) {
	page.Paste("textbox", "Keras code", text)
}

func TestPrintedLessonIsPastedWhole(t *testing.T) {
	t.Parallel()
	page := open(t, "#example=houses&epochs=7&optimizer=adam&hide=live")
	writeCode(page, printedLesson)
	page.WaitValue("spinbutton", "Epochs", "500")
	page.WaitValue("textbox", "y of point 6", "7")
	page.WaitValue("spinbutton", "x to predict", "10")
	page.WaitDescription("textbox", "Keras code",
		"Line 5", "Do not pass an `input_shape`/`input_dim` argument to a layer.",
		"Line 13", "Unrecognized data type: x=[10.0] (of type <class 'list'>)")
	train(page, 500)
	if got := number(t, page.Text("output", "Prediction")); got < 18.975 || got > 18.988 {
		t.Errorf("Prediction = %v, want it between 18.975 and 18.988", got)
	}
	page.WaitTextHas("log", "Console", "Epoch 1/500 1/1 ━━━━━━━━━━━━━━━━━━━━ 0s ", "Epoch 500/500", "[[18.9")
	page.Click("button", "Fix line 13")
	page.WaitGone("button", "Fix line 13")
	page.Click("button", "Fix line 5")
	page.WaitGone("button", "Fix line 5")
	if code := page.Value("textbox", "Keras code"); !strings.Contains(code, "predict(np.array([10.0]))") || !strings.Contains(code, "keras.Input(shape=(1,)), keras.layers.Dense(units=1)") {
		t.Errorf("the fixed program is\n%s", code)
	}
}

func TestCodeAndControlsChangeEachOther(t *testing.T) {
	t.Parallel()
	page := open(t, "#w=0&b=0")
	page.Fill("spinbutton", "Epochs", "40")
	code := func(parts ...string) {
		t.Helper()
		page.Wait("reading the code", func() error {
			got := page.Value("textbox", "Keras code")
			for _, part := range parts {
				if !strings.Contains(got, part) {
					return fmt.Errorf("the code lacks %q:\n%s", part, got)
				}
			}
			return nil
		})
	}
	code("epochs=40", "np.array([[0.0]])")
	page.Select("Optimizer", "Adam")
	code(`optimizer="adam"`)
	writeCode(page, strings.Replace(printedLesson, "500", "60", 1)+"# mine\n")
	page.WaitValue("spinbutton", "Epochs", "60")
	page.Fill("spinbutton", "Learning rate", "0.05")
	code("SGD(learning_rate=0.05)", "# mine", "epochs=60")
	page.Click("button", "Add layer")
	code(`Dense(units=8, activation="tanh")`, "# mine")
}

func TestWrongCodeSaysWhereAndKeepsThePage(t *testing.T) {
	t.Parallel()
	page := open(t, "#w=0&b=0")
	writeCode(page, strings.Replace(printedLesson, `"sgd"`, `"SDG"`, 1))
	page.WaitState("textbox", "Keras code", "invalid", "true")
	page.WaitDescription("textbox", "Keras code", "Line 6, column 15", "Could not interpret optimizer identifier: SDG", "sgd")
	page.WaitValue("spinbutton", "Epochs", "500")
	page.Click("button", "Train")
	page.WaitFocus("textbox", "Keras code")
	page.Click("button", "Fix line 6")
	page.WaitGone("button", "Fix line 6")
	train(page, 500)
}

func TestCodeInOtherLanguages(t *testing.T) {
	t.Parallel()
	page := open(t, "#w=0&b=0")
	for name, part := range map[string]string{
		"Go": "nn.NewSGD(0.01)", "PyTorch": "torch.optim.SGD", "TensorFlow.js": "tf.train.sgd(0.01)",
	} {
		page.Click("tab", name)
		page.WaitState("tab", name, "selected", "true")
		page.WaitTextHas("group", name+" code", part)
	}
	page.Click("tab", "Keras")
	page.WaitFor("textbox", "Keras code")
	page.WaitTrue(`getComputedStyle(document.getElementById("code")).whiteSpace === "pre"`)
}

// TestCodeByKeyboard: Tab goes into the editor and out of it again, the arrows
// go from tab to tab, and from epoch to epoch in the console.
func TestCodeByKeyboard(t *testing.T) {
	t.Parallel()
	page := open(t, "#w=0&b=0&epochs=20")
	train(page, 20)
	tabTo(t, page, "tab", "Keras")
	page.Press("ArrowRight")
	page.WaitFocus("tab", "Go")
	page.WaitFor("group", "Go code")
	page.Press("ArrowLeft")
	page.WaitFocus("tab", "Keras")
	page.Press("Tab")
	page.WaitFocus("textbox", "Keras code")
	page.Press("Control+Home")
	page.Type("# hello\n")
	page.WaitGone("button", "Fix line 7") // there while "# hello" hides the import
	page.Press("Tab")
	page.WaitFocus("button", "Copy code")
	if code := page.Value("textbox", "Keras code"); !strings.HasPrefix(code, "# hello\nimport keras") {
		t.Errorf("the code begins with %.30q, want what was typed", code)
	}
	tabTo(t, page, "log", "Console")
	page.Press("ArrowUp")
	page.WaitTextHas("status", "Training status", "Epoch 19 of 20")
	page.Press("ArrowUp")
	page.WaitTextHas("status", "Training status", "Epoch 18 of 20")
	page.Press("ArrowDown")
	page.WaitTextHas("status", "Training status", "Epoch 19 of 20")
}

func TestConsoleLinesMoveTheTimeline(t *testing.T) {
	t.Parallel()
	page := open(t, "#w=0&b=0")
	train(page, 500)
	for _, name := range page.Names("button", "") {
		if strings.HasPrefix(name, "Epoch 1/500") {
			page.Click("button", name)
		}
	}
	page.WaitTextHas("status", "Training status", "Epoch 1 of 500, loss 15.6667")
}

func TestControlsAndLinesLightEachOther(t *testing.T) {
	t.Parallel()
	page := open(t, "#w=0&b=0")
	page.Click("spinbutton", "Epochs")
	page.WaitPartTexts(browser.ToldLines, "model.fit(xs, ys, epochs=500)")
	page.Click("textbox", "y of point 1")
	page.WaitPartHas(browser.ToldLines, "ys = np.array([-3.0")
	tabTo(t, page, "textbox", "Keras code")
	page.Press("Control+End", "ArrowUp", "ArrowUp")
	page.WaitPartProperty(browser.LitControls, "id", "setting-epochs")
}

func TestSeveralXsArePredicted(t *testing.T) {
	t.Parallel()
	page := open(t, "#w=0&b=0")
	train(page, 500)
	page.Click("button", "Add x")
	page.WaitFocus("textbox", "x of prediction 1")
	page.Fill("textbox", "x of prediction 1", "5")
	page.Fill("textbox", "True y of prediction 1", "9")
	page.WaitTextHas("table", "Predictions", "8.99", "−0.0")
	page.Wait("reading the code", func() error {
		if code := page.Value("textbox", "Keras code"); !strings.Contains(code, "model.evaluate(np.array([5.0]), np.array([9.0]))") {
			return fmt.Errorf("the code does not evaluate:\n%s", code)
		}
		return nil
	})
	page.Click("button", "Add x")
	page.Fill("textbox", "x of prediction 2", "5")
	page.WaitDescription("textbox", "x of prediction 2", "asked twice")
	page.Click("button", "Remove prediction 2")
	page.WaitTrue(`location.hash.includes("also=5:9")`)
	page.Reload()
	waitLive(page)
	page.WaitValue("textbox", "True y of prediction 1", "9")
}

// TestCodeIsCopiedAndSaved: also where the clipboard is forbidden, as in a
// sandboxed frame.
func TestCodeIsCopiedAndSaved(t *testing.T) {
	t.Parallel()
	page := open(t, "#w=0&b=0", browser.Script(`
		window.saved = [];
		const make = URL.createObjectURL;
		URL.createObjectURL = (blob) => { blob.text().then((text) => window.saved.push(text)); return make.call(URL, blob); };
		HTMLAnchorElement.prototype.click = function () { window.savedName = this.download; };
		document.addEventListener("copy", () => { window.copied = document.activeElement.value; });
		Object.defineProperty(navigator, "clipboard", { value: { writeText: () => Promise.reject(new Error("forbidden")) } });
	`))
	page.Click("button", "Copy code")
	page.Wait("reading the copy", func() error {
		code := page.Value("textbox", "Keras code")
		if got := browser.Evaluate[string](page, `window.copied ?? ""`); got != code || !strings.HasPrefix(got, "import keras") {
			return fmt.Errorf("it is %q, want the code %q", got, code)
		}
		return nil
	})
	page.Click("button", "Download .py")
	page.WaitTrue(`window.savedName === "first-neuron.py" && window.saved.at(-1).includes("set_weights")`)
	page.Click("button", "Download .ipynb")
	page.WaitTrue(`window.savedName === "first-neuron.ipynb" && JSON.parse(window.saved.at(-1)).nbformat === 4`)
	page.Click("tab", "Go")
	page.Click("button", "Download .go")
	page.WaitTrue(`window.savedName === "first-neuron.go" && window.saved.at(-1).includes("package main")`)
}

// TestCodeIsNeitherRunNorSent: pasted text is data, whatever it says. What the page asks
// for is the program that reads it.
func TestCodeIsNeitherRunNorSent(t *testing.T) {
	t.Parallel()
	page := open(t, "", browser.Script(`
		window.ran = 0; window.sent = [];
		const fetched = window.fetch;
		window.fetch = (...all) => { window.sent.push(all[0]); return fetched(...all); };
		const opened = XMLHttpRequest.prototype.open;
		XMLHttpRequest.prototype.open = function (...all) { window.sent.push(all[1]); return opened.apply(this, all); };
		navigator.sendBeacon = (...all) => { window.sent.push(all[0]); return true; };
	`))
	page.WaitTrue(`(window.sent = []).length === 0`)
	writeCode(page, "import os\nos.system('rm -rf /')\n</textarea><img src=x onerror='window.ran++'><script>window.ran++</script>\n")
	page.WaitState("textbox", "Keras code", "invalid", "true")
	writeCode(page, printedLesson+"eval('window.ran++')\n# <img src=x onerror='window.ran++'>\n")
	page.WaitDescription("textbox", "Keras code", "does not know eval")
	page.WaitTrue(`window.ran === 0 && window.sent.every((it) => /^(.*\/)?reader\.[0-9a-f]{10}\.wasm$/.test(it.url ?? it)) && document.images.length === 0 && !decodeURIComponent(location.href).includes("eval")`)
}

func TestCodeIsNotTranslated(t *testing.T) {
	t.Parallel()
	page := open(t, "#lang=ko&w=0&b=0", browser.Viewport(320, 700))
	if code := page.Value("textbox", "Keras 코드"); !strings.Contains(code, "model.fit(xs, ys, epochs=500)") {
		t.Errorf("the code is\n%s", code)
	}
	page.Paste("textbox", "Keras 코드", printedLesson)
	page.WaitDescription("textbox", "Keras 코드", "줄", "Keras의 답:", "Do not pass an `input_shape`")
	page.WaitTrue(`document.documentElement.scrollWidth <= document.documentElement.clientWidth`)
	page.Click("button", "13번째 줄 고치기")
	page.WaitGone("button", "13번째 줄 고치기")
}

// TestAxeFindsNothingInTheCode looks at the code with mistakes, in the dark too,
// and in another language.
func TestAxeFindsNothingInTheCode(t *testing.T) {
	t.Parallel()
	source := axeSource(t)
	page := open(t, "#w=0&b=0&also=5:9,6")
	check := func(what string) {
		for scheme, rules := range map[string][]string{"light": nil, "dark": {"color-contrast"}} {
			page.SetScheme(scheme)
			waitDark(page, scheme == "dark")
			for _, violation := range page.Axe(source, rules...) {
				t.Errorf("%s, %s: %s", scheme, what, violation)
			}
		}
		page.SetScheme("light")
	}
	writeCode(page, printedLesson+"plt.plot(xs)\nmodel.fit(\"x\")\nx = “y”\n")
	page.WaitState("textbox", "Keras code", "invalid", "true")
	check("with mistakes")
	page.Click("button", "Write the page's own program")
	train(page, 500)
	page.Click("tab", "TensorFlow.js")
	page.WaitFor("group", "TensorFlow.js code")
	check("TensorFlow.js")
}

func TestARefusedCopyIsSaid(t *testing.T) {
	t.Parallel()
	page := open(t, "#w=0&b=0", browser.Script(`
		Object.defineProperty(Navigator.prototype, "clipboard", {value: undefined});
		document.execCommand = () => false;
	`))
	page.Click("button", "Copy code")
	waitBody(page, `does not let this page copy`)
}
