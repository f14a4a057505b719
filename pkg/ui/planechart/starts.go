package planechart

import (
	"math"
	"strconv"

	"firstneuron/pkg/session"
	"firstneuron/pkg/ui/format"
	"firstneuron/pkg/ui/i18n"
	"firstneuron/pkg/ui/plane"
)

// starts are what the models of many trainings say together: of each class how many say
// it, of numbers their mean. Each model is asked once; those that come later are added.
type starts struct {
	observer *session.Observer
	reading  plane.Reading
	scale    plane.Scale
	first    *float32
	count    int
	// sums has, for each place, the number of models for each class or, of two classes,
	// for the second; or the sum of the numbers.
	sums, field []float32
}

// columns is how many sums a place has.
func (s *starts) columns() int {
	if s.reading.Classes > 2 {
		return s.reading.Classes
	}
	return 1
}

// of returns the field of the panel's starts.
func (s *starts) of(p *Panel) plane.Field {
	first := &p.Starts[0][0]
	if s.observer != p.Observer || s.reading != p.Reading || s.scale != p.scale || s.first != first || s.count > len(p.Starts) {
		*s = starts{observer: p.Observer, reading: p.Reading, scale: p.scale, first: first}
		s.sums = make([]float32, side*side*s.columns())
	}
	for ; s.count < len(p.Starts); s.count++ {
		s.add(p, p.Starts[s.count])
	}
	s.field = append(s.field[:0], s.sums...)
	for i := range s.field {
		s.field[i] /= float32(s.count)
	}
	reading := p.Reading
	if reading.Classes == 2 {
		reading = plane.TwoClasses(0, 1)
	}
	return plane.Whole(side, p.scale.X1, p.scale.X2, reading, s.field, s.columns())
}

// add asks one more model.
func (s *starts) add(p *Panel, params []float32) {
	field := p.field(params, side)
	if field.Empty() {
		return
	}
	for i := range side * side {
		outputs := field.Data[i*field.Stride : i*field.Stride+field.Count]
		if s.reading.Classes == 0 {
			s.sums[i] += outputs[0]
			continue
		}
		class, _ := s.reading.Answer(outputs)
		switch {
		case class < 0:
		case s.columns() > 1:
			s.sums[i*s.columns()+class]++
		case class == 1:
			s.sums[i]++
		}
	}
}

// votesAt says in words what the starts answer at the place that is asked.
func (p *Panel) votesAt() string {
	text := i18n.For(p.Lang).Text
	field := p.starts.of(p)
	at := p.Asked
	at[0] = min(max(at[0], field.X1.Min), field.X1.Max)
	at[1] = min(max(at[1], field.X2.Min), field.X2.Max)
	share, _, ok := field.At(at[0], at[1])
	if !ok {
		return ""
	}
	all := strconv.Itoa(p.starts.count)
	if p.Reading.Classes == 0 {
		return text("plane.starts_mean", "y", format.Short(float64(share[0])), "all", all)
	}
	class, part := 0, float64(1-share[0])
	if len(share) > 1 {
		class, _ = field.Answer(share)
		part = float64(share[max(class, 0)])
	} else if share[0] > 0.5 {
		class, part = 1, float64(share[0])
	}
	count := strconv.Itoa(int(math.Round(part * float64(p.starts.count))))
	return text("plane.starts_say", "count", count, "all", all, "class", format.Plain(p.Reading.LabelOf(max(class, 0))))
}

// labelled returns shares of the second of two classes as numbers from the label of the
// first to that of the second.
func labelled(shares []float32, r plane.Reading) []float32 {
	labels := make([]float32, len(shares))
	for i, share := range shares {
		labels[i] = float32(r.Low + (r.High-r.Low)*float64(share))
	}
	return labels
}
