package nn

import (
	"fmt"
	"strconv"
	"strings"
)

// The widths of the columns of Keras's summary table, their padding included.
const (
	nameWidth, shapeWidth, paramWidth = 33, 24, 15
)

// Summary returns the table that Keras's model.summary() prints: a row a layer
// with its output shape and number of parameters, then the totals. After a
// step the optimizer's own numbers count too, as in Keras. For a model whose
// layers do not fit together it returns the text of the error that Compile
// returns.
//
// Source: keras/src/utils/summary_utils.py.
func (m *Sequential) Summary() string {
	if err := m.broken(); err != nil {
		return err.Error()
	}
	var b strings.Builder
	b.WriteString("Model: \"sequential\"\n")
	line := func(left, middle, right, fill string) {
		b.WriteString(left + strings.Repeat(fill, nameWidth) + middle + strings.Repeat(fill, shapeWidth) +
			middle + strings.Repeat(fill, paramWidth) + right + "\n")
	}
	row := func(edge, name, shape, params string) {
		for _, part := range wrapped(name, nameWidth-2) {
			fmt.Fprintf(&b, "%s %s %s %s %s %s %s\n", edge, padded(part, nameWidth-2), edge, padded(shape, shapeWidth-2),
				edge, leftPadded(params, paramWidth-2), edge)
			shape, params = "", ""
		}
	}
	line("┏", "┳", "┓", "━")
	row("┃", "Layer (type)", "Output Shape", "Param #")
	line("┡", "╇", "┩", "━")
	first, names := true, m.names()
	for i, layer := range m.layers {
		if _, isInput := layer.(*Input); isInput {
			continue
		}
		if !first {
			line("├", "┼", "┤", "─")
		}
		first = false
		params := 0
		for _, v := range layer.variables() {
			params += v.size()
		}
		row("│", names[i]+" ("+layer.class()+")", "(None, "+strconv.Itoa(m.widths[i])+")", thousands(params))
	}
	line("└", "┴", "┘", "─")
	all, trainable, optimizer, bytes := len(m.params), len(m.gradients), 0, 0
	if m.optimizerState != nil && m.optimizerState.steps > 0 {
		// The count of steps (an int64), the rate (a float32), and the state.
		optimizer = 2 + len(m.optimizerState.step.state)*trainable
		if o, ok := m.optimizerState.optimizer.(stateCounter); ok {
			optimizer = 2 + o.stateCount(m.trained)
		}
		if _, ok := m.optimizerState.optimizer.(*Nadam); ok {
			optimizer++ // the product of its u
		}
		if m.optimizerState.optimizer.settings().Schedule != nil {
			optimizer-- // the rate is a formula
		}
		optimizer += len(m.optimizerState.gathered) + len(m.optimizerState.averages)
		bytes = 8 + 4*(optimizer-1)
	}
	total := func(name string, count, bytes int) {
		fmt.Fprintf(&b, " %s params: %s (%s)\n", name, thousands(count), memory(bytes))
	}
	wide := 0 // what counts take more
	for _, v := range m.vars {
		if v.whole {
			wide += 4
		}
	}
	total("Total", all+optimizer, 4*all+wide+bytes)
	total("Trainable", trainable, 4*trainable)
	total("Non-trainable", all-trainable, 4*(all-trainable)+wide)
	if optimizer > 0 {
		total("Optimizer", optimizer, bytes)
	}
	return b.String()
}

// wrapped cuts a text between words into lines of at most so many letters; a word
// that is longer is cut itself.
func wrapped(text string, width int) []string {
	var lines []string
	line := ""
	for _, word := range strings.Fields(text) {
		if line != "" && len(line)+1+len(word) > width {
			lines, line = append(lines, line), ""
		}
		if line != "" {
			line += " "
		}
		for line += word; len(line) > width; line = line[width:] {
			lines = append(lines, line[:width])
		}
	}
	return append(lines, line)
}

func padded(text string, width int) string {
	return text + strings.Repeat(" ", max(0, width-len(text)))
}

func leftPadded(text string, width int) string {
	return strings.Repeat(" ", max(0, width-len(text))) + text
}

// thousands writes a count as 1,001,000.
func thousands(n int) string {
	text := strconv.Itoa(n)
	for at := len(text) - 3; at > 0; at -= 3 {
		text = text[:at] + "," + text[at:]
	}
	return text
}

// memory writes a size as 1.25 KB, in powers of 1024.
func memory(bytes int) string {
	v := float64(bytes)
	for _, unit := range []string{"B", "KB", "MB"} {
		if v < 1024 {
			return fmt.Sprintf("%.2f %s", v, unit)
		}
		v /= 1024
	}
	return fmt.Sprintf("%.2f GB", v)
}
