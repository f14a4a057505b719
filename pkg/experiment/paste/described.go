package paste

import (
	"slices"
	"strings"
	"unicode"

	"firstneuron/pkg/experiment"
)

// statistics are the names of what libraries and spreadsheets count of data, as they
// stand before the numbers.
var statistics = []string{
	"count", "mean", "std", "min", "max", "median", "mode", "var", "variance", "sum", "range", "unique", "top", "freq", "null_count", "25%", "50%", "75%",
	"nobs", "skewness", "kurtosis", "average", "minimum", "maximum", "standard deviation", "standard error", "sample variance", "n", "q1", "q3", "1st qu.", "3rd qu.", "min.", "max.",
	"anzahl", "mittelwert", "standardabweichung", "varianz", "summe", "moyenne", "médiane", "écart-type", "nombre", "media", "mediana", "média", "desviación estándar", "desvio padrão",
	"개수", "평균", "표준편차", "표준 편차", "분산", "중앙값", "최소", "최소값", "최솟값", "최대", "최대값", "최댓값", "합계", "平均", "標準偏差", "标准差", "最小", "最大", "最小值", "最大值", "中央値", "中位数", "計数", "计数",
	"औसत", "माध्य", "मानक विचलन", "न्यूनतम", "अधिकतम", "المتوسط", "الانحراف المعياري",
}

// tellsOf returns what a text is that describes data, a model or a training and has no
// points in it, though it has numbers; nil for any other.
func tellsOf(text string) *experiment.Problem {
	if len(text) > maxPairs {
		return nil
	}
	var lines []string
	for line := range strings.SplitSeq(text, "\n") {
		if line = strings.TrimSpace(line); line != "" && !isRule(line) {
			lines = append(lines, line)
		}
	}
	if len(lines) == 0 {
		return nil
	}
	tell := func(code, what string) *experiment.Problem {
		return experiment.NewProblem(code, "text", experiment.Quote(what))
	}
	head := lines[0]
	switch {
	case strings.HasPrefix(head, "<class 'pandas."), strings.HasPrefix(head, "Index(["), strings.HasPrefix(head, "RangeIndex("),
		strings.Contains(text, "Non-Null Count"), strings.Contains(text, "Layer (type)") && strings.Contains(text, "Param #"), areTypes(lines):
		return tell("describes", head)
	case isLog(lines):
		return tell("is_a_log", head)
	case strings.HasPrefix(head, "DescribeResult("), areStatistics(lines), isCorrelation(lines):
		return tell("are_statistics", head)
	}
	return nil
}

// areTypes reports whether lines are the types of columns, as pandas prints them.
func areTypes(lines []string) bool {
	if lines[len(lines)-1] != "dtype: object" || len(lines) < 2 {
		return false
	}
	for _, line := range lines[:len(lines)-1] {
		words := strings.Fields(line)
		if kind := strings.TrimRight(words[len(words)-1], "1234568[]ns,UTC"); len(words) < 2 || !slices.Contains([]string{"int", "Int", "uint", "UInt", "float", "Float", "object", "bool", "boolean", "category", "datetime", "timedelta", "str", "string"}, kind) {
			return false
		}
	}
	return true
}

// isLog reports whether each line is one of those that Keras prints while it trains.
func isLog(lines []string) bool {
	logged := false
	for _, line := range lines {
		switch {
		case isBar(line):
			logged = logged || strings.Contains(line, "loss")
		case strings.HasPrefix(line, "Epoch "):
			if (&scan{text: line}).one("Epoch ").some(decimalDigits, many).one("/").some(decimalDigits, many).end() < 0 {
				return false
			}
		default:
			return false
		}
	}
	return logged
}

// isBar reports whether a line is a bar of Keras: 1/1 ━━━━ 0s, 1/1 [====] - 0s, 1/1 - 0s.
func isBar(line string) bool {
	at := (&scan{text: line}).spaces().some(decimalDigits, many).one("/").some(decimalDigits, many).one(" ━", " \x1b[", " [=", " [>", " [.", " - ").end()
	return at > 0 && (strings.Contains(line[at:], "s/") || strings.Contains(line[at:], "0s") || strings.Contains(line[at:], "loss") || strings.Contains(line[at:], "s "))
}

// bars blanks the bars of Keras above what it has answered.
func bars(text string) (inside, left string) {
	var b strings.Builder
	for line := range strings.SplitAfterSeq(text, "\n") {
		if isBar(strings.TrimSpace(line)) {
			if left == "" {
				left = strings.TrimSpace(line)
			}
			line = blanked(line)
		}
		b.WriteString(line)
	}
	return b.String(), left
}

// areStatistics reports whether lines are what describe of pandas, summary of R and their
// like print: each line but a heading begins with the name of a statistic, or the heading
// has them all.
func areStatistics(lines []string) bool {
	if strings.HasPrefix(lines[0], "shape: (") { // of polars
		lines = lines[1:]
	}
	begun, names := 0, map[string]bool{}
	for i, line := range lines {
		if strings.HasPrefix(line, "Name:") || strings.HasPrefix(line, "dtype:") || i > 0 && begun == 0 && !strings.ContainsAny(line, "0123456789") {
			continue
		}
		name := statisticOf(line)
		if name == "" {
			if begun > 0 || i > 0 && strings.ContainsAny(line, "0123456789") {
				return i == 1 && areHeadings(lines[0])
			}
			continue
		}
		begun++
		names[name] = true
	}
	return len(names) >= 3 || areHeadings(lines[0])
}

// statisticOf is the statistic that a line begins with.
func statisticOf(line string) string {
	line = strings.ToLower(strings.TrimLeft(line, "│|┃\" \t"))
	best := ""
	for _, name := range statistics {
		rest, found := strings.CutPrefix(line, name)
		if found && len(name) > len(best) && !unicode.IsLetter(firstRune(rest)) && strings.ContainsAny(rest, "0123456789nN") {
			best = name
		}
	}
	return best
}

// areHeadings reports whether a line names the quartiles, or the mean with its deviation
// and its limits.
func areHeadings(line string) bool {
	count := 0
	line = " " + strings.ToLower(strings.NewReplacer("│", " ", "|", " ", ",", " ", "\t", " ", `"`, " ").Replace(line)) + " "
	for _, name := range []string{" mean ", " std ", " min ", " max ", " 25% ", " 50% ", " 75% ", " 1st qu. ", " 3rd qu. ", " median "} {
		if strings.Contains(line, name) {
			count++
		}
	}
	return count >= 4 && (strings.Contains(line, "% ") || strings.Contains(line, "qu. "))
}

// isCorrelation reports whether lines are a table whose rows have the names of its columns,
// with ones from corner to corner.
func isCorrelation(lines []string) bool {
	cut := strings.Fields
	for _, mark := range []string{"\t", ","} {
		if strings.Contains(lines[0], mark) {
			cut = func(line string) []string { return strings.Split(line, mark) }
			break
		}
	}
	names := cut(lines[0])
	if len(names) > 0 && strings.TrimSpace(names[0]) == "" {
		names = names[1:]
	}
	if len(names) < 2 || len(names) > maxColumns || len(lines) != len(names)+1 {
		return false
	}
	for i, name := range names {
		cells := cut(lines[i+1])
		if len(cells) != len(names)+1 || strings.TrimSpace(cells[0]) != strings.TrimSpace(name) || looksNumeric(cell{text: name}) || strings.Trim(cells[i+1], "0. ") != "1" {
			return false
		}
	}
	return true
}
