package session

import (
	"math"
	"slices"
	"strconv"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/nn"
)

// Network is what the learner has hold of in the picture of the model.
type Network struct {
	// Weight is the place of the weight that the keys change, in the order of
	// [experiment.Layout].
	Weight int
	// Typing is set while its box is open, and Draft what is typed there.
	Typing bool
	Draft  Draft
	// Layer and Unit, each counted from 1, are the unit pointed at; 0 for none.
	Layer, Unit int
}

// Changed is the weights of an epoch after the learner's hand: every view shows
// them in place of those that were trained, and the training goes on from them.
// It belongs to one run and one epoch, and means nothing to any other.
type Changed struct {
	Run, Epoch int
	Params     []float32
}

// changedAt reports whether the learner has changed the weights of an epoch.
func (s Session) changedAt(epoch int) bool {
	return s.Changed != nil && s.Changed.Run == s.Run.ID && s.Changed.Epoch == epoch
}

// changed returns a record with what the learner has made of its weights.
func (s Session) changed(r Record) Record {
	if s.changedAt(r.Epoch) && len(s.Changed.Params) == len(r.Params) {
		r.Params = s.Changed.Params
	}
	return r
}

// leaveChanged forgets changed weights once another epoch is shown.
func (s Session) leaveChanged() Session {
	if s.Changed != nil && !s.changedAt(s.Shown().Epoch) {
		s.Changed = nil
	}
	return s
}

// IsChanged reports whether the weights that are shown are not those of the
// training, but the learner's.
func (s Session) IsChanged() bool { return s.changedAt(s.Shown().Epoch) }

// EditsWeights reports whether the weights that are shown can be changed.
func (s Session) EditsWeights() bool {
	return !s.Experiment.Locks(experiment.ModelPart) && s.Run.Phase != Running && len(s.Shown().Params) > 0
}

// WeightMoved gives the weight at a place another value, as a drag or a key
// does. Before the training this is another first guess; at a later epoch it is
// what the training goes on from there with.
type WeightMoved struct {
	Place int
	Value float64
}

func (m WeightMoved) update(s Session) (Session, []Effect) {
	s.Network.Weight = max(m.Place, 0)
	s.Network.Typing = false
	return s.moveWeight(m.Place, m.Value)
}

// WeightChosen says which weight the keys change, and whether its box opens.
type WeightChosen struct {
	Place  int
	Typing bool
	// Text is what was typed already, "" for the weight as it is.
	Text string
}

func (m WeightChosen) update(s Session) (Session, []Effect) {
	params := s.Shown().Params
	if m.Place < 0 || m.Place >= len(params) {
		return s, nil
	}
	s.Network.Weight, s.Network.Typing, s.change = m.Place, m.Typing && s.EditsWeights(), ""
	if !s.Network.Typing {
		return s, nil
	}
	s.Network.Draft = Draft{Text: m.Text}
	if m.Text == "" {
		s.Network.Draft.Text = s.WeightText(m.Place)
		return s, []Effect{FocusWeight{Box: true}}
	}
	// A sign alone is no mistake yet.
	var effects []Effect
	if value, problem := experiment.ParseNumber(m.Text); problem == nil {
		s, effects = s.moveWeight(m.Place, value)
	}
	return s, append(effects, FocusWeight{Box: true})
}

// WeightText is the value of a weight that is shown, as it can be typed.
func (s Session) WeightText(place int) string {
	params := s.Shown().Params
	if place < 0 || place >= len(params) {
		return ""
	}
	// What FormatFloat writes can be read.
	short, _ := strconv.ParseFloat(strconv.FormatFloat(float64(params[place]), 'g', -1, 32), 64)
	return experiment.FormatNumber(short)
}

// WeightTyped says that the box of the chosen weight now holds a text.
type WeightTyped struct{ Text string }

func (m WeightTyped) update(s Session) (Session, []Effect) {
	if !s.Network.Typing {
		return s, nil
	}
	value, problem := experiment.ParseNumber(m.Text)
	s.Network.Draft = Draft{Text: m.Text, Problem: problem}
	if problem != nil {
		return s, nil
	}
	return s.moveWeight(s.Network.Weight, value)
}

// WeightTypedOut says that the typing is over; Back leads the focus back to the
// weight in the picture.
type WeightTypedOut struct{ Back bool }

func (m WeightTypedOut) update(s Session) (Session, []Effect) {
	if !s.Network.Typing {
		return s, nil
	}
	s.Network.Typing, s.Network.Draft, s.change = false, Draft{}, ""
	if m.Back {
		return s, []Effect{FocusWeight{}}
	}
	return s, nil
}

// UnitPointed says which unit is under the pointer or the focus, each counted
// from 1; 0 for none.
type UnitPointed struct{ Layer, Unit int }

func (m UnitPointed) update(s Session) (Session, []Effect) {
	layout := s.Experiment.Layout()
	if m.Layer < 1 || m.Layer > len(layout) || m.Unit < 1 || m.Unit > layout[m.Layer-1].Units {
		m = UnitPointed{}
	}
	s.Network.Layer, s.Network.Unit = m.Layer, m.Unit
	return s, nil
}

// moveWeight changes one of the weights that are shown.
func (s Session) moveWeight(place int, value float64) (Session, []Effect) {
	shown := s.Shown()
	if place < 0 || place >= len(shown.Params) || !s.EditsWeights() || !within(value) || math.IsNaN(value) {
		return s, nil
	}
	change := "weight " + strconv.Itoa(place)
	next := s.Edit
	if shown.Epoch > 0 {
		params := slices.Clone(shown.Params)
		params[place] = float32(value)
		next.Changed = &Changed{Run: s.Run.ID, Epoch: shown.Epoch, Params: params}
		return s.edited(next, change)
	}
	// The first guess stays in sight when an edit trains at once.
	s.Cursor = 0
	if line, ok := s.InitialLine(); ok {
		if place == s.Experiment.Layout()[0].Kernel {
			line.W = value
		} else {
			line.B = value
		}
		next = next.withoutDraft("w").withoutDraft("b")
		next.Experiment.Initial = &line
		return s.edited(next, change)
	}
	params := slices.Clone(shown.Params)
	params[place] = float32(value)
	next.Experiment = next.Experiment.WithWeights(params)
	return s.edited(next, change)
}

// LayerOutputs returns what each layer gives for some xs with the weights that
// are shown, a matrix [xs, units] for each; nil when there is no such model. Further
// inputs than the first are 0.
func (s Session) LayerOutputs(xs ...float64) []nn.Matrix {
	return s.LayersAt(experiment.Places(xs...)...)
}

// LayersAt returns what each layer gives at some places, as LayerOutputs does.
func (s Session) LayersAt(places ...experiment.Place) []nn.Matrix {
	var outputs []nn.Matrix
	p := s.derived().predictor
	p.with(s.Shown().Params, func(model *nn.Sequential) {
		if all, err := model.LayerOutputs(p.matrix(places...)); err == nil {
			outputs = all
		}
	})
	return outputs
}

// PointedUnit returns the unit pointed at, where it is a hidden one: what it
// adds can be told from what the model would be without it.
func (s Session) PointedUnit() (layer, unit int, ok bool) {
	layout := s.Experiment.Layout()
	n := s.Network
	if n.Layer < 1 || n.Layer >= len(layout) || n.Unit < 1 || n.Unit > layout[n.Layer-1].Units {
		return 0, 0, false
	}
	return n.Layer, n.Unit, true
}

// WithoutUnit returns the weights that are shown with all that leads on from a
// hidden unit, each counted from 1, set to 0.
func (s Session) WithoutUnit(layer, unit int) []float32 {
	params := slices.Clone(s.Shown().Params)
	next := s.Experiment.Layout()[layer]
	at := next.Kernel + (unit-1)*next.Units
	clear(params[at : at+next.Units])
	return params
}
