package fitchart

import (
	"math"
	"slices"
	"strings"

	"firstneuron/pkg/session"
	"firstneuron/pkg/ui/format"
	"firstneuron/pkg/ui/i18n"
	"firstneuron/pkg/ui/widget"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// Step is the step of the training that is looked at, as the chart draws it. The
// zero value is none.
type Step struct {
	// Phase is the phase shown, counted from 1.
	Phase int
	// Loss is the loss of the batch before the step, and After the one after it
	// where Known is set.
	Loss, After float64
	Known       bool
	// Squared is set where the loss is the mean of the squares that are drawn.
	Squared bool
}

// stepOf returns the step that a session looks at.
func stepOf(s session.Session) Step {
	trace, phase, ok := s.StepShown()
	if !ok {
		return Step{}
	}
	step := Step{Phase: phase + 1, Loss: trace.Loss + trace.Penalty, Squared: s.Experiment.Loss == squaredError && trace.Penalty == 0}
	if after := s.StepTrace.LossAfter; after != nil {
		step.After, step.Known = *after, true
	}
	return step
}

// errorsInSight reports whether a phase shows the errors as lines, and whether also
// as squares.
func (s Step) errorsInSight() (lines, squares bool) {
	return s.Phase <= 3, s.Phase == 0 || s.Phase == 2
}

// stepMarks draw the phase: the predictions at the ends of the errors, the mean of the
// squares as one square, the line that moves.
func (p *Panel) stepMarks() []app.UI {
	text := i18n.For(p.Lang).Text
	f, a := p.frame, p.frame.Area
	var marks []app.UI
	switch p.Step.Phase {
	case 1:
		for i, r := range p.Residuals {
			if i == maxFocusable {
				break
			}
			x, y := f.Px(r.X, r.Answer)
			marks = append(marks, widget.SVG("circle").Class("mark-answer").Attr("cx", format.Pixels(x)).Attr("cy", format.Pixels(y)).Attr("r", "4"))
		}
	case 2:
		if !p.Step.Squared {
			break
		}
		_, perY := f.PerPixel()
		side := min(math.Sqrt(p.Step.Loss)/perY, 0.9*a.Height, 0.9*a.Width)
		left, top := a.Left+12, a.Top+12
		marks = append(marks,
			widget.SVG("rect").Class("mark-mean").Attr("x", format.Pixels(left)).Attr("y", format.Pixels(top)).
				Attr("width", format.Pixels(side)).Attr("height", format.Pixels(side)),
			p.stepText(left+6, top+max(side, 1)+16, text("walk.mean", "loss", short(p.Step.Loss))))
	case 5:
		marks = append(marks, p.movedArea()...)
		if p.Step.Known {
			marks = append(marks, p.stepText(a.Left+12, a.Top+22, text("walk.moved", "before", short(p.Step.Loss), "after", short(p.Step.After))))
		}
	}
	return marks
}

// movedArea is what the line has passed over.
func (p *Panel) movedArea() []app.UI {
	at := slices.IndexFunc(p.Others, func(line Line) bool { return line.Class == "mark-next" })
	if at < 0 {
		return nil
	}
	from, to := p.path(p.Model), p.path(p.Others[at])
	if from == "" || to == "" {
		return nil
	}
	// There along the line that was, and back along the one that is.
	back := strings.Split(strings.TrimPrefix(to, "M"), "L")
	slices.Reverse(back)
	return []app.UI{widget.SVG("path").Class("mark-moved").Attr("d", from+"L"+strings.Join(back, "L")+"Z")}
}

// stepText is a text of the step on the chart.
func (p *Panel) stepText(x, y float64, text string) app.UI {
	return widget.SVG("text").Class("mark-text mark-step").Attr("x", format.Pixels(x)).Attr("y", format.Pixels(y)).Text(text)
}

// short writes a loss with at most four digits.
func short(v float64) string { return format.Digits(v, 4) }
