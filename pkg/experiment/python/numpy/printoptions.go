package numpy

import (
	"math"

	"firstneuron/pkg/experiment/python/eval"
)

func setPrintOptions(t *eval.Thread, args *eval.Args) (eval.Value, error) {
	b, err := args.Bind("set_printoptions", "precision=", "threshold=", "edgeitems=", "linewidth=", "suppress=", "nanstr=", "infstr=", "formatter=", "sign=", "floatmode=", "legacy=")
	if err != nil {
		return nil, err
	}
	for _, name := range []string{"nanstr", "infstr", "formatter", "legacy"} {
		if b.Has(name) {
			return t.Lacks("numpy.set_printoptions(" + name + "=)"), nil
		}
	}
	o := options(t)
	for name, into := range map[string]*int{"precision": &o.Precision, "edgeitems": &o.Edge, "linewidth": &o.Width} {
		n, err := b.Int(name, *into)
		if err != nil {
			return nil, err
		}
		*into = min(max(n, 0), 100000)
	}
	threshold, err := b.Float("threshold", float64(o.Threshold))
	if err != nil {
		return nil, err
	}
	if math.IsNaN(threshold) {
		return nil, eval.Raise("ValueError", "threshold must be non-NAN, try sys.maxsize for untruncated representation")
	}
	o.Threshold = int(min(max(threshold, 0), 1e9))
	o.Suppress = b.Bool("suppress", o.Suppress)
	if b.Has("sign") {
		o.Sign, _ = eval.AsStr(b.Value("sign"))
	}
	if b.Has("floatmode") {
		mode, _ := eval.AsStr(b.Value("floatmode"))
		o.Fixed, o.Equal, o.Unique = mode == "fixed", mode == "maxprec_equal", mode == "unique"
	}
	return eval.None{}, nil
}
