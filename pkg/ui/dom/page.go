package dom

// Page is what the whole document has to know: the tag of its language and the direction of
// its script, its theme, "" for the system's, and how it is laid out.
type Page struct {
	Lang, Dir, Theme   string
	Embed, Transparent bool
	Present            bool
}

// Show tells the document, unless it knows: to set its language again, even to
// the same, makes browsers compute the style of every element.
func (p *Page) Show(wanted Page) {
	if *p == wanted {
		return
	}
	*p = wanted
	root := document().Get("documentElement")
	root.Set("lang", p.Lang)
	root.Set("dir", p.Dir)
	root.Call("toggleAttribute", "data-embed", p.Embed)
	root.Call("toggleAttribute", "data-transparent", p.Transparent)
	root.Call("toggleAttribute", "data-present", p.Present)
	if p.Theme == "" {
		root.Call("removeAttribute", "data-theme")
		return
	}
	root.Call("setAttribute", "data-theme", p.Theme)
}
