package nn

// LossFunction is a loss of your own: [NewCustomLoss] makes a [Loss] of it.
//
// Source: https://keras.io/api/losses/#creating-custom-losses
type LossFunction interface {
	// Name is how the loss is called in errors.
	Name() string
	// Row returns the loss of one row of labels y and outputs p, each [units].
	Row(y, p []float32) float32
	// Derivative sets dp[j] = d Row(y, p) / d p[j].
	Derivative(y, p, dp []float32)
}

// NewCustomLoss returns a loss that measures rows as f does.
func NewCustomLoss(f LossFunction) Loss { return &customLoss{f} }

type customLoss struct{ function LossFunction }

func (l *customLoss) lacking() bool                 { return l.function == nil }
func (l *customLoss) Name() string                  { return l.function.Name() }
func (l *customLoss) class() string                 { return l.function.Name() }
func (l *customLoss) row(y, p []float32) float32    { return l.function.Row(y, p) }
func (l *customLoss) derivative(y, p, dp []float32) { l.function.Derivative(y, p, dp) }
