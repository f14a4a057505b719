package ui

import (
	"math"
	"time"

	"firstneuron/pkg/protocol"
	"firstneuron/pkg/session"
	"firstneuron/pkg/ui/dom"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// host carries the messages of package protocol between this page and the page
// around it, once that page has said hello.
type host struct {
	port      dom.Value // missing until the hello
	allowance protocol.Allowance
	outbox    *protocol.Outbox
	// dropped counts the messages that were no requests, or too many.
	dropped int
	// flushing says that the outbox will be looked at.
	flushing bool
	release  []func()
}

// join tells the page around this one that it can be asked, and begins to
// listen.
func (h *host) join(ctx app.Context, p *Playground) {
	if !dom.Framed() {
		return
	}
	parent := dom.Parent()
	h.release = append(h.release, dom.HearWindow("message", func(event dom.Value) { h.hello(ctx, p, parent, event) }))
	dom.Post(parent, protocol.Ready(), "*") // says nothing about the learner
}

// hello takes the parent's port. It ignores messages from other windows and other
// protocols.
func (h *host) hello(ctx app.Context, p *Playground, parent, event dom.Value) {
	defer h.survive()
	if !event.Get("source").Same(parent) {
		return
	}
	version, ok := protocol.IsHello(jsValue{event.Get("data")})
	if !ok {
		return
	}
	ports := event.Get("ports")
	if !h.port.Missing() || ports.Length() != 1 {
		h.dropped++
		return
	}
	port := ports.Index(0)
	if version != protocol.Version {
		h.dropped++
		dom.Post(port, protocol.Refused())
		return
	}
	h.port = port
	h.hear(ctx, p)
	dom.Dispatch(ctx, func(ctx app.Context) {
		h.outbox = protocol.NewOutbox(p.machine.Session)
		dom.Post(port, protocol.Welcome())
		h.measure(ctx)
	})
}

// rejoin goes on with the same port on a page made anew.
func (h *host) rejoin(ctx app.Context, p *Playground) {
	h.release, h.flushing = nil, false
	if !dom.Framed() {
		return
	}
	parent := dom.Parent()
	h.release = append(h.release, dom.HearWindow("message", func(event dom.Value) { h.hello(ctx, p, parent, event) }))
	if !h.port.Missing() {
		h.hear(ctx, p)
	}
	if h.outbox != nil {
		h.measure(ctx)
		h.observe(ctx, p.machine.Session)
	}
}

// hear listens to the port.
func (h *host) hear(ctx app.Context, p *Playground) {
	h.release = append(h.release, dom.HearPort(h.port, func(event dom.Value) { h.receive(ctx, p, event) }))
}

// measure tells the host the page's height, once it is drawn.
func (h *host) measure(ctx app.Context) {
	ctx.Defer(func(ctx app.Context) {
		if page := dom.Query(".playground"); !page.Missing() {
			h.release = append(h.release, dom.Resizes(ctx, page, func(ctx app.Context, _, height float64) {
				ctx.PreventUpdate()
				h.outbox.Resized(int(math.Ceil(height)))
				h.flush(ctx, 0)
			}))
		}
	})
}

// receive reads a message at once, so that the page's queue never holds more
// messages than are allowed. The answer is sent in the message's turn.
func (h *host) receive(ctx app.Context, p *Playground, event dom.Value) {
	defer h.survive()
	if !h.allowance.Take(time.Now()) {
		h.dropped++
		return
	}
	request, err := protocol.ReadRequest(jsValue{event.Get("data")})
	if err != nil {
		h.dropped++
		return
	}
	dom.Dispatch(ctx, func(ctx app.Context) {
		messages, failure := request.Messages(p.machine.Session)
		for _, m := range messages {
			p.update(ctx, m)
		}
		var result any
		if failure == nil {
			result, failure = request.Result(p.machine.Session)
		}
		if state, ok := result.(map[string]any); ok && request.Method != "predict" {
			state["dropped"] = h.dropped
		}
		dom.Post(h.port, request.Answer(result, failure))
	})
}

// survive drops a message that made its reader panic: no message from outside may
// end the page.
func (h *host) survive() {
	if recover() != nil {
		h.dropped++
	}
}

// observe queues the events that the host should hear of, and sends them soon.
func (h *host) observe(ctx app.Context, s session.Session) {
	if h.outbox == nil {
		return
	}
	h.outbox.Observe(s)
	h.flush(ctx, 0)
}

// flush sends the events that are due, after an answer that is still to be sent.
func (h *host) flush(ctx app.Context, after time.Duration) {
	if h.flushing {
		return
	}
	h.flushing = true
	dom.Later(ctx, after, func(ctx app.Context) {
		ctx.PreventUpdate()
		h.flushing = false
		events, wait := h.outbox.Due(time.Now())
		for _, event := range events {
			dom.Post(h.port, event)
		}
		if wait >= 0 {
			h.flush(ctx, wait)
		}
	})
}

func (h *host) leave() {
	for _, release := range h.release {
		release()
	}
}

// jsValue lets package protocol read a value of JavaScript.
type jsValue struct{ v dom.Value }

func (j jsValue) Kind() protocol.Kind {
	switch j.v.Type() {
	case app.TypeNull, app.TypeUndefined:
		return protocol.Null
	case app.TypeBoolean:
		return protocol.Bool
	case app.TypeNumber:
		return protocol.Number
	case app.TypeString:
		return protocol.Text
	case app.TypeObject:
		if j.v.IsList() {
			return protocol.List
		}
		return protocol.Object
	}
	return protocol.Other
}

func (j jsValue) Bool() bool { return j.v.Flag() }

// Number returns NaN for a number that is not finite.
func (j jsValue) Number() float64 {
	if number, ok := j.v.Number(); ok {
		return number
	}
	return math.NaN()
}

func (j jsValue) Text() string                  { return j.v.Text() }
func (j jsValue) Size() int                     { return j.v.Length() }
func (j jsValue) Item(i int) protocol.Value     { return jsValue{j.v.Index(i)} }
func (j jsValue) Field(k string) protocol.Value { return jsValue{j.v.Get(k)} }

// Keys returns at most one key more than a message may have, so that protocol sees
// that there are too many.
func (j jsValue) Keys() []string { return j.v.Keys(protocol.MaxValues + 1) }
