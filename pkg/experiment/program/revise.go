package program

import (
	"slices"
	"strings"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/experiment/python"
	"firstneuron/pkg/experiment/script"
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
	before := (&writer{Experiment: &reading.Experiment, Names: reading.names}).Pieces()
	after := (&writer{Experiment: &e, Names: reading.names}).Pieces()
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
	return Read(script.Keras(e), e)
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
	return Read(script.Apply(text, edits), e)
}

// WithWeights returns a program that begins with the page's own initial weights
// of an experiment, which Keras would draw otherwise; a program that has
// something Wrong as it is.
func WithWeights(text string, e experiment.Experiment) string {
	reading := Read(text, e)
	if !reading.OK() {
		return text
	}
	revised := reading.revise((&writer{Experiment: &e, Names: reading.names, Weights: script.InitialLayers(e)}).Pieces(), func(role string) bool { return role == "weights" })
	return imported(revised, e, reading.imports()).Text()
}

// same reports whether two experiments have the same program.
func same(a, b experiment.Experiment) bool {
	return a.SameTraining(b) && a.Predict == b.Predict && slices.Equal(a.Queries, b.Queries)
}

// find returns the text of a role, "" when there is none.
func find(pieces []script.Piece, role string) string {
	for _, p := range pieces {
		if p.Role == role {
			return p.Text
		}
	}
	return ""
}

// revise writes the statements of some roles again. A role that has several
// statements, as a model built with add, keeps only the place of the first.
func (r Reading) revise(pieces []script.Piece, rewrites func(role string) bool) string {
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
			place.xs, place.ys = r.names.Xs, r.names.Ys // which the new lines make
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
			if s.role == p.Role {
				after = max(after, nextLine(r.Program, s.End))
			}
		}
		if written[p.Role] || !rewrites(p.Role) {
			continue
		}
		for _, earlier := range r.statements {
			imported := earlier.role == "keras" || earlier.role == "numpy"
			switch {
			case i == 0:
			case pieces[i-1].Role == "numpy" && imported:
				after = max(after, nextLine(r.Program, earlier.End))
			case pieces[i-1].Role == earlier.role:
				after = nextLine(r.Program, earlier.End)
			}
		}
		prefix := ""
		if after > 0 && !strings.HasSuffix(r.Program[:after], "\n") {
			prefix = "\n"
		}
		edits = append(edits, Edit{Span: python.Span{Start: after, End: after}, Text: prefix + p.Text + "\n"})
	}
	return script.Apply(r.Program, edits)
}

// fitted returns the text of a statement as it belongs in this place: with the names
// that the program uses there, and only the call where it is a part of a statement.
func (s statement) fitted(text string, n script.Names) string {
	if s.role == "fit" && s.model != "" {
		text = strings.Replace(text, n.Model+".fit("+n.Xs+", "+n.Ys, s.model+".fit("+s.xs+", "+s.ys, 1)
		text = strings.Replace(text, n.Model+".fit(\n    "+n.Xs+",\n    "+n.Ys, s.model+".fit(\n    "+s.xs+",\n    "+s.ys, 1)
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
		comments += r.Program[comment.Start:comment.End] + "\n"
	}
	if text == "" {
		start := lineStart(r.Program, at.Start)
		end := nextLine(r.Program, at.End)
		if strings.TrimSpace(r.Program[start:at.Start]) == "" && strings.TrimSpace(r.Program[at.End:end]) == "" {
			at = python.Span{Start: start, End: end}
		} else {
			at.End += len(r.Program[at.End:end]) - len(strings.TrimLeft(r.Program[at.End:end], " \t"))
		}
	}
	return Edit{Span: at, Text: comments + text}
}
