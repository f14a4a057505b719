package sklearn

import (
	"firstneuron/pkg/experiment/python/eval"
	"firstneuron/pkg/experiment/python/numpy"
	"firstneuron/pkg/experiment/python/numpy/array"
	"firstneuron/pkg/experiment/python/numpy/random"
)

// kFold is KFold: it cuts the rows into so many folds, each of which is the test rows once.
type kFold struct {
	folds   int
	shuffle bool
	bound   eval.Bound
}

func newKFold(_ *eval.Thread, args *eval.Args) (eval.Value, error) {
	b, err := args.Bind("KFold", "n_splits=", "*", "shuffle=", "random_state=")
	if err != nil {
		return nil, err
	}
	k := &kFold{folds: 5, shuffle: b.Bool("shuffle", false), bound: b}
	if b.Has("n_splits") {
		k.folds, _ = eval.AsInt(b.Value("n_splits"))
	}
	if k.folds < 2 {
		return nil, eval.Raise("ValueError", "k-fold cross-validation requires at least one train/test split by setting n_splits=2 or more, got n_splits="+itoa(k.folds)+".")
	}
	return k, nil
}

// Class returns the name of the type.
func (*kFold) Class() string { return "KFold" }

// Attr is a method.
func (k *kFold) Attr(t *eval.Thread, name string) (eval.Value, error) {
	switch name {
	case "split":
		return function(name, k.split), nil
	case "get_n_splits":
		return function(name, func(*eval.Thread, *eval.Args) (eval.Value, error) { return eval.Int{V: int64(k.folds)}, nil }), nil
	}
	return t.Lacks("KFold." + name), nil
}

// split gives the rows to train on and the rows to test with, fold by fold. The first
// folds have one row more where the rows do not go into them evenly.
func (k *kFold) split(t *eval.Thread, args *eval.Args) (eval.Value, error) {
	b, err := args.Bind("split", "X", "y=", "groups=")
	if err != nil {
		return nil, err
	}
	n, err := samples(b.Value("X"))
	if err != nil {
		return nil, err
	}
	if k.folds > n {
		return nil, eval.Raise("ValueError", "Cannot have number of splits n_splits="+itoa(k.folds)+" greater than the number of samples: n_samples="+itoa(n)+".")
	}
	if err := t.Alloc(n * k.folds); err != nil {
		return nil, err
	}
	order := make([]int64, n)
	for i := range order {
		order[i] = int64(i)
	}
	if k.shuffle {
		source, err := numpy.State(t, k.bound, "KFold")
		if err != nil {
			return nil, err
		}
		order = random.Permutation(source, n)
	}
	fold := make([]int, n) // of each row
	for i, from := 0, 0; i < k.folds; i++ {
		count := n / k.folds
		if i < n%k.folds {
			count++
		}
		for _, row := range order[from : from+count] {
			fold[row] = i
		}
		from += count
	}
	var parts []eval.Value
	for i := range k.folds {
		var train, test []int64
		for row, f := range fold {
			if f == i {
				test = append(test, int64(row))
			} else {
				train = append(train, int64(row))
			}
		}
		both := &eval.Tuple{}
		for _, rows := range [][]int64{train, test} {
			floats := make([]float64, len(rows))
			for i, row := range rows {
				floats[i] = float64(row)
			}
			v, err := numpy.Wrap(t, array.FromFloats(floats).AsType(array.Int64), nil)
			if err != nil {
				return nil, err
			}
			both.Items = append(both.Items, v)
		}
		parts = append(parts, both)
	}
	return eval.NewIterator(parts), nil
}
