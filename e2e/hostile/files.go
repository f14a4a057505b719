package hostile

import (
	"strings"

	"firstneuron/pkg/experiment"
)

// Files are the texts of files that a learner opens as an experiment.
func Files() []Input {
	const first = "First Neuron experiment 1\n"
	return []Input{
		{"empty", ""},
		{"blank", "\n\n\n"},
		{"picture", "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"},
		{"archive", "PK\x03\x04\x14\x00"},
		{"program", "\x00asm\x01\x00\x00\x00"},
		{"wide", "\xff\xfeF\x00i\x00r\x00s\x00t\x00"},
		{"first line alone", "First Neuron experiment 1"},
		{"version 2", "First Neuron experiment 2\nepochs=7\n"},
		{"mark before", "\ufeff" + first + "epochs=7\n"},
		{"all wrong", first + "epochs=x\nlr=x\nxs=x\nlayers=x\n"},
		{"markup", first + "title=" + Markup + "\ntext=<script data-hostile>window.hostile=1</script>\n"},
		{"no pairs", first + strings.Repeat("\n", 10000)},
		{"broken escapes", first + "title=%\ntext=%2\nask=%zz\n"},
		{"objects", first + "__proto__=1\nconstructor=2\nlang=constructor\n"},
		{"bytes", first + "title=\xff\xfe\xc3\x28\n"},
		{"surrogates", first + "title=" + loneHigh + "\n"},
		{"zero", first + "title=a\x00b\n\x00=1\n"},
		{"5,001 points", first + "xs=" + strings.Repeat("1,", 5000) + "1\nys=" + strings.Repeat("2,", 5000) + "2\n"},
		{"5,000 layers", first + "layers=" + strings.Repeat("1,", 5000) + "1\n"},
		{"bomb", first + "data=" + packed(strings.Repeat("\x00", 4<<20)) + "\n"},
		{"link", "https://example.org/#epochs=7"},
		{"web page", "<!DOCTYPE html><html data-hostile><script>window.hostile=1</script>"},
		{"longer than is read", strings.Repeat("x", experiment.MaxPaste+1)},
		{"longer than is read, well begun", first + strings.Repeat("x=1\n", experiment.MaxPaste/4)},
	}
}
