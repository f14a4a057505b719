package session

import (
	"slices"
	"strings"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/experiment/script"

	"pgregory.net/rapid"
)

// programs draws programs: the page's own of some experiments, often with a line
// gone, doubled or spoilt, as while somebody types.
func programs() *rapid.Generator[string] {
	return rapid.Custom(func(t *rapid.T) string {
		fragment := rapid.SampledFrom([]string{
			"", "w=0&b=0", "layers=4:tanh,2:relu,1&seed=3", "optimizer=adam&loss=huber&delta=2", "validation=0.5&patience=2&metric=mae", "set=circle:1:0:20&epochs=3", "set=blobs:1:0:20:4&features=x1,sinx2&also=1;2", "xs=0,1&x2=2,3&ys=0,1&classes=2",
			"also=1:2,3&batch=2&shuffle=0", "l2=0.1&epochs=7",
		}).Draw(t, "of")
		e, _ := experiment.Decode(fragment)
		lines := strings.Split(script.Keras(e), "\n")
		i := rapid.IntRange(0, len(lines)-1).Draw(t, "line")
		switch rapid.IntRange(0, 5).Draw(t, "how") {
		case 1:
			lines = slices.Delete(lines, i, i+1)
		case 2:
			lines = slices.Insert(lines, i, lines[i])
		case 3:
			lines[i] = lines[i][:len(lines[i])/2]
		case 4:
			lines[i] = strings.ReplaceAll(lines[i], "s", "z")
		case 5:
			lines = slices.Insert(lines, i, rapid.SampledFrom([]string{
				"model.summary()", "print(history.history['loss'][-1])", "x = [1, 2", "ys = ys * 2", "for i in range(3):", "# nothing", "\x00", "model.compile()",
			}).Draw(t, "more"))
		}
		return strings.Join(lines, "\n")
	})
}
