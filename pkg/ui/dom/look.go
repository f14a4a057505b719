package dom

import (
	"strconv"
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// Look is the two colours of an element, red, green and blue, as its theme or its
// reader has them.
type Look struct {
	Ink, Ground [3]uint8
	// Forced is set where the reader has chosen them.
	Forced bool
}

// LookOf returns the look of an element.
func LookOf(element Value) Look {
	style := window().Call("getComputedStyle", element)
	return Look{
		Ink: rgb(style.Get("color").Text()), Ground: rgb(style.Get("backgroundColor").Text()),
		Forced: matches("(forced-colors: active)"),
	}
}

// Dark reports whether the ink is lighter than the ground.
func (l Look) Dark() bool {
	sum := func(c [3]uint8) int { return int(c[0]) + int(c[1]) + int(c[2]) }
	return sum(l.Ink) > sum(l.Ground)
}

// rgb reads a colour as browsers compute it: rgb(23, 32, 42).
func rgb(text string) (c [3]uint8) {
	_, text, _ = strings.Cut(text, "(")
	for i, part := range strings.FieldsFunc(text, func(r rune) bool { return r == ',' || r == ' ' || r == ')' || r == '/' }) {
		if v, err := strconv.ParseFloat(part, 64); err == nil && i < len(c) && v >= 0 && v <= 255 {
			c[i] = uint8(v)
		}
	}
	return c
}

func matches(query string) bool { return window().Call("matchMedia", query).Get("matches").Flag() }

// HearLook calls handle when the system's theme changes, or its reader's colours.
func HearLook(ctx app.Context, handle func(app.Context)) (release func()) {
	var releases []func()
	for _, query := range []string{"(prefers-color-scheme: dark)", "(forced-colors: active)"} {
		releases = append(releases, Hear(window().Call("matchMedia", query), "change", func(Value) { Dispatch(ctx, handle) }))
	}
	return func() {
		for _, release := range releases {
			release()
		}
	}
}
