package numpy

import (
	"math"
	"strings"

	"firstneuron/pkg/experiment/python/eval"
	"firstneuron/pkg/experiment/python/numpy/array"
)

// fromText is np.loadtxt and np.genfromtxt of a text that stands in the program, by an
// io.StringIO. Of a file they are Outside.
func fromText(t *eval.Thread, name string, file *eval.TextFile, args *eval.Args) (eval.Value, error) {
	b, err := args.Bind(name, "fname", "dtype=", "comments=", "delimiter=", "*", "skiprows=", "skip_header=", "unpack=", "usecols=", "**others")
	if err != nil {
		return nil, err
	}
	if len(b.Extra) > 0 {
		return t.Lacks("numpy." + name + "(" + b.Extra[0].Name + "=)"), nil
	}
	skip, err := b.Int(map[string]string{"loadtxt": "skiprows", "genfromtxt": "skip_header"}[name], 0)
	if err != nil {
		return nil, err
	}
	delimiter, _ := eval.AsStr(b.Value("delimiter"))
	comment := "#"
	if c, ok := eval.AsStr(b.Value("comments")); ok && c != "" {
		comment = c
	}
	var columns []int
	if b.Has("usecols") {
		items := []eval.Value{b.Value("usecols")}
		if _, one := eval.AsInt(items[0]); !one {
			if items, err = t.Iterate(items[0]); err != nil {
				return nil, err
			}
		}
		for _, item := range items {
			n, ok := eval.AsInt(item)
			if !ok || n < 0 {
				return t.Lacks("numpy." + name + "(usecols=)"), nil
			}
			columns = append(columns, n)
		}
	}
	text := file.Rest()
	if err := t.Alloc(len(text) / 2); err != nil {
		return nil, err
	}
	var values []float64
	rows, width := 0, 0
	for line := range strings.Lines(text) {
		if skip--; skip >= 0 {
			continue
		}
		line, _, _ = strings.Cut(strings.TrimRight(line, "\r\n"), comment)
		if strings.TrimSpace(line) == "" {
			continue
		}
		cells := strings.Fields(line)
		if delimiter != "" {
			cells = strings.Split(line, delimiter)
		}
		if columns != nil {
			var chosen []string
			for _, at := range columns {
				if at >= len(cells) {
					return t.Lacks("numpy." + name), nil
				}
				chosen = append(chosen, cells[at])
			}
			cells = chosen
		}
		if rows > 0 && len(cells) != width {
			return t.Lacks("numpy." + name + " of rows that differ"), nil
		}
		width = len(cells)
		rows++
		for _, cell := range cells {
			v, ok := parseFloat(cell)
			switch {
			case ok:
			case name == "genfromtxt":
				v = math.NaN()
			default:
				return t.Lacks("numpy." + name + " of texts"), nil // its error has a place of its own
			}
			values = append(values, v)
		}
	}
	if rows == 0 {
		return t.Lacks("numpy." + name + " of nothing"), nil
	}
	a, err := array.FromFloats(values).Reshape(rows, width)
	if err != nil {
		return nil, raised(err)
	}
	dtype, err := dtypeOf(t, b, a.DType())
	if err != nil {
		return nil, err
	}
	a = a.AsType(dtype)
	switch {
	case rows == 1 && width == 1:
		a, err = a.Reshape()
	case rows == 1 || width == 1:
		a, err = a.Reshape(rows * width)
	}
	if err != nil {
		return nil, raised(err)
	}
	if b.Bool("unpack", false) {
		return t.Attr(&Array{a}, "T")
	}
	return result(t, a, nil)
}
