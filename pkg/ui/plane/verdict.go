package plane

// Verdict is what a model answers for some points, counted from its outputs when they
// are drawn: a metric of the training is that of its running epoch, and wrong where
// labels are −1 and 1.
type Verdict struct {
	// Answers are the classes that the model says, −1 where an output is no number.
	Answers []int
	// Confusion counts the points of each class by what the model says: of class i
	// those that it takes for class j are Confusion[i][j].
	Confusion [][]int
	// Right and Points count those that it answers rightly and those that have a
	// class.
	Right, Points int
}

// Judge returns the verdict on outputs, a row of count for each point. Numbers have
// none.
func Judge(points []Point, outputs []float32, count int, r Reading) Verdict {
	if r.Classes == 0 || count < 1 || len(outputs) < count*len(points) {
		return Verdict{}
	}
	v := Verdict{Answers: make([]int, len(points)), Confusion: make([][]int, r.Classes)}
	for class := range v.Confusion {
		v.Confusion[class] = make([]int, r.Classes)
	}
	for i, p := range points {
		answer, _ := r.Answer(outputs[i*count : (i+1)*count])
		v.Answers[i] = answer
		class := r.ClassOf(p.Label)
		if class < 0 {
			continue
		}
		v.Points++
		if answer >= 0 && answer < r.Classes {
			v.Confusion[class][answer]++
		}
		if answer == class {
			v.Right++
		}
	}
	return v
}

// Accuracy returns the part of the points that is answered rightly; ok is false where
// there are none.
func (v Verdict) Accuracy() (part float64, ok bool) {
	if v.Points == 0 {
		return 0, false
	}
	return float64(v.Right) / float64(v.Points), true
}
