package paste

import "strings"

// normal is the text with line ends of one kind and without what programs put before
// each line: prompts, the ## of knitr, the fence of a chat.
func normal(text string) string {
	if strings.Contains(text, "\x00") { // UTF-16 of a spreadsheet, of which the digits are ASCII
		text = strings.ReplaceAll(strings.TrimLeft(text, "\ufffd"), "\x00", "")
	}
	text = strings.TrimPrefix(text, "\ufeff")
	if containsOne(text, "\r", "\u2028", "\u2029", "\u0085") {
		text = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u2028", "\n", "\u2029", "\n", "\u0085", "\n").Replace(text)
	}
	if containsOne(text, "，", "、", "；", "：") { // commas of East Asian keyboards
		text = strings.NewReplacer("，", ",", "、", ",", "；", ";", "：", ":").Replace(text)
	}
	if containsOne(text, ",“", ";“", "\t“") { // of word processors
		text = strings.NewReplacer("“", `"`, "”", `"`, "„", `"`).Replace(text)
	}
	for _, mark := range []string{"* ", "> "} { // of lists, and of quoted mail; "- 1" may be a number
		if strings.HasPrefix(text, mark) && eachBegins(text, mark) {
			text = strings.ReplaceAll("\n"+text, "\n"+mark, "\n  ")[1:]
		}
	}
	if !containsOne(text, "##", "#>", ">>>", "In [", "Out[", "```") {
		return text
	}
	knitr, others := 0, 0
	for line := range strings.SplitSeq(text, "\n") {
		switch line = strings.TrimLeft(line, " \t"); {
		case strings.HasPrefix(line, "##"), strings.HasPrefix(line, "#>"):
			knitr++
		case strings.TrimSpace(line) != "":
			others++
		}
	}
	var b strings.Builder
	b.Grow(len(text))
	for line := range strings.SplitSeq(text, "\n") {
		b.WriteString(cutPrompt(line, knitr > 1 && others == 0))
		b.WriteByte('\n')
	}
	return b.String()
}

// eachBegins reports whether each line that is not blank begins with a mark, and something
// follows it.
func eachBegins(text, mark string) bool {
	for line := range strings.SplitSeq(text, "\n") {
		rest, marked := strings.CutPrefix(line, mark)
		if blank := strings.TrimSpace(rest) == ""; blank == marked {
			return false
		}
	}
	return true
}

// containsOne reports whether a text has one of some pieces. It looks for each by its
// first byte, which takes a long text a tenth of the time of looking at each character.
func containsOne(text string, pieces ...string) bool {
	for _, piece := range pieces {
		if strings.Contains(text, piece) {
			return true
		}
	}
	return false
}

// cutPrompt removes what a program has put before a line.
func cutPrompt(line string, knitr bool) string {
	trimmed := strings.TrimLeft(line, " \t")
	switch {
	case knitr:
		return strings.TrimPrefix(strings.TrimPrefix(trimmed, "##"), "#>")
	case strings.HasPrefix(trimmed, "```"):
		return ""
	case strings.HasPrefix(trimmed, ">>> "), strings.HasPrefix(trimmed, "... "):
		return trimmed[4:]
	case strings.HasPrefix(trimmed, "In ["), strings.HasPrefix(trimmed, "Out["):
		if _, rest, found := strings.Cut(trimmed, "]:"); found {
			return strings.TrimPrefix(rest, " ")
		}
	}
	return line
}

// readPrinted reads vectors as R prints them: [1] before the first number of each
// line says which it is.
func readPrinted(text string, tick func()) (g grid, ok bool) {
	g = grid{text: text, decimal: '.', names: 0, upright: true}
	var columns []labelled
	name := ""
	at := 0
	for line := range strings.SplitSeq(text, "\n") {
		tick()
		begin := at
		at += len(line) + 1
		trimmed := strings.TrimLeft(line, " \t")
		if trimmed == "" {
			continue
		}
		if command, is := strings.CutPrefix(trimmed, ">"); is {
			name = strings.TrimSpace(command)
			continue
		}
		n := 0
		if strings.HasPrefix(trimmed, "[") {
			n = digitsAtStart(trimmed[1:])
		}
		if n == 0 || !strings.HasPrefix(trimmed[1+n:], "] ") || strings.ContainsAny(trimmed[1+n+1:], "[],") {
			return g, false
		}
		if trimmed[1:1+n] == "1" {
			if len(columns) == maxColumns {
				return g, false
			}
			columns = append(columns, labelled{name: name})
			name = ""
		}
		if len(columns) == 0 {
			return g, false
		}
		skip := len(line) - len(trimmed) + n + 3
		if !columns[len(columns)-1].take(line[skip:], begin+skip, tick) {
			return g, false
		}
	}
	if len(columns) == 0 {
		return g, false
	}
	if len(columns) == 1 {
		columns[0].name = "x"
	}
	for _, c := range columns {
		if len(c.cells) != len(columns[0].cells) {
			return g, false
		}
	}
	return gridOfColumns(g, columns), true
}

// gridOfColumns makes rows of columns with names.
func gridOfColumns(g grid, columns []labelled) grid {
	g.rows = nil
	for _, c := range columns {
		g.rows = append(g.rows, append([]cell{{c.name, -1}}, c.cells...))
	}
	g.transpose()
	g.names, g.upright = 1, true
	return g
}
