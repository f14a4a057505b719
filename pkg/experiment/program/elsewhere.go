package program

import "strings"

// elsewhere reports whether Keras knows a name that this page does not, so that
// nobody is told that Keras would not understand her.
func elsewhere(name string) bool {
	plain := strings.ToLower(strings.ReplaceAll(name, "_", ""))
	return strings.Contains(kerasHas, " "+plain+" ")
}

// kerasHas are names of keras.activations, losses, metrics and optimizers, in
// small letters and without underscores, in which Keras writes each as a class,
// as a function, or as an alias.
const kerasHas = " " +
	"softmax logsoftmax celu glu sparsemax sparseplus sparsesigmoid squareplus hardtanh hardshrink softshrink tanhshrink hardsilu hardswish " +
	"logsigmoid threshold " +
	"categoricalcrossentropy sparsecategoricalcrossentropy binaryfocalcrossentropy categoricalfocalcrossentropy categoricalhinge " +
	"kldivergence kld cosinesimilarity ctc dice tversky circle categoricalgeneralizedcrossentropy " +
	"auc precision recall truepositives truenegatives falsepositives falsenegatives binaryaccuracy categoricalaccuracy " +
	"sparsecategoricalaccuracy topkcategoricalaccuracy sparsetopkcategoricalaccuracy f1score fbetascore meaniou binaryiou iou onehotiou " +
	"precisionatrecall recallatprecision sensitivityatspecificity specificityatsensitivity logcosherror concordancecorrelation pearsoncorrelation " +
	"adafactor lamb muon lossscaleoptimizer schedulefreeadamw "
