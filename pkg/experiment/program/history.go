package program

import (
	"slices"

	"firstneuron/pkg/experiment/python/eval"
)

// history is the History of a training: of each epoch what was logged.
type history struct {
	r        *reader
	from, to int
	params   eval.Value
}

// maxHistory is how many epochs a program looks at one by one.
const maxHistory = 20_000

// Class returns the name of the type.
func (*history) Class() string { return "History" }

// Attr is history, a list for each name, or epoch.
func (h *history) Attr(t *eval.Thread, name string) (eval.Value, error) {
	unknown := eval.Unknown{Why: eval.Trained, Text: "history", At: t.Here()}
	switch {
	case name == "params":
		return h.params, nil
	case name != "history" && name != "epoch":
		return t.Lacks("History." + name), nil
	case h.r.trained == nil || h.to-h.from > maxHistory || h.r.trained.Epochs <= h.from && h.to > h.from: // of more than were trained
		return unknown, nil
	}
	epochs := &eval.List{}
	logs := eval.NewDict()
	names, _ := h.r.logged(h.from+1, unknown)
	lists := make([]*eval.List, len(names))
	for i, name := range names {
		lists[i] = &eval.List{}
		logs.Put(name, lists[i])
	}
	for epoch := h.from + 1; epoch <= min(h.to, h.r.trained.Epochs); epoch++ {
		known, values := h.r.logged(epoch, unknown)
		for i, name := range names {
			var v eval.Value = unknown
			if k := slices.Index(known, name); k >= 0 {
				v = values[k]
			}
			lists[i].Items = append(lists[i].Items, v)
		}
		epochs.Items = append(epochs.Items, eval.Int{V: int64(epoch - h.from - 1)})
	}
	if name == "epoch" {
		return epochs, nil
	}
	return logs, nil
}
