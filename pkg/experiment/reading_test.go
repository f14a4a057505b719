package experiment_test

import (
	"runtime"
	"strings"
	"testing"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/experiment/paste"
	"firstneuron/pkg/experiment/program"
	"firstneuron/pkg/experiment/python"
)

// A slowPattern is a text that takes long to read: a beginning, and a piece that
// is repeated up to the size that is asked for.
type slowPattern struct {
	name, begin, piece, end string
	reads                   func(text string)
	most                    int // the longest text that is read
}

func readsProgram(text string) { program.Read(text, experiment.Default()) }

func readsPaste(text string) { _, _ = paste.Read(text, program.Direct{}) }

func readsFile(text string) { _, _, _ = experiment.DecodeFile(text) }

func readsLink(text string) { _, _ = experiment.Decode(text) }

const (
	begunModel = "from keras import *\nimport numpy as np\nmodel = Sequential([Dense(1)])\n"
	firstLine  = "First Neuron experiment 1\n"
)

// slowPatterns are the worst texts for each reader.
var slowPatterns = []slowPattern{
	{name: "lines", piece: "\n", reads: readsProgram, most: python.MaxSize},
	{name: "assignments", piece: "x=1\n", reads: readsProgram, most: python.MaxSize},
	{name: "imports", piece: "import numpy as np\n", reads: readsProgram, most: python.MaxSize},
	{name: "names of the data", begin: begunModel + "model.compile('sgd','mse')\na=np.array([1.,2.])\nmodel.fit(a,a)\n", piece: "b=a\n", reads: readsProgram, most: python.MaxSize},
	{name: "tuples as keys", begin: "d={", piece: "(1,2):1,", end: "}", reads: readsProgram, most: python.MaxSize},
	{name: "fields of a format", begin: "x=f'{1:", piece: "{1}", end: "}'", reads: readsProgram, most: python.MaxSize},
	{name: "predictions printed", begin: begunModel + "model.compile('sgd','mse')\nmodel.fit(np.array([1.,2.]),np.array([1.,2.]),epochs=1)\n", piece: "print(model.predict(np.array([1.])))\n", reads: readsProgram, most: python.MaxSize},
	{name: "sums of arrays", begin: "import numpy as np\nx=np.array([1])\nx=x", piece: "+x", reads: readsProgram, most: python.MaxSize},
	{name: "columns of a table", begin: "import pandas as pd\nd=pd.DataFrame({'a':[1]})\n", piece: "d['a']=1\n", reads: readsProgram, most: python.MaxSize},
	{name: "cells of a notebook", begin: `{"cells":[`, piece: `{"cell_type":"code","source":["x=1"]},`, end: "{}]}", reads: readsProgram, most: python.MaxSize},
	{name: "sums of a name", piece: "a=a+a\n", reads: readsProgram, most: python.MaxSize},
	{name: "letters that are no ASCII", piece: "é=1\n", reads: readsProgram, most: python.MaxSize},
	{name: "targets of a loop", begin: "for: ", piece: "a=", reads: readsProgram, most: python.MaxSize},
	{name: "pairs of targets of a loop", begin: "while 1:\n  ", piece: "a,b=", reads: readsProgram, most: python.MaxSize},
	{name: "layers that are numbers", begin: "keras.Sequential([", piece: "1,", end: "])", reads: readsProgram, most: python.MaxSize},
	{name: "layers of an old shape", begin: "m = Sequential([", piece: "Input(1),", end: "])", reads: readsProgram, most: python.MaxSize},
	{name: "layers added", begin: begunModel, piece: "model.add(Dense(1))\n", reads: readsProgram, most: python.MaxSize},
	{name: "summaries", begin: begunModel, piece: "model.summary()\n", reads: readsProgram, most: python.MaxSize},
	{name: "one layer by its name", begin: begunModel + "d=Dense(1" + strings.Repeat(",name=1", 1000) + ")\n", piece: "model.add(d)\n", reads: readsProgram, most: python.MaxSize},
	{name: "evaluations", begin: begunModel + "x=np.arange(5000)\n", piece: "model.evaluate(x,x)\n", reads: readsProgram, most: python.MaxSize},
	{name: "sums of an array", begin: "import numpy as np\nx=np.arange(5000)\n", piece: "x.sum()\n", reads: readsProgram, most: python.MaxSize},
	{name: "a shape of many sizes", begin: "import numpy as np\nx=np.array([1]).reshape(1", piece: ",1", end: ")", reads: readsProgram, most: python.MaxSize},
	{name: "texts of a print", begin: "print(", piece: "'a',x[0],", end: ")", reads: readsProgram, most: python.MaxSize},
	{name: "names of a long module", begin: "from " + strings.Repeat("a", 5000) + " import b", piece: ",b", reads: readsProgram, most: python.MaxSize},
	{name: "curly quotes in a program", piece: "“", reads: readsProgram, most: python.MaxSize},
	{name: "two kinds of curly quotes", piece: "“‘", reads: readsProgram, most: python.MaxSize},
	{name: "escaped quotes", begin: "“", piece: `\"`, reads: readsProgram, most: python.MaxSize},
	{name: "nested texts", piece: `f"{f'{`, reads: readsProgram, most: python.MaxSize},
	{name: "curly quotes pasted", piece: "“", reads: readsPaste, most: experiment.MaxPaste},
	{name: "lines pasted", piece: "\n", reads: readsPaste, most: experiment.MaxPaste},
	{name: "lone surrogates pasted", piece: "\ufffd", reads: readsPaste, most: experiment.MaxPaste},
	{name: "cells before spaces", piece: "1 ", end: strings.Repeat(" ", 8<<10), reads: readsPaste, most: experiment.MaxPaste},
	{name: "triple quotes pasted", begin: "[", piece: "x\\\"\"\"\n", reads: readsPaste, most: experiment.MaxPaste},
	{name: "signs of comments", piece: "#N/A ", reads: readsPaste, most: experiment.MaxPaste},
	{name: "thousands", piece: "1,000 ", reads: readsPaste, most: experiment.MaxPaste},
	{name: "lists", piece: "[1],", reads: readsPaste, most: experiment.MaxPaste},
	{name: "commas", piece: ",", reads: readsPaste, most: experiment.MaxPaste},
	{name: "quotes", piece: `"`, reads: readsPaste, most: experiment.MaxPaste},
	{name: "names before numbers", piece: "x: 1, ", reads: readsPaste, most: experiment.MaxPaste},
	{name: "cells of HTML", piece: "<td>1", reads: readsPaste, most: experiment.MaxPaste},
	{name: "commands of LaTeX", begin: "1&2\\\\", piece: `\begin{`, reads: readsPaste, most: experiment.MaxPaste},
	{name: "objects", piece: `{"x":1},`, reads: readsPaste, most: experiment.MaxPaste},
	{name: "statements that are no data", piece: "x=1;", reads: readsPaste, most: experiment.MaxPaste},
	{name: "cells apart by spaces", piece: "1 2\n", reads: readsPaste, most: experiment.MaxPaste},
	{name: "records", begin: "[", piece: `{"x":1,"y":2},`, end: "{}]", reads: readsPaste, most: experiment.MaxPaste},
	{name: "days", piece: "2020-01-01,1\n", reads: readsPaste, most: experiment.MaxPaste},
	{name: "open quotes", begin: `"`, piece: "a\n", end: `"`, reads: readsPaste, most: experiment.MaxPaste},
	{name: "vectors of R", begin: "x <- c(", piece: "1,", end: "1)\ny <- c(1)", reads: readsPaste, most: experiment.MaxPaste},
	{name: "rows", piece: "1,2\n", reads: readsPaste, most: experiment.MaxPaste},
	{name: "percents", begin: firstLine + "title=", piece: "%", reads: readsFile, most: experiment.MaxPaste},
	{name: "pairs", begin: firstLine, piece: "a=b\n", reads: readsFile, most: experiment.MaxPaste},
	{name: "layers", begin: firstLine + "layers=", piece: "1,", reads: readsFile, most: experiment.MaxPaste},
	{name: "goals", begin: firstLine + "goal=", piece: "loss:", reads: readsFile, most: experiment.MaxPaste},
	{name: "parts", begin: firstLine + "hide=", piece: "a,", reads: readsFile, most: experiment.MaxPaste},
	{name: "values of x", begin: firstLine + "ys=1\nxs=", piece: "1,", reads: readsFile, most: experiment.MaxPaste},
	{name: "asked", begin: firstLine + "also=", piece: "1:1,", reads: readsFile, most: experiment.MaxPaste},
	{name: "weights", begin: firstLine + "weights=1.", piece: "AAAA", reads: readsFile, most: experiment.MaxPaste},
	{name: "packed", begin: "data=1.", piece: "7cE", reads: readsLink, most: experiment.MaxFragment},
}

// text is the pattern in at most so many bytes.
func (p slowPattern) text(size int) string {
	n := (size - len(p.begin) - len(p.end)) / len(p.piece)
	return p.begin + strings.Repeat(p.piece, max(n, 1)) + p.end
}

// TestReadingTakesMemoryAsTheTextIsLong: a text twice as long takes at most little
// more than twice the memory to read. Time is measured by BenchmarkReading, and
// not here, since a test that looks at the clock fails on a busy machine.
func TestReadingTakesMemoryAsTheTextIsLong(t *testing.T) {
	for _, p := range slowPatterns {
		half, whole := p.text(p.most/4), p.text(p.most/2)
		a, b := allocated(func() { p.reads(half) }), allocated(func() { p.reads(whole) })
		const few = 1 << 20 // what any reading may take, and what slices grow by
		if limit := 3*a + few; b > limit {
			t.Errorf("%s: %d bytes take %d bytes of memory and %d bytes %d, want at most %d",
				p.name, len(half), a, len(whole), b, limit)
		}
		if limit := uint64(500 * len(whole)); b > limit {
			t.Errorf("%s: %d bytes take %d bytes of memory, want at most %d", p.name, len(whole), b, limit)
		}
	}
}

// allocated is how many bytes a function allocates.
func allocated(f func()) uint64 {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	f()
	runtime.ReadMemStats(&after)
	return after.TotalAlloc - before.TotalAlloc
}
