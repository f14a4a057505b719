package dom

import (
	"fmt"
	"runtime/debug"
	"sync/atomic"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// Try does something of which a mistake must cost no more than that one thing,
// such as the answer to an event. A panic is told in the console. Try reports
// whether there was none.
func Try(do func()) (ok bool) {
	defer func() {
		if cause := recover(); cause != nil {
			tell(cause)
		}
	}()
	do()
	return true
}

// told are the panics that the console has, by what they say: one that comes back
// with every frame is told once.
var told = map[string]bool{}

// tell writes a panic and where it was into the console.
func tell(cause any) {
	what := fmt.Sprint(cause)
	if told[what] {
		return
	}
	told[what] = true
	window().Get("console").Call("error", "First Neuron: "+what+"\n"+string(debug.Stack()))
}

// life counts how often go-app's engine has been started. What was heard for an
// engine of before is for nobody: nothing reads its queue any more, and a full
// queue would block the whole program.
var life atomic.Int32

// Restart lets go of every listener, frame, timer and promise that is waited for.
func Restart() {
	life.Add(1)
	pending.Store(0)
}

// Dispatch has something done on the UI goroutine, in its turn.
func Dispatch(ctx app.Context, handle func(app.Context)) {
	ctx.Dispatch(func(ctx app.Context) { Try(func() { handle(ctx) }) })
}

// MakeRoom sees to it that the page is the first element of the body, whatever
// extensions have put there or taken away: go-app writes over the first one.
func MakeRoom() {
	body := document().Get("body")
	page := body.Query(":scope > .playground")
	if page.Missing() {
		page = document().Call("createElement", "div")
	}
	if !page.Same(body.Get("firstElementChild")) {
		body.Call("prepend", page)
	}
}
