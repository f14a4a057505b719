package experiment

import (
	"strconv"
	"strings"

	"pgregory.net/rapid"

	"firstneuron/pkg/experiment/dataset"
)

// drawExperiment draws a valid experiment whose link is short enough.
func drawExperiment(t *rapid.T) Experiment {
	e := rapid.SampledFrom(Examples()).Draw(t, "example").Experiment
	switch rapid.SampledFrom([]string{"example", "own data", "two inputs", "recipe"}).Draw(t, "data") {
	case "own data":
		e = e.WithPoints(drawPoints(t, 120), 1)
	case "two inputs":
		e = drawInputs(t, e)
	case "recipe":
		e = e.WithRecipe(drawRecipe(t))
	}
	if rapid.Bool().Draw(t, "own names") {
		name := rapid.Map(rapid.StringN(0, MaxName, -1), plainText)
		e.Names = Names{X: [MaxInputs]string{name.Draw(t, "name of x"), name.Draw(t, "name of x2")}, Y: name.Draw(t, "name of y")}
	}
	e.Layers = e.Layers[len(e.Layers)-1:]
	if e.Classes == 2 && !e.SignLabels() && rapid.Bool().Draw(t, "two outputs") {
		e.Layers = []Layer{{2, softmax}}
	}
	e = e.matched()
	units := rapid.IntRange(1, MaxUnits)
	for range rapid.IntRange(0, MaxLayers-1).Draw(t, "hidden layers") {
		layer := Layer{units.Draw(t, "units"), rapid.SampledFrom(activationNames()).Draw(t, "activation")}
		e.Layers = append([]Layer{layer}, e.Layers...)
	}
	if rapid.Bool().Draw(t, "other optimizer") {
		e.Optimizer = defaultOptimizer(rapid.SampledFrom(optimizerNames()).Draw(t, "optimizer"))
	}
	if rapid.Bool().Draw(t, "other rate") {
		e.Optimizer.LearningRate = rapid.Float64Range(1e-30, 1000).Draw(t, "lr")
	}
	e.Loss, e.LossOptions = rapid.SampledFrom(lossNames()).Draw(t, "loss"), ""
	if e.Outputs() > 1 {
		e.Loss = classesCrossentropy
	}
	e.Epochs = rapid.IntRange(1, MaxEpochs).Draw(t, "epochs")
	e.Batch = rapid.IntRange(1, MaxPoints).Draw(t, "batch")
	e.Shuffle = rapid.Bool().Draw(t, "shuffle")
	e.Normalize = rapid.Bool().Draw(t, "normalize")
	e.Seed = rapid.Uint64Range(0, MaxSeed).Draw(t, "seed")
	e.Initial = nil
	if e.IsLine() && rapid.Bool().Draw(t, "given start") {
		number := rapid.Float64Range(-MaxAbs, MaxAbs)
		e.Initial = &Line{W: number.Draw(t, "w"), B: number.Draw(t, "b")}
	}
	for i := range e.Inputs {
		e.Predict[i] = rapid.Float64Range(-MaxAbs, MaxAbs).Draw(t, "predict")
	}
	for _, x := range rapid.SliceOfNDistinct(rapid.Float64Range(-MaxAbs, MaxAbs), 0, 4, rapid.ID).Draw(t, "asked") {
		query := Query{X: Place{x + 0}, Known: rapid.Bool().Draw(t, "known")}
		if query.Known {
			query.Y = rapid.Float64Range(-MaxAbs, MaxAbs).Draw(t, "true y")
		}
		e.Queries = append(e.Queries, query)
	}
	parts := rapid.SliceOfNDistinct(rapid.StringMatching(`[a-z][a-z0-9_-]{0,9}`), 0, 4, rapid.ID)
	e.View = View{
		Play: rapid.Bool().Draw(t, "play"), Sound: rapid.Bool().Draw(t, "sound"), Open: rapid.SampledFrom(opens()).Draw(t, "open"),
		Auto: rapid.Bool().Draw(t, "auto"), Embed: rapid.Bool().Draw(t, "embed"), Make: rapid.Bool().Draw(t, "make"), Present: rapid.Bool().Draw(t, "present"),
		Hide: parts.Draw(t, "hide"), Lock: parts.Draw(t, "lock"),
		Lang:  rapid.SampledFrom(langChoices()).Draw(t, "lang"),
		Theme: rapid.SampledFrom(themes()).Draw(t, "theme"),

		Transparent: rapid.Bool().Draw(t, "transparent"),
		ShowTest:    rapid.Bool().Draw(t, "test"),
		Discretize:  rapid.Bool().Draw(t, "discretize"),
		LoadWhen:    rapid.SampledFrom(loads()).Draw(t, "loads"),
		Task:        drawTask(t),
	}
	if !e.IsLine() && e.Layout().Count() < 200 && rapid.Bool().Draw(t, "given weights") {
		e.Weights = rapid.SliceOfN(rapid.Float32Range(-MaxAbs, MaxAbs), e.Layout().Count(), e.Layout().Count()).Draw(t, "weights")
	}
	return e
}

// drawInputs draws points with two inputs, which may be classes, and features.
func drawInputs(t *rapid.T, e Experiment) Experiment {
	points := drawPoints(t, 60)
	for i := range points {
		points[i].X[1] = rapid.Float64Range(-MaxAbs, MaxAbs).Draw(t, "x2")
	}
	classes := rapid.SampledFrom([]int{0, 2, 3, MaxClasses}).Draw(t, "classes")
	signs := classes == 2 && rapid.Bool().Draw(t, "signs")
	for i := range points {
		if classes > 0 {
			points[i].Y = float64(rapid.IntRange(0, classes-1).Draw(t, "class"))
		}
		if signs {
			points[i].Y = 2*points[i].Y - 1
		}
	}
	if classes > 0 {
		points[0].Y, points[1].Y = float64(classes-1), 0
		if signs {
			points[1].Y = -1
		}
	}
	e = e.WithPoints(points, 2).WithClasses(classes)
	return drawFeatures(t, e)
}

// drawFeatures draws what a model of two inputs is fed with.
func drawFeatures(t *rapid.T, e Experiment) Experiment {
	features := rapid.SliceOfNDistinct(rapid.SampledFrom(allFeatures()), 0, 4, rapid.ID).Draw(t, "features")
	e, _ = e.With("features", strings.Join(features, ","))
	return e
}

// drawRecipe draws what points are generated from.
func drawRecipe(t *rapid.T) dataset.Recipe {
	r := dataset.Of(rapid.SampledFrom(dataset.Sets()).Draw(t, "set"), rapid.StringN(0, 10, 30).Draw(t, "set's seed"), float64(rapid.IntRange(0, 80).Draw(t, "noise")))
	r.Count = rapid.IntRange(dataset.MinCount, 100).Draw(t, "count")
	if r.Classes > 0 {
		r.Classes = rapid.IntRange(2, MaxClasses).Draw(t, "classes")
	}
	return r
}

// drawTask draws what an author asks, in any characters.
func drawTask(t *rapid.T) Task {
	text := rapid.Map(rapid.StringN(0, 60, -1), plainText)
	number, positive := rapid.Float64Range(-MaxAbs, MaxAbs), rapid.Float64Range(SmallestGoal, MaxAbs)
	goal := rapid.Custom(func(t *rapid.T) Goal {
		return rapid.SampledFrom([]Goal{
			{Kind: LossGoal, Loss: positive.Draw(t, "loss"), Within: rapid.IntRange(0, MaxEpochs).Draw(t, "within")},
			{Kind: PredictGoal, X: Place{number.Draw(t, "x")}, Y: number.Draw(t, "y"), Tolerance: positive.Draw(t, "tolerance")},
			{Kind: DivergeGoal},
		}).Draw(t, "goal")
	})
	return Task{
		Title: text.Draw(t, "title"), Text: text.Draw(t, "text"), Question: text.Draw(t, "ask"), Feedback: text.Draw(t, "feedback"),
		Goals: rapid.SliceOfN(goal, 0, MaxGoals).Draw(t, "goals"),
	}
}

// drawPoints draws valid data.
func drawPoints(t *rapid.T, most int) []Point {
	number := rapid.OneOf(
		rapid.Float64Range(-MaxAbs, MaxAbs),
		rapid.Map(rapid.IntRange(-1000, 1000), func(n int) float64 { return float64(n) / 10 }),
	)
	points := make([]Point, rapid.IntRange(MinPoints, most).Draw(t, "count"))
	for i := range points {
		at := strconv.Itoa(i)
		points[i] = Point{X: Place{number.Draw(t, "x"+at)}, Y: number.Draw(t, "y"+at)}
	}
	return points
}
