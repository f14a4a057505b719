package dom

import "testing"

func TestColoursAreReadAsBrowsersComputeThem(t *testing.T) {
	for text, want := range map[string][3]uint8{
		"rgb(23, 32, 42)": {23, 32, 42}, "rgba(255, 255, 255, 0.5)": {255, 255, 255}, "rgb(1 2 3 / 50%)": {1, 2, 3},
		"": {}, "transparent": {}, "rgb(900, -1, x)": {},
	} {
		if got := rgb(text); got != want {
			t.Errorf("rgb(%q) = %v, want %v", text, got, want)
		}
	}
	if light := (Look{Ground: [3]uint8{255, 255, 255}}); light.Dark() {
		t.Error("black on white is dark")
	}
	if dark := (Look{Ink: [3]uint8{255, 255, 255}}); !dark.Dark() {
		t.Error("white on black is not dark")
	}
}
