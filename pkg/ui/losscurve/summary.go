package losscurve

import (
	"strconv"

	"firstneuron/pkg/session"
	"firstneuron/pkg/ui/format"
	"firstneuron/pkg/ui/i18n"
)

// pointed returns the record that the learner reads: under the pointer, else the one
// that is shown.
func (p *Strip) pointed() (session.Record, bool) {
	if !p.Timeline.Last().Logged() {
		return session.Record{}, false
	}
	if p.Pointed < 0 {
		return p.Shown, p.Shown.Logged()
	}
	record := p.Timeline.At(p.Pointed)
	if !record.Logged() { // epoch 0; the next one has a loss
		record = p.Timeline.Record(1)
	}
	return record, true
}

// readout returns the values of the epoch that the learner points at or that is shown.
func (p *Strip) readout() string {
	if record, ok := p.pointed(); ok {
		return p.values(record)
	}
	return ""
}

// values returns the values of a record as a text.
func (p *Strip) values(record session.Record) string {
	text := i18n.For(p.Lang).Text
	said := text("loss.readout", "epoch", strconv.Itoa(record.Epoch), "loss", format.Loss(record.Loss))
	if record.Validated {
		said += ", val_loss " + format.Loss(record.Validation)
	}
	if record.Measured {
		said += ", " + p.Metric + " " + format.Loss(record.Metric)
	}
	return said
}

// summary describes the picture in words.
func (p *Strip) summary() string {
	text := i18n.For(p.Lang).Text
	last := p.Timeline.Last()
	if !last.Logged() {
		return text("loss.none")
	}
	first := p.Timeline.Record(1)
	summary := text("loss.summary",
		"from", strconv.Itoa(first.Epoch), "first", format.Loss(first.Loss),
		"to", strconv.Itoa(last.Epoch), "last", format.Loss(last.Loss))
	for _, k := range p.Kept {
		if last := k.Timeline.Last(); last.Logged() {
			summary += " " + text("loss.summary_run", "name", k.Name, "to", strconv.Itoa(last.Epoch), "last", format.Loss(last.Loss))
		}
	}
	if record, ok := p.pointed(); ok {
		summary += " " + p.values(record) + "."
	}
	if last.Validated {
		summary += " " + text("loss.summary_validation", "last", format.Loss(last.Validation))
	}
	return summary
}
