package python

import (
	"strings"
)

// Margin is what stands at the begin of the lines of a program, or between its parts,
// and is none of it.
type Margin struct {
	Kind  MarginKind
	Spans []Span
}

// MarginKind is a kind of [Margin].
type MarginKind int

// The kinds of margins.
const (
	// NoMargin is none.
	NoMargin MarginKind = iota
	// Prompts are >>> and In [1]: of a console or a notebook.
	Prompts
	// LineNumbers number the lines.
	LineNumbers
	// Indented is a program that is indented as a whole.
	Indented
	// Fenced is a program between the fences of a chat, with what was said around it.
	Fenced
)

// marginOf finds the margin of a text. It looks at each line once.
func marginOf(text string) Margin {
	if m := fences(text); len(m.Spans) > 0 {
		return m
	}
	if m := prompts(text); len(m.Spans) > 0 {
		return m
	}
	if m := lineNumbers(text); len(m.Spans) > 0 {
		return m
	}
	return Margin{}
}

// eachLine calls see with the place of each line, without its end, until it says no.
func eachLine(text string, see func(at Span) bool) {
	for start := 0; start < len(text); {
		end := strings.IndexByte(text[start:], '\n')
		next := start + end + 1
		if end < 0 {
			end, next = len(text)-start, len(text)
		}
		if !see(Span{start, start + len(strings.TrimRight(text[start:start+end], "\r"))}) {
			return
		}
		start = next
	}
}

// fences finds ``` lines and what stands outside of them.
func fences(text string) Margin {
	if !strings.Contains(text, "```") {
		return Margin{}
	}
	m := Margin{Kind: Fenced}
	inside, fenced, quoted := false, false, ""
	eachLine(text, func(at Span) bool {
		line := text[at.Start:at.End]
		isFence := strings.HasPrefix(strings.TrimLeft(line, " \t"), "```")
		switch {
		case isFence && quoted == "":
			inside, fenced = !inside, true
			m.Spans = append(m.Spans, at)
		case !inside && strings.TrimSpace(line) != "":
			m.Spans = append(m.Spans, at)
		case inside:
			for _, quote := range []string{`"""`, "'''"} {
				if strings.Count(line, quote)%2 == 1 && (quoted == "" || quoted == quote) {
					if quoted == "" {
						quoted = quote
					} else {
						quoted = ""
					}
				}
			}
		}
		return true
	})
	// A program whose text happens to have ``` in it begins as a program does.
	first := strings.TrimSpace(text)
	if !fenced || strings.HasPrefix(first, "import ") || strings.HasPrefix(first, "from ") || strings.HasPrefix(first, "#") && !strings.Contains(text, "\n```") {
		if !strings.HasPrefix(first, "```") {
			return Margin{}
		}
	}
	return m
}

// prompts finds >>> and ..., and In [1]: and ...:, and takes the lines of a console
// that have none for what it answered.
func prompts(text string) Margin {
	if !strings.Contains(text, ">>>") && !strings.Contains(text, "In [") {
		return Margin{}
	}
	m := Margin{Kind: Prompts}
	begun, console := false, false
	eachLine(text, func(at Span) bool {
		line := text[at.Start:at.End]
		width := promptWidth(line)
		if !begun && strings.TrimSpace(line) == "" {
			return true
		}
		if !begun && width == 0 {
			return false // no console
		}
		if !begun {
			begun, console = true, strings.HasPrefix(strings.TrimLeft(line, " "), ">>>")
		}
		switch {
		case width > 0:
			m.Spans = append(m.Spans, Span{at.Start, at.Start + width})
		case strings.TrimSpace(line) == "":
		case console || strings.HasPrefix(line, "Out["):
			m.Spans = append(m.Spans, at) // what it answered
		}
		return true
	})
	return m
}

// promptWidth is how wide the prompt of a line is, 0 for none.
func promptWidth(line string) int {
	rest := strings.TrimLeft(line, " ")
	indent := len(line) - len(rest)
	for _, prompt := range []string{">>>", "...:", "..."} {
		if after, ok := strings.CutPrefix(rest, prompt); ok && (after == "" || after[0] == ' ') {
			return indent + len(prompt) + min(len(after), 1)
		}
	}
	if after, ok := strings.CutPrefix(rest, "In ["); ok {
		digits := len(after) - len(strings.TrimLeft(after, "0123456789 *"))
		if after = after[digits:]; strings.HasPrefix(after, "]:") {
			width := indent + len("In [") + digits + len("]:")
			return width + min(len(after)-2, 1)*boolInt(strings.HasPrefix(after[2:], " "))
		}
	}
	return 0
}

func boolInt(b bool) int {
	if b {
		return 1
	}
	return 0
}

// lineNumbers finds numbers that count the lines.
func lineNumbers(text string) Margin {
	m := Margin{Kind: LineNumbers}
	want, blank := -1, false
	eachLine(text, func(at Span) bool {
		line := text[at.Start:at.End]
		rest := strings.TrimLeft(line, " \t")
		digits := len(rest) - len(strings.TrimLeft(rest, "0123456789"))
		if digits == 0 || digits > 5 {
			blank = blank || rest != ""
			return rest == "" // an empty line may have lost its number
		}
		n := 0
		for _, c := range rest[:digits] {
			n = n*10 + int(c-'0')
		}
		if want >= 0 && n != want {
			blank = true
			return false
		}
		want = n + 1
		after := rest[digits:]
		width := len(line) - len(after)
		switch {
		case after == "":
		case after[0] == ':' || after[0] == '|' || after[0] == '.' || after[0] == ')':
			width++
			if strings.HasPrefix(after[1:], " ") {
				width++
			}
		case after[0] == ' ' || after[0] == '\t':
			width++
		default:
			blank = true
			return false
		}
		m.Spans = append(m.Spans, Span{at.Start, at.Start + width})
		return true
	})
	if blank || len(m.Spans) < 3 {
		return Margin{}
	}
	return m
}
