package dom

// Words returns the file of the language that boot.js has fetched beside the program.
func Words() string { return window().Get("firstneuronWords").Text() }

// PageLanguage returns the language of the page's own address, such as /ko/, "" for none.
func PageLanguage() string { return window().Get("firstneuronPageLang").Text() }

// ForgetPageLanguage has a reload choose the language as any page does: boot.js keeps it
// in the state of the history.
func ForgetPageLanguage() {
	window().Get("history").Call("replaceState", nil, "", window().Get("location").Get("href").Text())
}

// LoadWords fetches the file of a language: web/words.js.
func LoadWords(lang string, done func(file string, ok bool)) {
	settled(window().Call("firstneuronLoadWords", lang), func(file Value, ok bool) { done(file.Text(), ok) })
}
