package session

import (
	"slices"
	"strconv"

	"firstneuron/pkg/experiment"
)

// newLabels is how many numbers there are to choose from for points that are added on
// the plane where y is no class.
const newLabels = 5

// PointPlaced puts the point of a row at another place of the plane; its label stays.
type PointPlaced struct {
	Row int
	At  experiment.Place
}

func (m PointPlaced) update(s Session) (Session, []Effect) {
	i := indexOf(s.Rows, m.Row)
	if i < 0 || s.Experiment.Locks(experiment.DataPart) {
		return s, nil
	}
	return s.movePoint(m.Row, experiment.Point{X: m.At, Y: s.Rows[i].Point.Y})
}

// PlaneClicked says that an empty place of the plane was clicked: the selected point
// goes there, or else a new one is made, with the label that is chosen.
type PlaneClicked struct{ At experiment.Place }

func (m PlaneClicked) update(s Session) (Session, []Effect) {
	if s.Experiment.Locks(experiment.DataPart) {
		return s, nil
	}
	at := experiment.Point{X: m.At, Y: s.Label()}
	if i := indexOf(s.Rows, s.Selected); i >= 0 {
		at.Y = s.Rows[i].Point.Y
	}
	return s.place(at)
}

// LabelChosen says which label points have that are added on the plane.
type LabelChosen struct{ Label float64 }

func (m LabelChosen) update(s Session) (Session, []Effect) {
	s.NewLabel = m.Label
	return s, nil
}

// Labels are the labels to choose from for points that are added on the plane: one for
// each class or, where y is a number, some from the lowest to the highest of the data.
func (s Session) Labels() []float64 {
	e := s.Experiment
	var labels []float64
	for class := range e.Classes {
		labels = append(labels, e.LabelOf(class))
	}
	if e.Classes > 0 || len(e.Points) == 0 {
		return labels
	}
	low, high := e.Points[0].Y, e.Points[0].Y
	for _, p := range e.Points {
		low, high = min(low, p.Y), max(high, p.Y)
	}
	for i := range newLabels {
		// To three digits, which FormatFloat writes so that they can be read.
		label, _ := strconv.ParseFloat(strconv.FormatFloat(low+(high-low)*float64(i)/(newLabels-1), 'g', 3, 64), 64)
		if !slices.Contains(labels, label) {
			labels = append(labels, label)
		}
	}
	return labels
}

// Label returns the label that points have which are added on the plane: the one that
// is chosen, or the first where there is no such label.
func (s Session) Label() float64 {
	labels := s.Labels()
	if len(labels) == 0 || slices.Contains(labels, s.NewLabel) {
		return s.NewLabel
	}
	return labels[0]
}
