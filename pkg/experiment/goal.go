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
)

// Goal is a condition that a training has to reach.
type Goal struct {
	Kind GoalKind
	// Loss is the limit that the loss must be below, in an epoch not after Within; a
	// Within of 0 is any epoch. Of an EpochsGoal, Within is the epoch.
	Loss   float64
	Within int
	// X is the place whose prediction must be within Tolerance of Y.
	X            Place
	Y, Tolerance float64
}

// String writes the goal as links have it.
func (g Goal) String() string {
	switch g.Kind {
	case LossGoal:
		text := string(g.Kind) + ":" + FormatNumber(g.Loss)
		if g.Within > 0 {
			text += ":" + strconv.Itoa(g.Within)
		}
		return text
	case GuessGoal:
		return string(g.Kind) + ":" + FormatNumber(g.Loss)
	case EpochsGoal:
		return string(g.Kind) + ":" + strconv.Itoa(g.Within)
	case PredictGoal:
		return string(g.Kind) + ":" + FormatNumber(g.X[0]) + ":" + FormatNumber(g.Y) + ":" + FormatNumber(g.Tolerance)
	}
	return string(g.Kind)
}

var goalsProperty = property{
	key: "goal", example: "loss:0.001:200,predict:10:19:0.01",
	meaning: "what a training has to reach: `loss:0.001:200` a loss below 0.001 within 200 epochs (`loss:0.001` at any time), " +
		"`predict:10:19:0.01` a prediction at x = 10 within 0.01 of 19, `guess:5` a first guess by hand with a loss below 5, `epochs:5` a training that has come to epoch 5, " +
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
		if _, p := parseStrict(field); p != nil {
			return Goal{}, wrong
		}
	}
	number := func(i int, least float64) (v float64, p *Problem) {
		return realNumber(fields[i], parseStrict, least, MaxAbs)
	}
	var p *Problem
	switch {
	case goal.Kind == LossGoal && (len(fields) == 1 || len(fields) == 2):
		if goal.Loss, p = number(0, smallest); p == nil && len(fields) == 2 {
			var within float64
			within, p = wholeNumber(fields[1], parseStrict, 1, MaxEpochs)
			goal.Within = int(within)
		}
	case goal.Kind == PredictGoal && len(fields) == 3:
		if goal.X[0], p = number(0, -MaxAbs); p == nil {
			goal.Y, p = number(1, -MaxAbs)
		}
		if p == nil {
			goal.Tolerance, p = number(2, smallest)
		}
	case goal.Kind == GuessGoal && len(fields) == 1:
		goal.Loss, p = number(0, smallest)
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

// smallest is the least loss and the least tolerance that can be asked for.
const smallest = 1e-12
