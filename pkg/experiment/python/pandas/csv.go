package pandas

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"firstneuron/pkg/experiment/python/eval"
	"firstneuron/pkg/experiment/python/numpy/array"
)

// readText is read_csv of a text in the program: io.StringIO.
func readText(t *eval.Thread, name string, file *eval.TextFile, b eval.Bound) (eval.Value, error) {
	separator, header, skip := ",", true, 0
	if name == "read_table" {
		separator = "\t"
	}
	if v := b.Value("sep"); v != nil {
		separator, _ = eval.AsStr(v)
	}
	var names []eval.Value
	options := b.Extra
	for _, option := range b.Extra {
		switch option.Name {
		case "delimiter":
			separator, _ = eval.AsStr(option.Value)
		case "header":
			if _, none := option.Value.(eval.None); none {
				header = false
			} else if at, ok := eval.AsInt(option.Value); ok && at == 0 {
				header = true
			} else {
				return t.Lacks("pandas." + name + "(header=)"), nil
			}
		case "names":
			given, err := t.Iterate(option.Value)
			if err != nil {
				return nil, err
			}
			names = given
		case "skiprows":
			skip, _ = eval.AsInt(option.Value)
		case "skipinitialspace", "engine", "encoding", "usecols":
		default:
			return t.Lacks("pandas." + name + "(" + option.Name + "=)"), nil
		}
	}
	options = slices.DeleteFunc(slices.Clone(options), func(a eval.Arg) bool { return a.Name != "usecols" })
	blanks := separator == `\s+`
	if !blanks && len(separator) != 1 {
		return t.Lacks("pandas." + name + "(sep=)"), nil
	}
	var rows [][]string
	text := file.Rest()
	if err := t.Alloc(len(text) / 4); err != nil {
		return nil, err
	}
	for line := range strings.Lines(text) {
		line = strings.TrimRight(line, "\r\n")
		if skip--; skip >= 0 || strings.TrimSpace(line) == "" {
			continue
		}
		if blanks {
			rows = append(rows, strings.Fields(line))
			continue
		}
		rows = append(rows, fieldsOf(line, separator[0]))
	}
	if len(rows) == 0 {
		return nil, eval.Raise("EmptyDataError", "No columns to parse from file")
	}
	width := len(rows[0])
	f := &Frame{}
	if header && names == nil {
		for _, cell := range rows[0] {
			f.names = append(f.names, eval.Str{V: cell})
		}
		rows = rows[1:]
	}
	if names != nil {
		if len(names) != width {
			return t.Lacks("pandas." + name + "(names=) with another number of columns"), nil
		}
		f.names = names
	}
	for i, row := range rows {
		if len(row) > width {
			return nil, eval.Raise("ParserError", "Error tokenizing data. C error: Expected "+strconv.Itoa(width)+" fields in line "+strconv.Itoa(i+2)+", saw "+strconv.Itoa(len(row))+"\n")
		}
	}
	for at := range width {
		if len(f.names) <= at {
			f.names = append(f.names, eval.Int{V: int64(at)})
		}
		f.columns = append(f.columns, columnOfCells(rows, at))
	}
	f.index = counting(len(rows))
	return f.chosen(t, options)
}

// fieldsOf cuts a line at the separator, outside of quotes.
func fieldsOf(line string, separator byte) []string {
	var cells []string
	var cell strings.Builder
	quoted := false
	for i := 0; i < len(line); i++ {
		switch c := line[i]; {
		case c == '"' && quoted && i+1 < len(line) && line[i+1] == '"':
			cell.WriteByte('"')
			i++
		case c == '"':
			quoted = !quoted
		case c == separator && !quoted:
			cells = append(cells, cell.String())
			cell.Reset()
		default:
			cell.WriteByte(c)
		}
	}
	return append(cells, cell.String())
}

// missingWords are the words that pandas reads as no number.
var missingWords = []string{"", "NaN", "nan", "NA", "N/A", "n/a", "null", "NULL", "None", "#N/A"}

// columnOfCells are the cells of a column: whole numbers, numbers, or texts.
func columnOfCells(rows [][]string, at int) column {
	numbers, whole, numeric := make([]float64, len(rows)), true, true
	for i, row := range rows {
		cell := ""
		if at < len(row) {
			cell = row[at]
		}
		trimmed := strings.TrimSpace(cell)
		if slices.Contains(missingWords, trimmed) {
			numbers[i], whole = math.NaN(), false
			continue
		}
		v, err := strconv.ParseFloat(trimmed, 64)
		if err != nil || strings.ContainsAny(trimmed, "xXpP_") {
			numeric = false
			break
		}
		numbers[i] = v
		whole = whole && !strings.ContainsAny(trimmed, ".eEnN")
	}
	if numeric {
		a := array.FromFloats(numbers)
		if whole {
			a = a.AsType(array.Int64)
		}
		return column{numbers: a}
	}
	texts := make([]eval.Value, len(rows))
	for i, row := range rows {
		texts[i] = eval.Float{V: nan}
		if at < len(row) && !slices.Contains(missingWords, strings.TrimSpace(row[at])) {
			texts[i] = eval.Str{V: row[at]}
		}
	}
	return column{texts: texts}
}
