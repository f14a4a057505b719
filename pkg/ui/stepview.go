package ui

import (
	"math"
	"strconv"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/nn"
	"firstneuron/pkg/session"
	"firstneuron/pkg/ui/format"
	"firstneuron/pkg/ui/i18n"
	"firstneuron/pkg/ui/widget"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// stepView walks through one step of the training, with every number.
type stepView struct {
	app.Compo

	Lang    string
	Step    session.StepTrace
	Batches int
	// Neuron is set for one neuron, Squared for the mean squared error, Plain
	// for SGD without options.
	Neuron, Squared, Plain bool
	Loss, Optimizer        string
	Layout                 experiment.Layout
	Points                 []experiment.Point
	// Letters name the inputs. Classes are the classes of the points, where the model has
	// an output for each.
	Letters []string
	Classes []int
	Running bool
	// Normalized is set where x is normalized by Scale before it comes to the neuron.
	Normalized bool
	Scale      experiment.Scale
}

func newStepView(lang string, s session.Session) *stepView {
	e := s.Experiment
	v := &stepView{
		Lang: lang, Step: s.StepTrace, Batches: s.Batches(), Neuron: e.IsLine() && e.IsLinear(),
		Squared: e.Loss == "mean_squared_error", Plain: e.Optimizer.Name == "sgd" && e.Optimizer.Options == "",
		Loss: e.Loss, Optimizer: optimizerLabel(e.Optimizer.Name), Layout: e.Layout(), Points: e.Points,
		Running:    s.Run.Phase == session.Running,
		Normalized: e.Normalize && e.IsLine(), Scale: s.Scale(),
	}
	for input := range max(e.Inputs, 1) {
		v.Letters = append(v.Letters, session.Axis(input).Letter(e.Inputs))
	}
	if e.NamesClass() {
		for _, p := range e.Points {
			v.Classes = append(v.Classes, e.ClassOfLabel(p.Y))
		}
	}
	return v
}

// phaseKeys are the phases' keys in the catalogue.
var phaseKeys = [session.StepPhases]string{"guess", "measure", "gradient", "update", "next"}

func (v *stepView) Render() app.UI {
	text := i18n.For(v.Lang).Text
	tabs := make([]app.UI, 0, session.StepPhases)
	for i, key := range phaseKeys {
		button := app.Button().Type("button").Class("quiet").Text(strconv.Itoa(i+1) + " " + text("walk."+key)).
			OnClick(widget.Sends(session.StepPhaseChosen{Phase: i}))
		if i == v.Step.Phase {
			button = button.Aria("current", "step")
		}
		tabs = append(tabs, app.Elem("li").Body(button))
	}
	place := text("walk.place", "epoch", strconv.Itoa(v.Step.Epoch+1), "batch", strconv.Itoa(v.Step.Step+1), "batches", strconv.Itoa(v.Batches))
	return app.Elem("section").Class("walk").Aria("label", text("walk.title")).Body(
		app.Div().Class("head").Body(
			app.P().Class("numbers").Text(place),
			app.Div().Class("buttons").Body(
				app.Button().Type("button").Disabled(v.Running).Text(text("walk.back")).OnClick(widget.Sends(session.StepPhaseMoved{})),
				app.Button().Type("button").Disabled(v.Running).Text(text("walk.forward")).OnClick(widget.Sends(session.StepPhaseMoved{Forward: true})),
			),
		),
		app.Elem("ol").Class("phases").Body(tabs...),
		app.Div().Class("phase").Aria("live", "polite").Body(
			app.If(v.Step.Trace != nil, func() app.UI { return app.Div().Body(v.phase(v.Step.Trace)...) }),
		),
	)
}

// phase is the content of the phase shown.
func (v *stepView) phase(t *nn.Trace) []app.UI {
	text := i18n.For(v.Lang).Text
	switch v.Step.Phase {
	case 0:
		guess := text("walk.guess_text", "formula", v.formula(t.Before))
		if !v.Neuron {
			key := "walk.guess_net"
			if len(v.Classes) > 0 {
				key = "walk.guess_classes"
			}
			guess = text(key, "layers", strconv.Itoa(len(v.Layout)), "count", strconv.Itoa(len(t.Before)))
		}
		parts := []app.UI{paragraph(guess)}
		if v.Normalized {
			parts = append(parts, formulaLine(format.Scaled(v.Scale.Mean, v.Scale.Deviation)))
		}
		return append(parts, v.table(t, false))
	case 1:
		return []app.UI{
			paragraph(text("walk.measure_text", "loss", v.Loss)), v.table(t, true),
			formulaLine(v.mean(t)),
		}
	case 2:
		if !v.Neuron {
			return append([]app.UI{paragraph(text("walk.gradient_net", "count", strconv.Itoa(len(t.Before))))}, v.gradient(t)...)
		}
		return append([]app.UI{paragraph(text("walk.gradient_text"))}, v.gradient(t)...)
	case 3:
		update := []app.UI{paragraph(text("walk.update_text", "optimizer", v.Optimizer, "rate", shortNumber(t.Rate)))}
		if v.Step.Fresh {
			update = append(update, paragraph(text("walk.fresh")))
		}
		return append(update, v.update(t)...)
	default:
		return v.next(t)
	}
}

// next says what the step has come to: another line, or another curve, and its loss.
func (v *stepView) next(t *nn.Trace) []app.UI {
	text := i18n.For(v.Lang).Text
	var parts []app.UI
	if v.Neuron {
		parts = append(parts,
			paragraph(text("walk.next_text", "before", v.formula(t.Before), "after", v.formula(t.After))), formulaLine(v.formula(t.After)))
	} else {
		moved := 0
		for i, w := range t.Before {
			if t.After[i] != w {
				moved++
			}
		}
		parts = append(parts, paragraph(text("walk.next_net", "moved", strconv.Itoa(moved), "count", strconv.Itoa(len(t.Before)))))
	}
	if v.Step.LossAfter != nil {
		parts = append(parts, formulaLine(text("walk.moved", "before", shortNumber(t.Loss+t.Penalty), "after", shortNumber(*v.Step.LossAfter))))
	}
	return parts
}

// formula returns the formula of the model with some weights.
func (v *stepView) formula(params []float32) string {
	if line, ok := v.Layout.Line(params); ok && v.Neuron {
		if v.Normalized {
			return format.ScaledLine(line.W, line.B)
		}
		return format.Line(line.W, line.B)
	}
	return i18n.For(v.Lang).Text("model.parameters", "count", strconv.Itoa(len(params)))
}

// gradient writes the sums for one neuron; for other models the gradient's norm of
// each layer, with the single values folded.
func (v *stepView) gradient(t *nn.Trace) []app.UI {
	if !v.Neuron || len(t.Gradient) != 2 {
		return v.folded(t, false)
	}
	layer := t.Layers[0]
	errs, products := &sum{}, &sum{}
	scale, slope := 1.0, "δ"
	prefix := ""
	if v.Squared { // δ = 2/n · error: written with the errors of the table
		scale, slope = float64(len(t.Rows))/2, i18n.For(v.Lang).Text("walk.error")
		prefix = "2/" + strconv.Itoa(len(t.Rows)) + " · "
	}
	for i := range t.Rows {
		x, delta := float64(layer.Inputs.Data[i]), scale*float64(layer.Deltas.Data[i])
		errs.add(delta, paren(delta))
		products.add(delta*x, paren(delta)+"·"+paren(x))
	}
	x := "x"
	if v.Normalized {
		x = format.ScaledX
	}
	lines := []app.UI{}
	for i, part := range []struct {
		name, term string
		sum        *sum
	}{{"w", slope + " · " + x, products}, {"b", slope, errs}} {
		lines = append(lines,
			formulaLine("∂loss/∂"+part.name+" = "+prefix+"Σ "+part.term+" = "+prefix+paren(part.sum.total)+" = "+shortNumber(float64(t.Gradient[i]))),
			paragraph("Σ "+part.term+" = "+part.sum.String()))
	}
	return lines
}

// update writes the optimizer's step.
func (v *stepView) update(t *nn.Trace) []app.UI {
	if !v.Neuron || len(t.Gradient) != 2 {
		return v.folded(t, true)
	}
	lines := []app.UI{}
	for i, name := range []string{"w", "b"} {
		before, after, gradient := float64(t.Before[i]), float64(t.After[i]), float64(t.Gradient[i])
		if v.Plain {
			lines = append(lines, formulaLine(name+" − rate · ∂loss/∂"+name+" = "+shortNumber(before)+" − "+shortNumber(t.Rate)+" · "+paren(gradient)+" = "+shortNumber(after)))
			continue
		}
		lines = append(lines, formulaLine(name+": "+shortNumber(before)+" → "+shortNumber(after)+"  (∂loss/∂"+name+" = "+shortNumber(gradient)+")"))
		for k, slot := range t.State {
			if i < len(slot) {
				lines = append(lines, paragraph(i18n.For(v.Lang).Text("walk.memory", "slot", strconv.Itoa(k+1), "name", name, "value", shortNumber(float64(slot[i])))))
			}
		}
	}
	return lines
}

// folded lists each layer's weights in a <details> element.
func (v *stepView) folded(t *nn.Trace, after bool) []app.UI {
	text := i18n.For(v.Lang).Text
	parts := []app.UI{}
	for l, layer := range v.Layout {
		if layer.End() > len(t.Gradient) {
			break
		}
		var squares float64
		names := []string{text("walk.parameter"), text("walk.before"), text("walk.slope")}
		if after {
			names = append(names, text("walk.after"))
		}
		var rows [][]string
		for i := layer.Kernel; i < layer.End(); i++ {
			squares += float64(t.Gradient[i]) * float64(t.Gradient[i])
			if len(rows) < maxStepRows {
				cells := []string{v.Layout.Name(i), shortNumber(float64(t.Before[i])), shortNumber(float64(t.Gradient[i]))}
				if after {
					cells = append(cells, shortNumber(float64(t.After[i])))
				}
				rows = append(rows, cells)
			}
		}
		count := layer.Count()
		title := text("walk.layer", "number", strconv.Itoa(l+1), "count", strconv.Itoa(count), "norm", shortNumber(math.Sqrt(squares)))
		parts = append(parts, app.Elem("details").Body(
			app.Elem("summary").Text(title),
			numberTable(title, names, rows),
			app.If(count > maxStepRows, func() app.UI {
				return paragraph(text("walk.rest_weights", "count", strconv.Itoa(count-maxStepRows)))
			}),
		))
	}
	return parts
}
