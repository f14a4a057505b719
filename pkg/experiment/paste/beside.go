package paste

import "strings"

// cutBeside takes what stands behind a number and says something of it: its uncertainty,
// 0.98 ± 0.02 and 2.35(5), or the mark of a footnote. A point has only x and y, so that
// the page leaves it out and says so.
func (f *figure) cutBeside(rest string) string {
	if rest == "" {
		return rest
	}
	if end := uncertainty(rest); end > 0 {
		f.beside = "±"
		return rest[end:]
	}
	// Those of the last digits, in brackets.
	if end := (&scan{text: rest}).one("(").some(decimalDigits, 3).one(")").end(); end > 0 && strings.ContainsAny(f.body, ".,") {
		f.beside = "±"
		return rest[end:]
	}
	if at := strings.LastIndexByte(rest, '['); at >= 0 {
		if end := (&scan{text: rest, at: at}).one("[").some(letters+decimalDigits, 3).one("]").end(); end == len(rest) {
			f.beside = "[…]"
			return rest[:at]
		}
	}
	return rest
}

// uncertainty is where ± and a number behind it end, -1 where they do not stand at the
// beginning of a text.
func uncertainty(text string) int {
	end := (&scan{text: text}).any(" ").one("±", "+/-", "+-", "+/−").any(" ").some(decimalDigits, many).end()
	if end < 0 {
		return end
	}
	if longer := (&scan{text: text, at: end}).one(".", ",").some(decimalDigits, many).end(); longer > 0 {
		end = longer
	}
	if power := (&scan{text: text, at: end}).one("e").end(); power > 0 {
		if digits, rest := cutExponent(text[power:]); digits != "" {
			end = len(text) - len(rest)
		}
	}
	return end
}
