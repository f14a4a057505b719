package dom

import "github.com/maxence-charriere/go-app/v10/pkg/app"

// LoadReader loads the program that reads programs: web/reader.js. Done has the function
// that hands a message to it and brings what it answers, which is not ok once it has
// ended.
func LoadReader(done func(ask func(message []byte) (answer []byte, ok bool), ok bool)) {
	settled(window().Call("firstneuronReader"), func(reader Value, ok bool) {
		done(func(message []byte) (answer []byte, ok bool) {
			array := window().Get("Uint8Array").New(len(message))
			if array.Missing() || !attempt(func() { app.CopyBytesToJS(array.v, message) }) {
				return nil, false
			}
			reply := reader.Call("ask", array)
			if reply.Missing() {
				return nil, false
			}
			answer = make([]byte, reply.Length())
			return answer, attempt(func() { app.CopyBytesToGo(answer, reply.v) })
		}, ok)
	})
}
