package program

import (
	"strconv"
	"strings"
)

// notebookCells returns the program of a notebook as Jupyter and Colab save it: its code
// cells, one after the other with an empty line between. ok is false for any other text.
func notebookCells(text string) (program string, ok bool) {
	trimmed := strings.TrimSpace(strings.TrimPrefix(text, "\ufeff"))
	if !strings.HasPrefix(trimmed, "{") || !strings.Contains(trimmed, `"cells"`) || !strings.Contains(trimmed, `"cell_type"`) {
		return "", false
	}
	p := &jsonReader{text: trimmed}
	v := p.value(0)
	if p.failed {
		return "", false
	}
	root, _ := v.(map[string]any)
	list, found := root["cells"].([]any)
	if !found {
		return "", false
	}
	var cells []string
	for _, c := range list {
		cell, _ := c.(map[string]any)
		if cell["cell_type"] != "code" {
			continue
		}
		var b strings.Builder
		switch source := cell["source"].(type) {
		case string:
			b.WriteString(source)
		case []any:
			for _, line := range source {
				if s, ok := line.(string); ok {
					b.WriteString(s)
				}
			}
		}
		if cell := strings.Trim(b.String(), "\n"); strings.TrimSpace(cell) != "" {
			cells = append(cells, cell)
		}
	}
	return strings.Join(cells, "\n\n") + "\n", true
}

// jsonReader reads JSON. Package encoding/json would make the page's program larger
// than all of this package.
type jsonReader struct {
	text   string
	at     int
	failed bool
}

// maxJSONDepth is deeper than any notebook nests.
const maxJSONDepth = 50

func (p *jsonReader) space() {
	for p.at < len(p.text) && strings.IndexByte(" \t\r\n", p.text[p.at]) >= 0 {
		p.at++
	}
}

func (p *jsonReader) take(c byte) bool {
	p.space()
	if p.at < len(p.text) && p.text[p.at] == c {
		p.at++
		return true
	}
	return false
}

// value reads a text, a list or an object; of numbers and words it keeps nothing.
func (p *jsonReader) value(depth int) any {
	p.space()
	if p.failed || p.at >= len(p.text) || depth > maxJSONDepth {
		p.failed = true
		return nil
	}
	switch c := p.text[p.at]; c {
	case '"':
		return p.string()
	case '[':
		p.at++
		var list []any
		for !p.take(']') && !p.failed {
			list = append(list, p.value(depth+1))
			if !p.take(',') && (p.at >= len(p.text) || p.text[p.at] != ']') {
				p.failed = true
			}
		}
		return list
	case '{':
		p.at++
		object := map[string]any{}
		for !p.take('}') && !p.failed {
			p.space()
			if p.at >= len(p.text) || p.text[p.at] != '"' {
				p.failed = true
				break
			}
			key := p.string()
			if !p.take(':') {
				p.failed = true
				break
			}
			object[key] = p.value(depth + 1)
			if !p.take(',') && (p.at >= len(p.text) || p.text[p.at] != '}') {
				p.failed = true
			}
		}
		return object
	}
	start := p.at
	for p.at < len(p.text) && strings.IndexByte(",]} \t\r\n", p.text[p.at]) < 0 {
		p.at++
	}
	p.failed = p.failed || start == p.at
	return nil
}

func (p *jsonReader) string() string {
	start := p.at
	for p.at++; p.at < len(p.text) && p.text[p.at] != '"'; p.at++ {
		if p.text[p.at] == '\\' {
			p.at++
		}
	}
	if p.at >= len(p.text) {
		p.failed = true
		return ""
	}
	p.at++
	raw := p.text[start:p.at]
	if !strings.Contains(raw, `\`) {
		return raw[1 : len(raw)-1]
	}
	return jsonText(raw[1 : len(raw)-1])
}

// jsonText returns what a text with escapes stands for.
func jsonText(raw string) string {
	var b strings.Builder
	for i := 0; i < len(raw); i++ {
		if raw[i] != '\\' || i+1 >= len(raw) {
			b.WriteByte(raw[i])
			continue
		}
		i++
		switch c := raw[i]; c {
		case 'n':
			b.WriteByte('\n')
		case 't':
			b.WriteByte('\t')
		case 'r', 'b', 'f':
		case 'u':
			r, ok := hexRune(raw, i+1)
			if i += 4; ok && r >= 0xd800 && r < 0xdc00 && strings.HasPrefix(raw[min(i+1, len(raw)):], `\u`) {
				if low, ok := hexRune(raw, i+3); ok {
					r = 0x10000 + (r-0xd800)<<10 + (low - 0xdc00)
					i += 6
				}
			}
			b.WriteRune(r)
		default:
			b.WriteByte(c)
		}
	}
	return b.String()
}

func hexRune(raw string, at int) (rune, bool) {
	if at+4 > len(raw) {
		return '\ufffd', false
	}
	n, err := strconv.ParseUint(raw[at:at+4], 16, 32)
	return rune(n), err == nil
}
