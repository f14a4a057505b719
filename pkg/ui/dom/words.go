package dom

// Words returns the file of the language that boot.js has fetched beside the program.
func Words() string { return window().Get("firstneuronWords").Text() }

// LoadWords fetches the file of a language: web/words.js.
func LoadWords(lang string, done func(file string, ok bool)) {
	settled(window().Call("firstneuronLoadWords", lang), func(file Value, ok bool) { done(file.Text(), ok) })
}
