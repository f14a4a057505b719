package nn

import "strings"

// KerasOnly reports whether Keras has a name, in any of its spellings, for an
// activation, a loss, a metric or an optimizer that a first course does
// without: the library lacks it, or its [Entry] is not for a first course.
// Whoever meets such a name can say that it is not supported here rather than
// that it is wrong.
func KerasOnly(name string) bool {
	word := plainName(name)
	known := strings.Contains(lacking, " "+word+" ")
	for _, c := range []*Catalogue{&activations, &losses, &metrics, &optimizers} {
		for _, e := range c.entries {
			for _, other := range append(e.names(), e.Class) {
				if plainName(other) != word || word == "" {
					continue
				}
				if e.FirstCourse {
					return false
				}
				known = true
			}
		}
	}
	return known
}

// plainName writes a name as lacking has it: Keras spells each as a class, as a
// function, or as an alias.
func plainName(name string) string {
	return strings.ToLower(strings.ReplaceAll(name, "_", ""))
}

// lacking are names of keras.activations, losses, metrics and optimizers that
// the library lacked when they were written down, in small letters and without
// underscores. One that the library has got since may stay: its entry decides.
//
// Source: Keras 3.15.1.
const lacking = " " +
	"glu sparsemax sparseplus sparsesigmoid hardshrink softshrink tanhshrink hardsilu hardswish logsigmoid " +
	"binaryfocalcrossentropy categoricalfocalcrossentropy ctc circle categoricalgeneralizedcrossentropy " +
	"auc precision recall truepositives truenegatives falsepositives falsenegatives " +
	"topkcategoricalaccuracy sparsetopkcategoricalaccuracy f1score fbetascore meaniou binaryiou iou onehotiou " +
	"precisionatrecall recallatprecision sensitivityatspecificity specificityatsensitivity concordancecorrelation pearsoncorrelation " +
	"lamb lossscaleoptimizer schedulefreeadamw "
