package experiment

import (
	"strconv"
	"strings"
)

// GoalKind says which number a goal is about.
type GoalKind string

// The kinds of goals, as links name them.
const (
	// LossGoal wants the loss of an epoch below a number: loss:0.001:200.
	LossGoal GoalKind = "loss"
	// PredictGoal wants the answer for an x near a number: predict:10:19:0.01.
	PredictGoal GoalKind = "predict"
	// DivergeGoal wants a training that diverges: diverge.
	DivergeGoal GoalKind = "diverge"
	// GuessGoal wants a first guess, made by hand, with a loss below a number: guess:5.
	GuessGoal GoalKind = "guess"
	// EpochsGoal wants a training to come so far: epochs:5.
	EpochsGoal GoalKind = "epochs"
	// AccuracyGoal wants a share of the points, of those that are measured where
	// there are any, in the right class: accuracy:0.95:200.
	AccuracyGoal GoalKind = "accuracy"
	// ValidationGoal wants the loss over the points that are not trained on below a
	// number: val_loss:0.1:200.
	ValidationGoal GoalKind = "val_loss"
)

// Goal is a condition that a training has to reach.
type Goal struct {
	Kind GoalKind
	// Loss is the limit that the loss must be below, in an epoch not after Within; a
	// Within of 0 is any epoch. Of an EpochsGoal, Within is the epoch.
	Loss   float64
	Within int
	// Accuracy is the least share of points in the right class, from 0 to 1.
	Accuracy float64
	// X is the place whose prediction must be within Tolerance of Y: of two classes
	// and more, the number of the class.
	X            Place
	Y, Tolerance float64
}

// String writes the goal as links have it.
func (g Goal) String() string {
	switch g.Kind {
	case LossGoal, ValidationGoal, AccuracyGoal:
		limit := g.Loss
		if g.Kind == AccuracyGoal {
			limit = g.Accuracy
		}
		text := string(g.Kind) + ":" + FormatNumber(limit)
		if g.Within > 0 {
			text += ":" + strconv.Itoa(g.Within)
		}
		return text
	case GuessGoal:
		return string(g.Kind) + ":" + FormatNumber(g.Loss)
	case EpochsGoal:
		return string(g.Kind) + ":" + strconv.Itoa(g.Within)
	case PredictGoal:
		return string(g.Kind) + ":" + g.X.shortText() + ":" + FormatNumber(g.Y) + ":" + FormatNumber(g.Tolerance)
	}
	return string(g.Kind)
}

var goalsProperty = property{
	key: "goal", example: "loss:0.001:200,predict:10:19:0.01",
	meaning: "what a training has to reach: `loss:0.001:200` a loss below 0.001 within 200 epochs (`loss:0.001` at any time), " +
		"`predict:10:19:0.01` a prediction at x = 10 within 0.01 of 19 (`predict:1;-2:1:0.1` of two inputs), " +
		"`accuracy:0.95:200` at least 95 % of the points in the right class, of those not trained on where there are any, " +
		"`val_loss:0.1` their loss below 0.1, `guess:5` a first guess by hand with a loss below 5, `epochs:5` a training that has come to epoch 5, " +
		"`diverge` a training that diverges",
	value: func(e Experiment) string {
		texts := make([]string, len(e.Goals))
		for i, goal := range e.Goals {
			texts[i] = goal.String()
		}
		return strings.Join(texts, ",")
	},
	set: func(e *Experiment, in input) *Problem {
		if Trim(in.text) == "" {
			e.Goals = nil
			return nil
		}
		texts := strings.Split(in.text, ",")
		if len(texts) > MaxGoals {
			return NewProblem("too_many_goals", "count", strconv.Itoa(len(texts)), "max", strconv.Itoa(MaxGoals))
		}
		goals := make([]Goal, len(texts))
		for i, text := range texts {
			var p *Problem
			if goals[i], p = parseGoal(text); p != nil {
				return p
			}
			if x := goals[i].X; x != x.cut(e.Inputs) {
				return NewProblem("place_inputs", "text", Quote(Trim(text)), "count", strconv.Itoa(MaxInputs), "inputs", strconv.Itoa(e.Inputs))
			}
		}
		e.Goals = goals
		return nil
	},
}

// parseGoal reads one goal. Its numbers have a decimal point, since a comma
// divides goals.
func parseGoal(text string) (Goal, *Problem) {
	fields := strings.Split(Trim(text), ":")
	goal := Goal{Kind: GoalKind(strings.ToLower(Trim(fields[0])))}
	wrong := NewProblem("not_a_goal", "text", Quote(Trim(text)))
	fields = fields[1:]
	for _, field := range fields {
		for cell := range strings.SplitSeq(field, ";") {
			if _, p := parseStrict(cell); p != nil {
				return Goal{}, wrong
			}
		}
	}
	number := func(i int, least float64) (v float64, p *Problem) {
		return realNumber(fields[i], parseStrict, least, MaxAbs)
	}
	var p *Problem
	switch {
	case goal.isLimit() && (len(fields) == 1 || len(fields) == 2):
		if goal.Kind == AccuracyGoal {
			goal.Accuracy, p = realNumber(fields[0], parseStrict, 0, 1)
		} else {
			goal.Loss, p = number(0, SmallestGoal)
		}
		if p == nil && len(fields) == 2 {
			var within float64
			within, p = wholeNumber(fields[1], parseStrict, 1, MaxEpochs)
			goal.Within = int(within)
		}
	case goal.Kind == PredictGoal && len(fields) == 3:
		if goal.X, p = parseShortPlace(fields[0]); p == nil {
			goal.Y, p = number(1, -MaxAbs)
		}
		if p == nil {
			goal.Tolerance, p = number(2, SmallestGoal)
		}
	case goal.Kind == GuessGoal && len(fields) == 1:
		goal.Loss, p = number(0, SmallestGoal)
	case goal.Kind == EpochsGoal && len(fields) == 1:
		var epochs float64
		epochs, p = wholeNumber(fields[0], parseStrict, 1, MaxEpochs)
		goal.Within = int(epochs)
	case goal.Kind == DivergeGoal && len(fields) == 0:
	default:
		p = wrong
	}
	if p != nil {
		return Goal{}, p
	}
	return goal, nil
}

// SmallestGoal is the least loss and the least tolerance that can be asked for.
const SmallestGoal = 1e-12

// isLimit reports whether the goal is a limit that an epoch has to keep.
func (g Goal) isLimit() bool {
	return g.Kind == LossGoal || g.Kind == ValidationGoal || g.Kind == AccuracyGoal
}

// shortText writes a place without the zeros at its end.
func (p Place) shortText() string {
	inputs := len(p)
	for inputs > 1 && p[inputs-1] == 0 {
		inputs--
	}
	return p.Text(inputs)
}

// parseShortPlace reads a place whose last numbers may be left out.
func parseShortPlace(text string) (Place, *Problem) {
	inputs := strings.Count(text, ";") + 1
	if inputs > MaxInputs {
		return Place{}, NewProblem("place_inputs", "text", Quote(Trim(text)), "count", strconv.Itoa(inputs), "inputs", strconv.Itoa(MaxInputs))
	}
	return parsePlace(text, parseStrict, inputs)
}
