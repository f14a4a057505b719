package sklearn

import (
	"math"
	"strconv"

	"firstneuron/pkg/experiment/python/eval"
	"firstneuron/pkg/experiment/python/numpy"
	"firstneuron/pkg/experiment/python/numpy/array"
	"firstneuron/pkg/experiment/python/numpy/random"
)

func itoa(n int) string { return strconv.Itoa(n) }

// rows is a value of which rows are taken, such as a table of pandas.
type rows interface {
	eval.Sized
	TakeRows(t *eval.Thread, order []int64) (eval.Value, error)
}

// samples is how many rows there are.
func samples(v eval.Value) (int, error) {
	switch v := v.(type) {
	case *eval.List:
		return len(v.Items), nil
	case *eval.Tuple:
		return len(v.Items), nil
	case eval.Range:
		return v.Len(), nil
	case eval.Array:
		if len(v.Shape()) == 0 {
			return 0, eval.Raise("TypeError", "Singleton array array("+eval.FloatRepr(v.Floats()[0])+") cannot be considered a valid collection.")
		}
		return v.Shape()[0], nil
	case eval.Sized:
		return v.Len()
	}
	return 0, eval.Raise("TypeError", "Expected sequence or array-like, got "+"<class '"+v.Class()+"'>")
}

// take are rows of a value, as a value of its kind.
func take(t *eval.Thread, v eval.Value, order []int64) (eval.Value, error) {
	switch v := v.(type) {
	case rows:
		return v.TakeRows(t, order)
	case *eval.List, *eval.Tuple, eval.Range:
		items, err := t.Iterate(v)
		if err != nil {
			return nil, err
		}
		if err := t.Alloc(len(order)); err != nil {
			return nil, err
		}
		list := &eval.List{Items: []eval.Value{}}
		for _, i := range order {
			list.Items = append(list.Items, items[i])
		}
		return list, nil
	}
	a, err := numpy.Of(t, v)
	if err != nil {
		return nil, err
	}
	r, err := a.Take(order)
	return numpy.Wrap(t, r, err)
}

// consistent is how many rows all values have.
func consistent(values []eval.Arg) (int, error) {
	counts, text := -1, ""
	same := true
	for i, arg := range values {
		n, err := samples(arg.Value)
		if err != nil {
			return 0, err
		}
		if i > 0 {
			text += ", "
		}
		text += itoa(n)
		same = same && (counts < 0 || n == counts)
		counts = n
	}
	if !same {
		return 0, eval.Raise("ValueError", "Found input variables with inconsistent numbers of samples: ["+text+"]")
	}
	return counts, nil
}

// part is test_size or train_size: a number of rows, or a share of them.
type part struct {
	count int
	share float64
	text  string // as Python writes it, "None" where it is not given
	given bool
}

func readPart(t *eval.Thread, b eval.Bound, name string, n int) (part, error) {
	p := part{text: "None"}
	if !b.Has(name) {
		return p, nil
	}
	p.given = true
	text, err := t.Str(b.Value(name))
	if err != nil {
		return p, err
	}
	p.text = text
	if count, ok := eval.AsInt(b.Value(name)); ok {
		p.count = count
		if count <= 0 || count >= n {
			return p, eval.Raise("ValueError", name+"="+text+" should be either positive and smaller than the number of samples "+itoa(n)+" or a float in the (0, 1) range")
		}
		return p, nil
	}
	share, ok := eval.AsFloat(b.Value(name))
	if !ok || share <= 0 || share >= 1 {
		return p, eval.Raise("sklearn.utils._param_validation.InvalidParameterError", "The '"+name+"' parameter of train_test_split must be a float in the range (0.0, 1.0), an int in the range [1, inf) or None. Got "+text+" instead.")
	}
	p.share = share
	return p, nil
}

func trainTestSplit(t *eval.Thread, args *eval.Args) (eval.Value, error) {
	b, err := args.Bind("train_test_split", "*arrays", "test_size=", "train_size=", "random_state=", "shuffle=", "stratify=")
	if err != nil {
		return nil, err
	}
	if len(b.Rest) == 0 {
		return nil, eval.Raise("ValueError", "At least one array required as input")
	}
	if b.Has("stratify") {
		return t.Lacks("train_test_split(stratify=)"), nil
	}
	n, err := consistent(b.Rest)
	if err != nil {
		return nil, err
	}
	test, err := readPart(t, b, "test_size", n)
	if err != nil {
		return nil, err
	}
	train, err := readPart(t, b, "train_size", n)
	if err != nil {
		return nil, err
	}
	if !test.given && !train.given {
		test.share = 0.25
		test.given = true
	}
	if test.share+train.share > 1 {
		return nil, eval.Raise("ValueError", "The sum of test_size and train_size = "+eval.FloatRepr(test.share+train.share)+", should be in the (0, 1) range. Reduce test_size and/or train_size.")
	}
	tests, trains := test.count, train.count
	if test.share > 0 {
		tests = int(math.Ceil(test.share * float64(n)))
	}
	if train.share > 0 {
		trains = int(math.Floor(train.share * float64(n)))
	}
	if !train.given {
		trains = n - tests
	}
	if !test.given {
		tests = n - trains
	}
	if tests+trains > n {
		return nil, eval.Raise("ValueError", "The sum of train_size and test_size = "+itoa(tests+trains)+", should be smaller than the number of samples "+itoa(n)+". Reduce test_size and/or train_size.")
	}
	if trains == 0 {
		text := test.text
		if text == "None" && !train.given {
			text = "0.25"
		}
		return nil, eval.Raise("ValueError", "With n_samples="+itoa(n)+", test_size="+text+" and train_size="+train.text+", the resulting train set will be empty. Adjust any of the aforementioned parameters.")
	}
	if err := t.Alloc(n); err != nil {
		return nil, err
	}
	var order []int64
	if b.Bool("shuffle", true) {
		source, err := numpy.State(t, b, "train_test_split")
		if err != nil {
			return nil, err
		}
		order = random.Permutation(source, n)
	} else {
		for i := range n { // the test rows are the last
			order = append(order, int64((i+trains)%n))
		}
		rest := []int64{}
		for i := range trains {
			rest = append(rest, int64(i))
		}
		order = append(order[:tests:tests], rest...)
	}
	all := &eval.List{}
	for _, arg := range b.Rest {
		for _, part := range [][]int64{order[tests : tests+trains], order[:tests]} {
			v, err := take(t, arg.Value, part)
			if err != nil {
				return nil, err
			}
			all.Items = append(all.Items, v)
		}
	}
	return all, nil
}

func shuffle(t *eval.Thread, args *eval.Args) (eval.Value, error) {
	b, err := args.Bind("shuffle", "*arrays", "random_state=", "n_samples=")
	if err != nil {
		return nil, err
	}
	if len(b.Rest) == 0 {
		return eval.None{}, nil
	}
	if b.Has("n_samples") {
		return t.Lacks("sklearn.utils.shuffle(n_samples=)"), nil
	}
	n, err := consistent(b.Rest)
	if err != nil {
		return nil, err
	}
	source, err := numpy.State(t, b, "sklearn.utils.shuffle")
	if err != nil {
		return nil, err
	}
	order := random.Permutation(source, n)
	all := &eval.List{}
	for _, arg := range b.Rest {
		v, err := take(t, arg.Value, order)
		if err != nil {
			return nil, err
		}
		all.Items = append(all.Items, v)
	}
	if len(all.Items) == 1 {
		return all.Items[0], nil
	}
	return all, nil
}

// two is a table of numbers with two axes, as every estimator wants it.
func two(t *eval.Thread, v eval.Value, estimator string) (*array.Array, error) {
	a, err := numpy.Of(t, v)
	if err != nil {
		return nil, err
	}
	if n := len(a.Shape()); n < 2 {
		kind := "1D"
		if n == 0 {
			kind = "scalar"
		}
		if n == 0 || estimator != "LinearRegression" {
			a = floating(a)
		}
		return nil, eval.Raise("ValueError", "Expected 2D array, got "+kind+" array instead:\narray="+a.Str(array.DefaultOptions)+
			".\nReshape your data either using array.reshape(-1, 1) if your data has a single feature or array.reshape(1, -1) if it contains a single sample.")
	}
	if len(a.Shape()) > 2 {
		return nil, eval.Raise("ValueError", "Found array with dim "+itoa(len(a.Shape()))+", while dim <= 2 is required.")
	}
	if a.Shape()[0] == 0 {
		return nil, eval.Raise("ValueError", "Found array with 0 sample(s) (shape="+array.Tuple(a.Shape())+") while a minimum of 1 is required.")
	}
	a = floating(a)
	a.SetPlaces(nil)
	return a, nil
}

// floating has the elements as floating-point numbers; those of float32 stay such.
func floating(a *array.Array) *array.Array {
	if a.DType().Floating() {
		return a
	}
	return a.AsType(array.Float64)
}
