package program

import (
	"firstneuron/pkg/experiment/python"
	"firstneuron/pkg/experiment/python/eval"
)

// slicesOf is a tf.data.Dataset of points: Dataset.from_tensor_slices((xs, ys)), and
// what shuffle and batch make of it. A training of it is that of the arrays, with its
// batch and its order.
type slicesOf struct {
	r *reader
	// x and y are the arrays, at is where they are given.
	x, y eval.Value
	at   python.Span
	// batch is the argument of the method batch, nil before it.
	batch    *eval.Arg
	shuffled bool
}

// Class returns the name of the type.
func (*slicesOf) Class() string { return "_TensorSliceDataset" }

// TakesUnknown is true: its arrays may not be known.
func (*slicesOf) TakesUnknown() bool { return true }

// newSlices is from_tensor_slices, of a pair of what arrays can be made of.
func (r *reader) newSlices(t *eval.Thread, args *eval.Args) (eval.Value, error) {
	at := r.arguments(args).find(0, "tensors")
	if at < 0 {
		return t.Lacks("tf.data.Dataset.from_tensor_slices"), nil
	}
	pair, ok := args.List[at].Value.(*eval.Tuple)
	if !ok || len(pair.Items) != 2 {
		return t.Lacks("tf.data.Dataset.from_tensor_slices"), nil
	}
	made := &slicesOf{r: r, at: args.List[at].Span}
	for i, side := range []*eval.Value{&made.x, &made.y} {
		v, err := r.numpy(t, "array", &eval.Args{Span: args.Span, Callee: args.Callee, List: []eval.Arg{{Span: made.at, Value: pair.Items[i]}}})
		if err != nil {
			return nil, err
		}
		*side = v
	}
	return made, nil
}

// Attr is a method, each of which makes another dataset.
func (d *slicesOf) Attr(t *eval.Thread, name string) (eval.Value, error) {
	method := func(change func(next *slicesOf, args *eval.Args) bool) (eval.Value, error) {
		return &eval.Builtin{Name: name, TakesUnknown: true, Fn: func(t *eval.Thread, args *eval.Args) (eval.Value, error) {
			next := *d
			if !change(&next, args) {
				return t.Lacks("tf.data.Dataset." + name), nil
			}
			return &next, nil
		}}, nil
	}
	switch name {
	case "cache", "prefetch":
		return method(func(*slicesOf, *eval.Args) bool { return true })
	case "shuffle": // of single points; of batches it is another order
		return method(func(next *slicesOf, args *eval.Args) bool {
			next.shuffled = true
			again := d.r.arguments(args).take(2, "reshuffle_each_iteration")
			size := d.r.arguments(args).take(0, "buffer_size")
			rows := len(valueOf(d.x, noSpan).input().numbers)
			return next.batch == nil && (again.kind != truthValue || again.number != 0) && size.kind == numberValue && int(size.number) >= rows
		})
	case "batch":
		return method(func(next *slicesOf, args *eval.Args) bool {
			at := d.r.arguments(args).find(0, "batch_size")
			if dropped := d.r.arguments(args).take(1, "drop_remainder"); at < 0 || next.batch != nil || dropped.kind == truthValue && dropped.number != 0 {
				return false
			}
			next.batch = &args.List[at]
			return true
		})
	}
	return t.Lacks("tf.data.Dataset." + name), nil
}

// unpacked has the arrays of a dataset as the arguments x and y of a call, with its
// batch and its order as fit has them.
func (r *reader) unpacked(args *eval.Args) *eval.Args {
	own := &eval.Args{Span: args.Span, Callee: args.Callee}
	for i, arg := range args.List {
		d, ok := arg.Value.(*slicesOf)
		switch {
		case !ok || d.batch == nil:
			own.List = append(own.List, arg)
		case arg.Name == "validation_data":
			arg.Value = &eval.Tuple{Items: []eval.Value{d.x, d.y}}
			own.List = append(own.List, arg)
		case i == 0 && (arg.Name == "" || arg.Name == "x") && (len(args.List) == 1 || args.List[1].Name != ""):
			own.List = append(own.List,
				eval.Arg{Name: "x", At: d.at, Span: d.at, Value: d.x}, eval.Arg{Name: "y", At: d.at, Span: d.at, Value: d.y},
				eval.Arg{Name: "batch_size", At: d.batch.Span, Span: d.batch.Span, Value: d.batch.Value},
				eval.Arg{Name: "shuffle", At: d.at, Span: d.at, Value: eval.Bool{V: d.shuffled}})
		default:
			own.List = append(own.List, arg)
		}
	}
	return own
}
