// Package hostile is the corpus of what people, programs and mistakes give to
// the page: links, pastes, programs, values of fields and files. Its own test
// gives it to the readers, the test of the browser gives the same to the page.
package hostile

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// Input is one thing to read. Name says what is wrong with it.
type Input struct{ Name, Text string }

// Markup is what would show in a page that takes a text for HTML: an element
// with the attribute data-hostile, or the property hostile of the window.
const Markup = `<img data-hostile src=x onerror="window.hostile=1">`

// loneSurrogates are halves of characters, written as UTF-8 forbids it.
const (
	loneHigh = "\xed\xa0\xbd"
	loneLow  = "\xed\xb8\x80"
)

// texts are the values that every reader of a text is given.
var texts = []Input{
	{"nothing", ""},
	{"blank", " \t\u00a0\u2003\ufeff\u200b "},
	{"image", Markup},
	{"script", `</textarea></script><script data-hostile>window.hostile=1</script>`},
	{"drawing", `"><svg data-hostile onload="window.hostile=1"><style>*{display:none}</style>`},
	{"address", `javascript:window.hostile=1//`},
	{"entity", `&lt;b&gt;&#x41;&amp;&`},
	{"template", "{{constructor}} ${window.hostile=1} {x} {text} {0}"},
	{"format", "%s %d %v %!x(MISSING) %%"},
	{"turned", "\u202egnp.exe\u202c \u2066x\u2069"},
	{"high surrogate", "a" + loneHigh + "b"},
	{"low surrogate", loneLow},
	{"pair of surrogates", loneHigh + loneLow},
	{"bytes", "\xff\xfe\xc3\x28"},
	{"zero", "a\x00b\x07\x1b[31m\x7f"},
	{"ends of lines", "a\r\nb\rc\u2028d\u2029e\u0085f\vg"},
	{"prototype", "__proto__"},
	{"constructor", "constructor"},
	{"method", "hasOwnProperty"},
	{"marks", "e" + strings.Repeat("\u0301", 500)},
	{"emoji", strings.Repeat("👩‍👩‍👧‍👦", 50)},
	{"one long word", strings.Repeat("W", 1500)},
	{"quotes", `"'` + "`" + `“”‘’«»`},
	{"backslashes", `\u0041\x41\\\n\`},
	{"percent", "%"},
	{"cut escape", "%2"},
	{"no escape", "%zz%u0041"},
	{"escaped zero", "%00%0a%0d%26%3d"},
	{"escaped bytes", "%ff%C3%28%ED%A0%BD"},
	{"undefined", "undefined"},
	{"null", "null"},
	{"object", `{"toString":null,"length":1e9}`},
}

// numbers are the values that every reader of a number is given.
var numbers = []Input{
	{"not a number", "NaN"},
	{"infinite", "Infinity"},
	{"below all", "-Infinity"},
	{"inf", "inf"},
	{"too large", "1e400"},
	{"largest", "1.7976931348623157e308"},
	{"smallest", "5e-324"},
	{"too small", "1e-400"},
	{"minus zero", "-0"},
	{"plus", "+1"},
	{"two signs", "--1"},
	{"sign", "-"},
	{"point", "."},
	{"exponent", "1e"},
	{"two points", "1.2.3"},
	{"hexadecimal", "0x10"},
	{"octal", "010"},
	{"binary", "0b1"},
	{"underscores", "1_000"},
	{"fraction", "1/2"},
	{"part of a hundred", "50%"},
	{"comma", "1,5"},
	{"thousands", "1,234,567"},
	{"dots", "1.234.567"},
	{"spaces", "1 000"},
	{"Swiss", "1'000"},
	{"Arabic digits", "٣٫١٤"},
	{"wide digits", "１２３"},
	{"superscript", "10²"},
	{"typographic minus", "−3"},
	{"roman", "Ⅷ"},
	{"half", "½"},
	{"complex", "1+2j"},
	{"sum", "1+1"},
	{"big integer", "9007199254740993n"},
	{"past int64", "9223372036854775808"},
	{"past uint64", "18446744073709551616"},
	{"many digits", strings.Repeat("9", 400)},
	{"many zeros", strings.Repeat("0", 2000) + "1"},
	{"many decimals", "0." + strings.Repeat("3", 2000)},
	{"large exponent", "1e999999999999"},
	{"small exponent", "1e-999999999999"},
	{"money", "€5"},
	{"date", "2026-01-01"},
	{"letter o", "1O"},
	{"bool", "true"},
}

// repeated is a name with its size, and the piece as often as fits.
func repeated(piece string, size int) Input {
	return Input{fmt.Sprintf("%.12q to %d bytes", piece, size), strings.Repeat(piece, size/len(piece))}
}

// Literal is the text as JavaScript writes it, its lone surrogates included.
func Literal(text string) string {
	var b strings.Builder
	b.WriteByte('"')
	for len(text) > 0 {
		r, size := utf8.DecodeRuneInString(text)
		switch {
		case size == 1 && r == utf8.RuneError && len(text) > 2 && text[0] == 0xed && text[1] >= 0xa0 && text[2]&0xc0 == 0x80:
			fmt.Fprintf(&b, `\u%04x`, 0xd000|int(text[1]&0x3f)<<6|int(text[2]&0x3f))
			size = 3
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r < 0x20 || r == '<' || r == '\u2028' || r == '\u2029' || r == 0x7f:
			fmt.Fprintf(&b, `\u%04x`, r)
		default:
			b.WriteRune(r)
		}
		text = text[size:]
	}
	b.WriteByte('"')
	return b.String()
}
