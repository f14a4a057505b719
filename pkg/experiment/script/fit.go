package script

import (
	"strconv"
	"strings"

	"firstneuron/pkg/experiment"
)

// EarlyStopping is Keras's name of the callback that the page knows; StopClass that of the
// one that stops at a loss, which Keras has not.
const (
	EarlyStopping = "EarlyStopping"
	StopClass     = "StopAtLoss"
)

func (w *Writer) fit(m *marked) {
	n := w.Names
	more := []func(){func() { m.says("epochs="+strconv.Itoa(w.Epochs), "epochs") }}
	long := n.Model + ".fit(" + w.inputs(n.Xs) + ", " + n.Ys + ", epochs=" + strconv.Itoa(w.Epochs)
	add := func(text, key string) {
		more = append(more, func() { m.says(text, key) })
		long += ", " + text
	}
	if w.Batch != experiment.Default().Batch {
		add("batch_size="+strconv.Itoa(w.Batch), "batch")
	}
	if !w.Shuffle {
		add("shuffle=False", "shuffle")
	}
	if w.Validation != 0 {
		add("validation_split="+PythonNumber(w.Validation, false), "validation")
	}
	var callbacks []string
	key := "" // of the first of them
	if w.Patience > 0 {
		monitor := "val_loss"
		if w.Validation == 0 {
			monitor = "loss"
		}
		callbacks = append(callbacks, n.Keras+".callbacks."+EarlyStopping+`(monitor="`+monitor+`", patience=`+strconv.Itoa(w.Patience)+")")
		key = "patience"
	}
	if w.StopLoss > 0 {
		callbacks = append(callbacks, StopClass+"()")
	}
	if len(callbacks) > 0 {
		more = append(more, func() {
			m.WriteString("callbacks=[")
			if key != "" {
				m.says(callbacks[0], key)
			} else {
				m.WriteString(callbacks[0])
			}
			for _, callback := range callbacks[1:] {
				m.WriteString(", " + callback)
			}
			m.WriteByte(']')
		})
		long += ", callbacks=[" + strings.Join(callbacks, ", ") + "]"
	}
	begin, between, end := "", ", ", ")"
	if len(more) > 1 && len(long)+1 > LineWidth {
		begin, between, end = "\n    ", ",\n    ", ",\n)"
	}
	m.WriteString(n.Model + ".fit(" + begin + w.inputs(n.Xs) + between + n.Ys)
	for _, argument := range more {
		m.WriteString(between)
		argument()
	}
	m.WriteString(end)
	m.mark(0, "fit")
}
