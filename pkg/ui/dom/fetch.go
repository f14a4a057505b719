package dom

import "github.com/maxence-charriere/go-app/v10/pkg/app"

// Fetched fetches a file of the site and reads it by a method of the response.
func Fetched(name, method string, done func(content app.Value, ok bool)) {
	settled(app.Window().Call("fetch", name), func(response app.Value, ok bool) {
		if !ok || !response.Get("ok").Bool() {
			done(nil, false)
			return
		}
		settled(response.Call(method), done)
	})
}

// settled waits for a promise, whichever way it ends.
func settled(promise app.Value, done func(v app.Value, ok bool)) {
	var kept, broken app.Func
	end := func(ok bool) app.Func {
		return app.FuncOf(func(_ app.Value, args []app.Value) any {
			kept.Release()
			broken.Release()
			done(args[0], ok)
			return nil
		})
	}
	kept, broken = end(true), end(false)
	promise.Call("then", kept, broken)
}
