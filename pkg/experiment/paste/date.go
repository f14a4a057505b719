package paste

import (
	"strings"
	"unicode"
)

// isDate reports whether a cell is a day, a month or a time of day: 2024-01-05,
// 5.1.2024, Jan 2024, 12:30. It is no number, though it has some.
func isDate(s string) bool {
	if len(s) < 4 || len(s) > 40 {
		return false
	}
	var numbers []string
	var marks []byte
	var text []byte
	for i := 0; i < len(s); {
		switch n := digitsAtStart(s[i:]); {
		case n > 0:
			numbers = append(numbers, s[i:i+n])
			i += n
		case s[i] >= 0x80 || unicode.IsLetter(rune(s[i])):
			text = append(text, s[i])
			i++
		default:
			marks = append(marks, s[i])
			text = append(text, ' ')
			i++
		}
	}
	words := string(text)
	if len(numbers) == 0 {
		return false
	}
	if year := strings.TrimSpace(words); len(numbers) == 1 && len(numbers[0]) == 4 && (year == "년" || year == "年") {
		return false // a year alone counts
	}
	if strings.Contains(words, "년") || strings.Contains(words, "월") || strings.Contains(words, "年") {
		return true
	}
	if hasMonth(words) {
		return true
	}
	if len(numbers) < 2 || len(marks) == 0 {
		return false
	}
	if marks[0] == ':' { // a time of day
		return len(numbers[0]) <= 2 && len(numbers[1]) == 2 && (len(marks) == 1 || marks[1] == ':' || marks[1] == ' ' || marks[1] == '.')
	}
	if len(numbers) < 3 || len(marks) < 2 {
		// 2024-01, and 2024/01
		return len(numbers) == 2 && len(marks) == 1 && (marks[0] == '-' || marks[0] == '/') && len(numbers[0]) == 4 && len(numbers[1]) == 2 && isBetween(numbers[1], 1, 12) && words == " "
	}
	if !isDigit(s[0]) || marks[0] != marks[1] || marks[0] != '-' && marks[0] != '/' && marks[0] != '.' {
		return false
	}
	year, day := numbers[0], numbers[2]
	if len(year) != 4 {
		year, day = numbers[2], numbers[0]
	}
	return (len(year) == 4 || len(year) == 2 && marks[0] != '.') && len(numbers[1]) <= 2 && isBetween(numbers[1], 1, 31) && isBetween(day, 1, 31)
}

func isBetween(digits string, low, high int) bool {
	v := 0
	for i := range len(digits) {
		v = min(10*v+int(digits[i]-'0'), 1000)
	}
	return low <= v && v <= high
}

// hasMonth reports whether one of some words is a month of the English calendar.
func hasMonth(words string) bool {
	for word := range strings.FieldsSeq(words) {
		word = strings.ToLower(word)
		for _, month := range [...]string{"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"} {
			if word == month || word == month[:3] {
				return true
			}
		}
	}
	return false
}

// isTime reports whether a cell is a time of day, or one of a stopwatch: 08:00, 1:05.2.
func isTime(s string) bool {
	return isDate(s) && strings.Contains(s, ":") && strings.Trim(s, "0123456789:., ") == ""
}
