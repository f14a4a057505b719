package experiment

import "slices"

// Example is a preset: an experiment with a name that links can use.
type Example struct {
	Name       string
	Experiment Experiment
}

// examples are made once: every comparison of an experiment looks at them.
var examples = []Example{
	{"lesson", Default()},
	{"celsius", celsius()},
	{"houses", houses()},
	{"noisy", noisy()},
	{"guess", guess()},
	{"wave", wave()},
	{"step", step()},
	{"bumps", bumps()},
	{"circle", circle()},
	{"xor", xor()},
	{"spiral", spiral()},
}

// Examples returns the presets in the order of the page's menu, the lesson
// first. Like every Experiment they are not to be changed in place.
func Examples() []Example { return slices.Clone(examples) }

// exampleNamed returns a preset.
func exampleNamed(name string) (Experiment, bool) {
	for _, example := range examples {
		if example.Name == name {
			return example.Experiment, true
		}
	}
	return Experiment{}, false
}

func exampleNames() []string {
	var names []string
	for _, example := range examples {
		names = append(names, example.Name)
	}
	return names
}

// celsius learns Fahrenheit from Celsius, y = 1.8x + 32. Its xs are so far from
// 0 that SGD is stable only below 0.00179; Adam does not mind.
func celsius() Experiment {
	e := Default()
	e.Example = "celsius"
	e.Names = Names{X: [MaxInputs]string{"°C"}, Y: "°F"}
	e.Points = onLine([][2]float64{{-40, -40}, {-10, 14}, {0, 32}, {8, 46.4}, {15, 59}, {22, 71.6}, {38, 100.4}})
	e.Optimizer = Optimizer{Name: "adam", LearningRate: 0.1}
	e.Epochs = 2000
	e.Predict[0] = 100
	return e
}

// houses learns a price in hundreds of thousands, 50 and 50 for each bedroom;
// in single units the same training would diverge.
func houses() Experiment {
	e := Default()
	e.Example = "houses"
	e.Points = onLine([][2]float64{{1, 1}, {2, 1.5}, {3, 2}, {4, 2.5}, {5, 3}, {6, 3.5}})
	e.Epochs = 1000
	e.Predict[0] = 7
	return e
}

// noisy is y = 1.5x + 4 with normal noise of deviation 1.2, drawn once. Its 40
// points make two batches, so that an epoch is two steps.
func noisy() Experiment {
	e := Default()
	e.Example = "noisy"
	e.Points = onLine([][2]float64{
		{0, 3.1},
		{0.25, 2.5},
		{0.5, 3.3},
		{0.75, 4.9},
		{1, 2.3},
		{1.25, 8.4},
		{1.5, 6.1},
		{1.75, 7.3},
		{2, 6.9},
		{2.25, 8.3},
		{2.5, 7.3},
		{2.75, 9},
		{3, 9.3},
		{3.25, 9.5},
		{3.5, 8.7},
		{3.75, 11.1},
		{4, 10.1},
		{4.25, 10.8},
		{4.5, 11.2},
		{4.75, 12.6},
		{5, 10},
		{5.25, 13.1},
		{5.5, 12.7},
		{5.75, 11.5},
		{6, 14.6},
		{6.25, 14.5},
		{6.5, 13.8},
		{6.75, 12.9},
		{7, 13.9},
		{7.25, 14},
		{7.5, 17.2},
		{7.75, 14.5},
		{8, 16.8},
		{8.25, 13.5},
		{8.5, 16.9},
		{8.75, 18.6},
		{9, 17.2},
		{9.25, 15.7},
		{9.5, 17.7},
		{9.75, 19},
	})
	e.Predict[0] = 12
	return e
}

// guess is the lesson from the first guess that the lesson itself makes,
// y = 10x − 10.
func guess() Experiment {
	e := Default()
	e.Example = "guess"
	e.Initial = &Line{W: 10, B: -10}
	return e
}
