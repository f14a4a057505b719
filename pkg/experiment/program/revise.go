package program

import (
	"slices"
	"strings"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/experiment/python"
)

// Revise brings a program in step with an experiment: the statements that now
// say something else are written again, and all others stay, with the comments
// and the lines that mean nothing to the page. A program that has something
// Wrong stays as it is.
func Revise(text string, e experiment.Experiment) string { return Revised(text, e).Source() }

// Revised is what the program says that [Revise] writes, which has to be read to
// know that it says the experiment: who needs both does not read it again.
func Revised(text string, e experiment.Experiment) Reading {
	reading := Read(text, e)
	if !reading.OK() || same(reading.Experiment, e) {
		return reading
	}
	known := reading.imports()
	for _, uses := range []bool{false, true} {
		edited := reading.withValues(e, uses)
		if edited == text {
			break
		}
		again := imported(edited, e, known)
		if again.OK() && same(again.Experiment, e) {
			return again
		}
		if again.OK() && uses {
			reading = again
		}
	}
	before := (&writer{&reading.Experiment, reading.names, nil}).pieces()
	after := (&writer{&e, reading.names, nil}).pieces()
	changed := func(role string) bool { return find(before, role) != find(after, role) }
	for _, rewrites := range []func(string) bool{
		changed,
		// Where ys are computed of xs, one does not change without the other.
		func(role string) bool { return changed(role) || role == "xs" || role == "ys" },
		func(role string) bool { return role != "keras" && role != "numpy" },
	} {
		if again := imported(reading.revise(after, rewrites), e, known); again.OK() && same(again.Experiment, e) {
			return again
		}
	}
	return Read(Keras(e), e)
}

// imports counts the libraries that a program uses and does not import.
func (r Reading) imports() int {
	count := 0
	for _, p := range r.Problems {
		if p.Detail.Code == "code_import" {
			count++
		}
	}
	return count
}

// imported reads a revised program, with the imports that its new lines need.
func imported(text string, e experiment.Experiment, before int) Reading {
	reading := Read(text, e)
	if reading.imports() <= before {
		return reading
	}
	var edits []Edit
	for _, p := range reading.Problems {
		if p.Detail.Code == "code_import" {
			edits = append(edits, p.Fix...)
		}
	}
	return Read(Apply(text, edits), e)
}

// WithWeights returns a program that begins with the page's own initial weights
// of an experiment, which Keras would draw otherwise; a program that has
// something Wrong as it is.
func WithWeights(text string, e experiment.Experiment) string {
	reading := Read(text, e)
	if !reading.OK() {
		return text
	}
	revised := reading.revise((&writer{&e, reading.names, InitialLayers(e)}).pieces(), func(role string) bool { return role == "weights" })
	return imported(revised, e, reading.imports()).Text()
}

// same reports whether two experiments have the same program.
func same(a, b experiment.Experiment) bool {
	return a.SameTraining(b) && a.Predict == b.Predict && slices.Equal(a.Queries, b.Queries)
}

// find returns the text of a role, "" when there is none.
func find(pieces []piece, role string) string {
	for _, p := range pieces {
		if p.role == role {
			return p.text
		}
	}
	return ""
}

// revise writes the statements of some roles again. A role that has several
// statements, as a model built with add, keeps only the place of the first.
func (r Reading) revise(pieces []piece, rewrites func(role string) bool) string {
	var edits []Edit
	written := map[string]bool{}
	for _, s := range r.statements {
		if s.role == "" {
			continue
		}
		if !rewrites(s.role) {
			written[s.role] = true
			continue
		}
		text := find(pieces, s.role)
		if written[s.role] {
			text = ""
		}
		written[s.role] = true
		place := s
		if !slices.ContainsFunc(r.statements, func(other statement) bool { return other.role == "xs" }) {
			place.xs, place.ys = r.names.xs, r.names.ys // which the new lines make
		}
		text = place.fitted(text, r.names)
		if result := s.role == "fit" || s.role == "predict" || s.role == "asked" || s.role == "evaluate"; result && text != "" && s.assigned != "" {
			if call, printed := strings.CutPrefix(text, "print("); printed {
				text = strings.TrimSuffix(call, ")")
			}
			text = s.assigned + text
		}
		edits = append(edits, r.replace(s.Span, text))
	}
	after := 0 // where a statement that is not there yet belongs
	for i, p := range pieces {
		for _, s := range r.statements {
			if s.role == p.role {
				after = max(after, nextLine(r.text, s.End))
			}
		}
		if written[p.role] || !rewrites(p.role) {
			continue
		}
		for _, earlier := range r.statements {
			imported := earlier.role == "keras" || earlier.role == "numpy"
			switch {
			case i == 0:
			case pieces[i-1].role == "numpy" && imported:
				after = max(after, nextLine(r.text, earlier.End))
			case pieces[i-1].role == earlier.role:
				after = nextLine(r.text, earlier.End)
			}
		}
		prefix := ""
		if after > 0 && !strings.HasSuffix(r.text[:after], "\n") {
			prefix = "\n"
		}
		edits = append(edits, Edit{python.Span{Start: after, End: after}, prefix + p.text + "\n"})
	}
	return Apply(r.text, edits)
}

// fitted returns the text of a statement as it belongs in this place: with the names
// that the program uses there, and only the call where it is a part of a statement.
func (s statement) fitted(text string, n names) string {
	if s.role == "fit" && s.model != "" {
		text = strings.Replace(text, n.model+".fit("+n.xs+", "+n.ys, s.model+".fit("+s.xs+", "+s.ys, 1)
		text = strings.Replace(text, n.model+".fit(\n    "+n.xs+",\n    "+n.ys, s.model+".fit(\n    "+s.xs+",\n    "+s.ys, 1)
	}
	if s.inner != "" && (s.role == "xs" || s.role == "ys") {
		if _, value, ok := strings.Cut(text, " = "); ok {
			text = s.inner + " = " + value
		}
	}
	if !s.part {
		return text
	}
	if call, printed := strings.CutPrefix(text, "print("); printed {
		return strings.TrimSuffix(call, ")")
	}
	if s.role == "model" || s.role == "xs" || s.role == "ys" {
		_, text, _ = strings.Cut(text, " = ")
	}
	return text
}

// replace returns the edit that puts a text in the place of a statement. The
// comments within it stay, above it; a statement that goes takes its line along
// when nothing else is on it.
func (r Reading) replace(at python.Span, text string) Edit {
	comments := ""
	after := func(comment python.Span, start int) int { return comment.Start - start }
	first, _ := slices.BinarySearchFunc(r.comments, at.Start+1, after)
	for _, comment := range r.comments[first:] {
		if comment.End > at.End {
			break
		}
		comments += r.text[comment.Start:comment.End] + "\n"
	}
	if text == "" {
		start := lineStart(r.text, at.Start)
		end := nextLine(r.text, at.End)
		if strings.TrimSpace(r.text[start:at.Start]) == "" && strings.TrimSpace(r.text[at.End:end]) == "" {
			at = python.Span{Start: start, End: end}
		} else {
			at.End += len(r.text[at.End:end]) - len(strings.TrimLeft(r.text[at.End:end], " \t"))
		}
	}
	return Edit{at, comments + text}
}

// Line returns the lines, from 1, that say a property, the line of the
// statement that would say it where it has its default; 0, 0 for none.
func (r Reading) Line(key string) (first, last int) {
	at, ok := r.places[key]
	if !ok {
		at, ok = r.statementOf(key)
	}
	if !ok {
		return 0, 0
	}
	lines := newLines(r.text)
	return lines.line(at.Start), lines.line(max(at.Start, at.End-1))
}

// roleOf is the role of the statement that says a property.
func roleOf(key string) string {
	part, _, _ := strings.Cut(key, ".")
	switch part {
	case "xs", "ys":
		return part
	case "units", "activation", "layers", "l1", "l2":
		return "model"
	case "seed", "w", "b":
		return "weights"
	case "epochs", "batch", "shuffle", "validation", "patience":
		return "fit"
	case "predict":
		return "predict"
	case "also", "truth":
		return "asked"
	}
	return "compile"
}

// statementOf is the statement of the role of a property; for initial weights
// that are drawn it is the model.
func (r Reading) statementOf(key string) (python.Span, bool) {
	role := roleOf(key)
	for _, wanted := range []string{role, map[string]string{"weights": "model", "asked": "predict"}[role]} {
		for _, s := range r.statements {
			if wanted != "" && s.role == wanted {
				return s.Span, true
			}
		}
	}
	return python.Span{}, false
}

// KeysAt returns the properties that a line says: those of which exactly this
// line, or fewer lines than any other property there, are the place.
func (r Reading) KeysAt(line int) []string {
	var keys []string
	fewest, lines := len(r.text)+1, newLines(r.text)
	consider := func(key string, at python.Span) {
		first, last := lines.line(at.Start), lines.line(max(at.Start, at.End-1))
		if line < first || line > last {
			return
		}
		if n := last - first; n < fewest {
			fewest, keys = n, nil
		}
		if last-first == fewest {
			keys = append(keys, key)
		}
	}
	for key, at := range r.places {
		consider(key, at)
	}
	slices.Sort(keys)
	return keys
}
