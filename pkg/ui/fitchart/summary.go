package fitchart

import (
	"strconv"
	"strings"

	"firstneuron/pkg/ui/format"
	"firstneuron/pkg/ui/i18n"
)

// summary describes the picture in words.
func (p *Panel) summary() string {
	text := i18n.For(p.Lang).Text
	if p.Lineless {
		return p.pointsSummary()
	}
	formula := text("fit.curve")
	if p.Neuron {
		formula = format.Line(p.Model.W, p.Model.B)
	}
	pairs := []string{"formula", formula, "x", format.Plain(p.X), "y", format.Significant(p.Y, 6)}
	if len(p.Points) == 0 {
		return text("fit.summary_empty", pairs...)
	}
	low, high := p.Points[0].X[0], p.Points[0].X[0]
	for _, point := range p.Points {
		low, high = min(low, point.X[0]), max(high, point.X[0])
	}
	summary := text("fit.summary", append(pairs, "count", strconv.Itoa(len(p.Points)),
		"xmin", format.Plain(low), "xmax", format.Plain(high))...)
	if p.Neuron && p.Epoch > 0 {
		summary += " " + text("fit.summary_guess", "formula", format.Line(p.Guess.W, p.Guess.B))
	}
	for _, class := range []string{"start", "noise", "run", "next"} {
		lines := 0
		for _, other := range p.Others {
			if name := strings.TrimPrefix(other.Class, "mark-"); name == class || strings.HasPrefix(name, class+" ") {
				lines++
			}
		}
		if lines > 0 {
			summary += " " + text("fit.summary_"+class, "count", strconv.Itoa(lines))
		}
	}
	if len(p.Unit.Alone) > 0 {
		summary += " " + text("fit.summary_unit")
	}
	lines, squares := p.Step.errorsInSight()
	if all := len(p.Residuals); !lines {
		return summary
	} else if !squares && all > 0 {
		summary += " " + text("fit.summary_errors", "count", strconv.Itoa(min(all, maxFocusable)))
	} else if all > maxFocusable {
		summary += " " + text("fit.summary_residuals_first", "count", strconv.Itoa(maxFocusable), "all", strconv.Itoa(all))
	} else if all > 0 {
		summary += " " + text("fit.summary_residual", "count", strconv.Itoa(all))
	}
	return summary
}
