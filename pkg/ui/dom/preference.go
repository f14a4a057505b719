package dom

// preferencePrefix keeps the page's keys apart from those of its origin.
const preferencePrefix = "firstneuron."

// Stored returns a stored preference, "" when there is none. Storage is a comfort
// only: boot.js replaces a forbidden one by one that forgets.
func Stored(name string) string {
	return window().Get("localStorage").Call("getItem", preferencePrefix+name).Text()
}

// Store keeps a preference for the next visit, where the browser can: storage may
// be full or forbidden.
func Store(name, value string) {
	window().Get("localStorage").Call("setItem", preferencePrefix+name, value)
}

// Languages returns the languages that the browser prefers, best first.
func Languages() []string {
	languages := window().Get("navigator").Get("languages")
	tags := make([]string, languages.Length())
	for i := range tags {
		tags[i] = languages.Index(i).Text()
	}
	return tags
}

// Fingers reports whether the learner points with a finger first, as on a phone or
// a tablet.
func Fingers() bool {
	return window().Call("matchMedia", "(pointer: coarse)").Get("matches").Flag()
}

// ReducedMotion reports whether the learner has asked for less motion.
func ReducedMotion() bool {
	return window().Call("matchMedia", "(prefers-reduced-motion: reduce)").Get("matches").Flag()
}
