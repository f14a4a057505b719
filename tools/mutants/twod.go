package main

// fdlibm has wrong edits of pkg/experiment/fdlibm.
var fdlibm = []mutant{
	{"Go's own sine", "sine.go", "	quarter, near, rest := reduce(x)\n	return turned(quarter, near", "	return math.Sin(x)\n	quarter, near, rest := reduce(x)\n	return turned(quarter, near"},
	{"Go's own tanh", "exp.go", "	size := math.Abs(x)\n	var y float64", "	return math.Tanh(x)\n	size := math.Abs(x)\n	var y float64"},
}

// dataset has wrong edits of pkg/experiment/dataset.
var dataset = []mutant{
	{"a stream that keeps what tells of its key", "random.go", "	for range r.state {\n		r.byte()\n	}\n", ""},
	{"a draw left out where noise is 0", "set.go", "func scattered(r *Random, noise float64) (x, y, nx, ny float64) {\n", "func scattered(r *Random, noise float64) (x, y, nx, ny float64) {\n	if noise == 0 {\n		return r.Uniform(-6, 6), r.Uniform(-6, 6), 0, 0\n	}\n"},
	{"the second number of a pair is used", "random.go", "float64(math.Sqrt(-2*fdlibm.Log(s)/s) * v1)", "float64(math.Sqrt(-2*fdlibm.Log(s)/s) * math.Sqrt(s-v1*v1))"},
	{"noise moves the points of a circle", "set.go", "Point{x, y, sign(distance(x+nx, y+ny) < radius*0.5)}", "Point{x + nx, y + ny, sign(distance(x+nx, y+ny) < radius*0.5)}"},
	{"a colon that ends a seed", "recipe.go", "over > 0 {", "false {"},
	{"noise beyond its limit", "recipe.go", "r.Noise <= MaxNoise", "true"},
	{"one blob for two classes", "classes.go", "class := i * recipe.Classes / recipe.Count", "class := i * (recipe.Classes - 1) / recipe.Count"},
}

// playground has wrong edits of pkg/experiment/playground.
var playground = []mutant{
	{"rows left over are forgotten", "network.go", "	for i, row := range rows {\n		n.learn(row, labels[i])", "	n.rows = 0\n	for i, row := range rows {\n		n.learn(row, labels[i])"},
	{"links that never die", "network.go", "n.penalty == Absolute && w*after < 0", "false"},
	{"a penalty of the weight after the step", "network.go", "n.penalty.slope(before)", "n.penalty.slope(w)"},
	{"no number drawn where weights begin at 0", "network.go", "			weight := random.Float64() - 0.5\n			if !s.InitZero {\n				l.weights[w] = weight\n			}", "			if !s.InitZero {\n				l.weights[w] = random.Float64() - 0.4\n			}"},
	{"a text with an 1_000 in it", "number.go", "	if strings.Trim(text, \"0123456789.eE+-\") != \"\" {\n		return math.NaN()\n	}\n", ""},
	{"a hidden tile that still feeds", "state.go", " || slices.Contains(s.Hide, f.Playground)", ""},
	{"a blank that is a no", "reader.go", " && strings.TrimFunc(text, blank) != \"\"\n}", "\n}"},
	{"a rate that is not halved", "keras.go", "s.LearningRate/2, minRate", "s.LearningRate, minRate"},
	{"an L1 that is not doubled", "keras.go", "2*rate, 0, maxPenalty", "rate, 0, maxPenalty"},
	{"a row less to train on", "keras.go", "(float64(rows)+0.1)/float64(count)", "float64(rows)/float64(count)"},
}

// plane has wrong edits of pkg/ui/plane.
var plane = []mutant{
	{"a picture upside down", "ramp.go", "		for column := range f.Side {\n			class, sure", "		for column := range f.Side {\n			row := f.Side - 1 - row\n			class, sure"},
	{"a saddle joined the other way", "boundary.go", "		case c[0] == c[2] && middle == c[0]: // the other two are cut off", "		case c[0] == c[2] && middle != c[0]:"},
	{"a crossing in the middle of its edge", "boundary.go", "part = min(max(da/d, 0), 1)", "_ = d"},
	{"a boundary around what is no number", "boundary.go", " || c[0] < 0 || c[1] < 0 || c[2] < 0 || c[3] < 0", ""},
	{"the lower of two points under the pointer", "mark.go", "d <= least &&", "d < least &&"},
	{"test points found where they are not shown", "mark.go", "(test || !m.Test)", "true"},
	{"two classes with one pattern", "ramp.go", "{0x11, 0x22, 0x44, 0x88, 0x11, 0x22, 0x44, 0x88},", "{0x88, 0x44, 0x22, 0x11, 0x88, 0x44, 0x22, 0x11},"},
	{"a label of no class that counts", "verdict.go", "		if class < 0 {\n			continue\n		}\n", ""},
}
