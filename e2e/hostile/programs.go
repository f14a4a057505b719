package hostile

import (
	"fmt"
	"strings"

	"firstneuron/pkg/experiment/script"
)

// lesson is a program that is read, in the pieces between which others go.
const (
	lessonHead = "import numpy as np\nfrom tensorflow import keras\n\nxs = np.array([-1.0, 0.0, 1.0, 2.0, 3.0, 4.0])\nys = np.array([-3.0, -1.0, 1.0, 3.0, 5.0, 7.0])\n\n"
	lessonTail = "model = keras.Sequential([keras.layers.Dense(units=1, input_shape=[1])])\nmodel.compile(optimizer='sgd', loss='mean_squared_error')\nmodel.fit(xs, ys, epochs=50)\nprint(model.predict(np.array([10.0])))\n"
)

// pieces are what a program repeats to make its reader work.
var pieces = []string{"\n", "\\\n", "x=1\n", "a=a+a\n", "for: a=", "(", "[", "{", "'", `"""`, "#\n", "-", "not ", "lambda:", "é=1\n", "x.", "f(", "1,", ";", "\t", loneHigh, "“", "@"}

// LongPrograms are for the reader alone: an editor with so many lines is slow
// to lay out, whatever reads them.
func LongPrograms() []Input {
	const size = 64 << 10
	all := []Input{
		{"64 KiB of skipped names", "for i in range(3):\n  " + strings.Repeat("a=", size/2) + "1"},
		{"64 KiB of skipped pairs", "while x:\n  " + strings.Repeat("a,b=", size/4) + "1"},
		{"64 KiB of mistakes", "keras.Sequential([" + strings.Repeat("1,", size/2) + "])"},
	}
	for _, piece := range pieces {
		all = append(all, repeated(piece, size))
	}
	return all
}

// Programs are texts for the editor.
func Programs() []Input {
	all := []Input{
		{"longest", "#" + strings.Repeat("x", script.MaxSize-1)},
		{"longer by one", strings.Repeat("x", script.MaxSize+1)},
		{"open bracket", "xs = np.array([1, 2"},
		{"closed bracket", "xs = 1, 2])"},
		{"open text", "print('"},
		{"open long text", `print("""`},
		{"crossed brackets", "([)]"},
		{"indented", "  xs = 1"},
		{"tabs and spaces", "if x:\n\ty = 1\n        z = 2"},
		{"loop for ever", "while True:\n    pass"},
		{"recursion", "def f(x):\n    return f(x)\nf(1)"},
		{"exit", "import sys\nsys.exit()"},
		{"system", "__import__('os').system('ls')"},
		{"eval", "eval('1')\nexec('xs=1')"},
		{"class", "class A(B, metaclass=C):\n    x: int = 1"},
		{"lambda", "f = lambda *a, **k: (a, k)"},
		{"comprehension", "xs = [x for x in range(10**9) if x]"},
		{"walrus", "(xs := [1,2])"},
		{"match", "match x:\n    case 1: pass"},
		{"decorators", strings.Repeat("@a\n", 200) + "def f(): pass"},
		{"f text", `f"{x!r:>{y}} {Markup}"`},
		{"names of objects", "__proto__ = constructor = toString = 1\nprint(__proto__)"},
		{"model of itself", "model = keras.Sequential([model, model])"},
		{"array of itself", "xs = [xs, xs]"},
		{"deleted", lessonHead + "del xs\n" + lessonTail},
		{"assigned to a number", "1 = xs"},
		{"huge array", "xs = np.arange(0, 1e9, 1e-9)\nys = xs"},
		{"huge linspace", "xs = np.linspace(0, 1, 10**12)"},
		{"huge ones", "xs = np.ones((10**9, 10**9))"},
		{"huge product", "xs = [1] * 10**10"},
		{"power", "print(10 ** 10 ** 10)\nprint(2 ** -10000)\nprint((-8) ** 0.5)"},
		{"by zero", "print(1 / 0)\nprint(1 // 0, 1 % 0)\nxs = np.array([1, 2]) / 0"},
		{"shift", "print(1 << 10**9)"},
		{"not numbers", "xs = np.array([np.nan, np.inf, -np.inf])\nys = xs * 0"},
		{"index", "xs = np.array([1])[10**18]\nprint(xs[-1:::2])"},
		{"reshape", "xs = np.array([1, 2]).reshape(-1, -1, 0)"},
		{"large layers", "model = keras.Sequential([keras.layers.Dense(10**9)])"},
		{"no units", "model = keras.Sequential([keras.layers.Dense(0)])"},
		{"no layers", "model = keras.Sequential([])\nmodel.fit()"},
		{"1,000 layers", lessonHead + "model = keras.Sequential([" + strings.Repeat("keras.layers.Dense(1),", 1000) + "])"},
		{"endless fit", lessonHead + strings.Replace(lessonTail, "epochs=50", "epochs=10**18", 1)},
		{"negative fit", lessonHead + strings.Replace(lessonTail, "epochs=50", "epochs=-1, batch_size=0", 1)},
		{"fit of words", lessonHead + strings.Replace(lessonTail, "epochs=50", "epochs='many'", 1)},
		{"argument twice", lessonHead + strings.Replace(lessonTail, "epochs=50", "epochs=5, epochs=6", 1)},
		{"loss of objects", lessonHead + strings.Replace(lessonTail, "mean_squared_error", "__proto__", 1)},
		{"all on one line", strings.ReplaceAll(lessonHead+lessonTail, "\n", ";")},
		{"all in \\r", strings.ReplaceAll(lessonHead+lessonTail, "\n", "\r")},
		{"without spaces", strings.ReplaceAll(lessonHead+lessonTail, " ", "")},
		{"upside down", lessonTail + lessonHead},
		{"200 prints", lessonHead + lessonTail + strings.Repeat("print(xs, ys)\n", 200)},
		{"print of markup", "print('" + Markup + "')"},
		{"notebook", `{"cells":[{"source":["xs = 1"]}],"nbformat":4}`},
		{"JavaScript", "const xs = tf.tensor1d([1,2]);\nwindow.hostile = 1;"},
		{"HTML", "<!DOCTYPE html><html data-hostile><body onload=window.hostile=1>"},
		{"many mistakes", "keras.Sequential([" + strings.Repeat("1,", 1000) + "])"},
		{"skipped names", "for i in range(3):\n  " + strings.Repeat("a=", 200) + "1"},
		{"skipped pairs", "while x:\n  " + strings.Repeat("a,b=", 100) + "1"},
	}
	for _, piece := range pieces {
		all = append(all, repeated(piece, 1<<10))
	}
	for i, v := range texts {
		all = append(all, Input{"line of " + v.Name, lessonHead + v.Text + "\n" + lessonTail})
		if i < 16 {
			all = append(all, Input{"text of " + v.Name, fmt.Sprintf("%sprint('%s')\n", lessonHead+lessonTail, v.Text)})
		}
	}
	for i, v := range numbers {
		if i%5 == 0 {
			all = append(all, Input{"epochs of " + v.Name, lessonHead + strings.Replace(lessonTail, "50", v.Text, 1)})
		}
	}
	return all
}
