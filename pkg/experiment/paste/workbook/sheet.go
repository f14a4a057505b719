package workbook

import (
	"errors"
	"strconv"
	"strings"
	"time"
)

// The largest sheet that is read. What is beyond is an error and not left out.
const (
	maxColumns = 200
	maxRows    = 300_000
)

var errTooLarge = errors.New("workbook: its sheet has too many cells: copy those you need and paste them")

// Text returns the first sheet of a workbook: a line for each of its rows, tabs between
// the cells. Numbers have a decimal point, dates are written as 2024-01-05. sheets is how
// many sheets there are. It calls tick at every cell.
func Text(data string, tick func()) (text string, sheets int, err error) {
	z, err := openZip(data)
	if err != nil {
		return "", 0, err
	}
	name, sheets, err := firstSheet(z)
	if err != nil {
		return "", 0, err
	}
	var files [3]string
	for i, file := range []string{name, "xl/sharedStrings.xml", "xl/styles.xml"} {
		if files[i], err = z.read(file); err != nil {
			return "", 0, err
		}
	}
	if files[0] == "" {
		return "", 0, errors.New("workbook: it has no sheet: save it again as .xlsx")
	}
	text, err = sheetText(files[0], sharedTexts(files[1], tick), dateStyles(files[2]), tick)
	return text, sheets, err
}

// firstSheet finds the file of the sheet that stands first.
func firstSheet(z *entries) (file string, sheets int, err error) {
	book, err := z.read("xl/workbook.xml")
	if err != nil {
		return "", 0, err
	}
	links, err := z.read("xl/_rels/workbook.xml.rels")
	if err != nil {
		return "", 0, err
	}
	id := ""
	tags(book, func(t tag) bool {
		if t.name == "sheet" && !t.end {
			if sheets++; sheets == 1 {
				id = t.attribute("id")
			}
		}
		return sheets < 1000
	})
	file = "xl/worksheets/sheet1.xml"
	tags(links, func(t tag) bool {
		if target := t.attribute("Target"); t.name == "Relationship" && id != "" && t.attribute("Id") == id {
			file = "xl/" + target
			if absolute, ok := strings.CutPrefix(target, "/"); ok {
				file = absolute
			}
			return false
		}
		return true
	})
	return file, sheets, nil
}

// sharedTexts are the texts that cells refer to by number. How a text is pronounced is
// no part of it.
func sharedTexts(document string, tick func()) []string {
	var texts []string
	var b strings.Builder
	spoken := false
	tags(document, func(t tag) bool {
		tick()
		switch {
		case t.name == "si" && t.closed:
			texts = append(texts, "")
		case t.name == "si" && t.end:
			texts = append(texts, plain(b.String()))
		case t.name == "si":
			b.Reset()
		case t.name == "rPh":
			spoken = !t.end
		case t.name == "t" && !t.end && !t.closed && !spoken:
			b.WriteString(t.text)
		}
		return true
	})
	return texts
}

// dateStyles are the styles of cells that show a number as a date.
func dateStyles(document string) []bool {
	custom := map[string]bool{}
	var styles []bool
	inside := false
	tags(document, func(t tag) bool {
		switch {
		case t.name == "numFmt" && !t.end:
			custom[t.attribute("numFmtId")] = showsDate(t.attribute("formatCode"))
		case t.name == "cellXfs":
			inside = !t.end
		case t.name == "xf" && inside && !t.end:
			id := t.attribute("numFmtId")
			n, _ := strconv.Atoi(id)
			styles = append(styles, custom[id] || n >= 14 && n <= 22 || n >= 27 && n <= 36 || n >= 45 && n <= 47 || n >= 50 && n <= 58)
		}
		return len(styles) < 100_000
	})
	return styles
}

// showsDate reports whether a format has a day, a month, a year or a time in it, beside
// what it says in quotes and brackets.
func showsDate(format string) bool {
	quoted, bracket := false, false
	for i := 0; i < len(format); i++ {
		switch c := format[i]; {
		case c == '"':
			quoted = !quoted
		case quoted:
		case c == '[':
			bracket = true
		case c == ']':
			bracket = false
		case bracket:
		case c == '\\' || c == '_' || c == '*':
			i++
		case strings.IndexByte("yYdDhHsS", c) >= 0, c == 'm' || c == 'M':
			return !strings.HasPrefix(strings.ToLower(format), "general")
		}
	}
	return false
}

// sheetText writes the rows of a sheet, each on the line of its number.
func sheetText(document string, texts []string, dates []bool, tick func()) (string, error) {
	var b strings.Builder
	var row []string
	var cell tag
	var value strings.Builder
	line := 1
	failed := error(nil)
	flush := func() {
		b.WriteString(strings.TrimRight(strings.Join(row, "\t"), "\t"))
		row = row[:0]
	}
	put := func() {
		column := columnOf(cell.attribute("r"))
		if column < 0 {
			column = len(row)
		}
		if column >= maxColumns {
			failed = errTooLarge
			return
		}
		for len(row) <= column {
			row = append(row, "")
		}
		row[column] = written(cell, value.String(), texts, dates)
	}
	inCell, spoken := false, false
	tags(document, func(t tag) bool {
		tick()
		switch {
		case t.name == "row" && !t.end:
			n, err := strconv.Atoi(t.attribute("r"))
			if err != nil {
				n = line + 1
			}
			if n > maxRows {
				failed = errTooLarge
				return false
			}
			flush()
			for ; line < n; line++ {
				b.WriteByte('\n')
			}
		case t.name == "c" && !t.end:
			cell, inCell = t, !t.closed
			value.Reset()
		case t.name == "c" && inCell:
			inCell = false
			put()
		case t.name == "rPh":
			spoken = !t.end
		case (t.name == "v" || t.name == "t") && inCell && !t.end && !t.closed && !spoken:
			value.WriteString(t.text)
		}
		return failed == nil
	})
	flush()
	return b.String(), failed
}

// columnOf is the place of the column of a cell such as B2, -1 for none.
func columnOf(reference string) int {
	column := 0
	for _, c := range reference {
		if c < 'A' || c > 'Z' {
			break
		}
		if column = 26*column + int(c-'A') + 1; column > maxColumns {
			break
		}
	}
	return column - 1
}

// written is a cell as its sheet shows it, but for the digits that are hidden there.
func written(cell tag, value string, texts []string, dates []bool) string {
	switch cell.attribute("t") {
	case "s":
		if i, err := strconv.Atoi(value); err == nil && i >= 0 && i < len(texts) {
			return texts[i]
		}
		return ""
	case "b":
		return map[bool]string{true: "TRUE", false: "FALSE"}[value == "1"]
	case "", "n":
		style, err := strconv.Atoi(cell.attribute("s"))
		if err == nil && style >= 0 && style < len(dates) && dates[style] {
			return dateOf(value)
		}
		return decimal(value)
	}
	return plain(value)
}

// decimal writes a number in the 15 digits that a sheet has, as it was typed: 0.6, and
// not 0.60000000000000009.
func decimal(value string) string {
	v, err := strconv.ParseFloat(value, 64)
	if err != nil {
		return plain(value)
	}
	return strconv.FormatFloat(rounded(v), 'g', -1, 64)
}

func rounded(v float64) float64 {
	r, err := strconv.ParseFloat(strconv.FormatFloat(v, 'g', 15, 64), 64)
	if err != nil {
		return v
	}
	return r
}

// dateOf writes the day of a serial number, whose 1 is the first of 1900 as Excel
// counts.
func dateOf(value string) string {
	v, err := strconv.ParseFloat(value, 64)
	if err != nil || !(v >= 0 && v < 3e6) {
		return plain(value)
	}
	at := time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC).AddDate(0, 0, int(v)).Add(time.Duration((v-float64(int(v)))*86400+0.5) * time.Second)
	switch {
	case v < 1:
		return at.Format("15:04")
	case at.Format("15:04") == "00:00":
		return at.Format("2006-01-02")
	}
	return at.Format("2006-01-02 15:04")
}
