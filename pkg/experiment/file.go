package experiment

import (
	"strconv"
	"strings"
)

// fileFirstLine begins the file of an experiment.
const fileFirstLine = "First Neuron experiment 1"

// EncodeFile writes an experiment as a file: the pairs of its link, one a line,
// and all its data in plain sight, however much.
func EncodeFile(e Experiment) string {
	return fileFirstLine + "\n" + encode(e, "\n", true) + "\n"
}

// DecodeFile reads what [EncodeFile] writes, or what was written by hand in the
// same form. Like [Decode] it reports what it cannot read; of a text that is no
// such file ok is false.
func DecodeFile(text string) (e Experiment, problems []*Problem, ok bool) {
	if len(text) > MaxPaste {
		return Default(), []*Problem{FileTooLong(len(text))}, false
	}
	text = strings.ReplaceAll(strings.TrimPrefix(text, "\ufeff"), "\r\n", "\n")
	first, rest, _ := strings.Cut(text, "\n")
	if Trim(first) != fileFirstLine {
		return Default(), []*Problem{NewProblem("not_a_file", "first", fileFirstLine)}, false
	}
	e, problems = decode(Default(), cutPairs(rest, "\n"))
	return e, problems, true
}

// IsFile reports whether a text is such a file, as far as its first line tells.
func IsFile(text string) bool {
	return strings.HasPrefix(strings.TrimPrefix(text, "\ufeff"), fileFirstLine)
}

// FileTooLong is the problem of a file of more than [MaxPaste] bytes.
func FileTooLong(size int) *Problem { return FileOver(size, MaxPaste) }

// FileOver is the problem of a file of more bytes than some limit.
func FileOver(size, limit int) *Problem {
	return NewProblem("file_too_long", "size", strconv.Itoa(size), "limit", strconv.Itoa(limit))
}
