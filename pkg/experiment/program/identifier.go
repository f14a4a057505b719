package program

import (
	"slices"
	"strings"

	"firstneuron/pkg/experiment/python"
	"firstneuron/pkg/experiment/python/eval"
	"firstneuron/pkg/nn"
)

// Keras calls an identifier what names an optimizer, a loss, a metric and their like: a
// text, a dict with class_name and config, or the thing itself.

// identified is what keras.optimizers.get and its siblings, deserialize and from_config
// make of an identifier; ok is false for any other function, and for what they make of none.
func (n *named) identified(t *eval.Thread, args *eval.Args) (v eval.Value, ok bool) {
	parts := strings.Split(n.path, ".")
	if len(parts) < 3 || len(args.List) == 0 {
		return nil, false
	}
	module, function := parts[len(parts)-2], parts[len(parts)-1]
	given := args.List[0].Value
	if function == "from_config" {
		config, is := given.(*eval.Dict)
		if !is || !isClass(module) {
			return nil, false
		}
		return n.r.configured(t, strings.TrimSuffix(n.path, ".from_config"), config, args.Span), true
	}
	if function != "get" && function != "deserialize" {
		return nil, false
	}
	catalogue := map[string]*nn.Catalogue{"optimizers": nn.Optimizers(), "losses": nn.Losses(), "metrics": nn.Metrics(), "activations": nn.Activations()}[module]
	if catalogue == nil && module != "initializers" && module != "regularizers" {
		return nil, false
	}
	path := strings.Join(parts[:len(parts)-1], ".")
	switch given := given.(type) {
	case eval.Str:
		if catalogue == nil {
			return given, true // which the layers know by its name
		}
		entry, known := catalogue.Lookup(given.V)
		if !known {
			return given, true // of which Keras says, here as where it is used, that it is none
		}
		if module == "optimizers" || function == "get" && given.V == entry.Class {
			return n.r.configured(t, path+"."+entry.Class, nil, args.Span), true
		}
		return &named{n.r, path + "." + entry.Name}, true
	case *eval.Dict:
		o := n.r.ofConfig(t, path, given, args.Span)
		return o, o != nil
	case *object, *named:
		return given, true
	}
	return nil, false
}

// ofConfig makes what a dict with class_name and config names, nil where it names nothing.
func (r *reader) ofConfig(t *eval.Thread, path string, d *eval.Dict, at python.Span) eval.Value {
	class, _, _ := d.Get(t, eval.Str{V: "class_name"})
	name, ok := eval.AsStr(class)
	if !ok {
		return nil
	}
	if strings.HasSuffix(path, "optimizers") { // whose names Keras takes in small letters too
		entry, known := nn.Optimizers().Lookup(name)
		if !known {
			return nil
		}
		name = entry.Class
	}
	config, _, _ := d.Get(t, eval.Str{V: "config"})
	values, _ := config.(*eval.Dict)
	return r.configured(t, path+"."+name, values, at)
}

// configured makes an object of a class, with a dict of its arguments, nil for none.
func (r *reader) configured(t *eval.Thread, path string, config *eval.Dict, at python.Span) *object {
	args := &eval.Args{Span: at, Callee: at}
	if config != nil {
		keys, values := config.Items()
		for i, key := range keys {
			name, ok := eval.AsStr(key)
			if !ok {
				continue
			}
			span := eval.Origin(values[i])
			if span == noSpan {
				span = at
			}
			args.List = append(args.List, eval.Arg{Name: name, At: span, Span: span, Value: values[i]})
		}
	}
	return r.newObject(t, path, args)
}

// plainly returns the arguments of compile with what Keras takes for one thing in the place
// of the lists and dicts that it may stand in: a loss for the only output, the metrics of it,
// an optimizer by its configuration.
func (r *reader) plainly(t *eval.Thread, m *model, given *eval.Args) *eval.Args {
	args := r.arguments(given)
	plain := &eval.Args{Span: given.Span, Callee: given.Callee, List: slices.Clone(given.List)}
	if at := args.find(0, "optimizer"); at >= 0 {
		if d, is := given.List[at].Value.(*eval.Dict); is {
			if o := r.ofConfig(t, "keras.optimizers", d, given.List[at].Span); o != nil {
				plain.List[at].Value = o
			}
		}
	}
	if at := args.find(1, "loss"); at >= 0 {
		loss := args.take(1, "loss")
		if d, is := loss.eval.(*eval.Dict); is {
			r.lossOfDict(m, d, &plain.List[at])
		} else if len(loss.items) == 1 {
			plain.List[at].Value = loss.items[0]
		}
	}
	if at := args.find(3, "metrics"); at >= 0 {
		plain.List[at].Value = metricsOfOnly(given.List[at].Value)
	}
	return plain
}

// metricsOfOnly are the metrics of the only output, taken from the list or the dict of those
// of all outputs.
func metricsOfOnly(v eval.Value) eval.Value {
	if d, is := v.(*eval.Dict); is {
		_, values := d.Items()
		if len(values) != 1 {
			return v
		}
		switch v = values[0]; v.(type) {
		case *eval.List, *eval.Tuple:
		default:
			return &eval.List{Items: values}
		}
	}
	if list, is := v.(*eval.List); is && len(list.Items) == 1 {
		if inner, nested := list.Items[0].(*eval.List); nested {
			return inner
		}
	}
	return v
}

// lossOfDict takes the loss of the only output from a dict, as Keras does for a functional
// model. A Sequential ends with an error of its own.
func (r *reader) lossOfDict(m *model, d *eval.Dict, arg *eval.Arg) {
	keys, values := d.Items()
	if len(values) != 1 {
		return
	}
	arg.Value = values[0]
	text := ""
	if at := eval.Origin(values[0]); at != noSpan {
		text = r.text[at.Start:at.End]
	}
	tell := func(keras string) {
		if r.trained != nil {
			return
		}
		if p := r.report(Mistake, arg.Span, "code_loss_dict").kerasSays(keras); text != "" {
			p.fix(arg.Span, text)
		}
	}
	name, _ := eval.AsStr(keys[0])
	outputs := m.objects()
	switch {
	case !m.functional:
		tell("TypeError: 'NoneType' object is not iterable")
	case len(outputs) > 0 && outputs[len(outputs)-1].title() != name:
		tell("ValueError: Expected keys ['" + outputs[len(outputs)-1].title() + "'] in loss dict, but found loss.keys()=" + "['" + name + "']")
	}
}
