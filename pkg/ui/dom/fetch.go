package dom

import "github.com/maxence-charriere/go-app/v10/pkg/app"

// FetchList fetches a JSON file of the site that is a list of texts.
func FetchList(name string, done func(texts []string, ok bool)) {
	fetched(name, "json", func(list Value, ok bool) {
		if !ok || !list.IsList() {
			done(nil, false)
			return
		}
		texts := make([]string, list.Length())
		for i := range texts {
			texts[i] = list.Index(i).Text()
		}
		done(texts, true)
	})
}

// FetchBytes fetches a file of the site.
func FetchBytes(name string, done func(data []byte, ok bool)) {
	fetched(name, "arrayBuffer", func(buffer Value, ok bool) {
		bytes := window().Get("Uint8Array").New(buffer)
		if !ok || bytes.Missing() {
			done(nil, false)
			return
		}
		data := make([]byte, bytes.Length())
		ok = attempt(func() { app.CopyBytesToGo(data, bytes.v) })
		done(data, ok)
	})
}

// fetched fetches a file of the site and reads it by a method of the response.
func fetched(name, method string, done func(content Value, ok bool)) {
	settled(window().Call("fetch", name), func(response Value, ok bool) {
		if !ok || !response.Get("ok").Flag() {
			done(Value{}, false)
			return
		}
		settled(response.Call(method), done)
	})
}

// settled waits for a promise, whichever way it ends. What is no promise has
// failed.
func settled(promise Value, done func(v Value, ok bool)) {
	var kept, broken app.Func
	end := func(ok bool) app.Func {
		return callback(func(v Value) {
			kept.Release()
			broken.Release()
			done(v, ok)
		})
	}
	kept, broken = end(true), end(false)
	if _, ok := promise.Try("then", kept, broken); !ok {
		kept.Release()
		broken.Release()
		done(Value{}, false)
	}
}
