package experiment

import "testing"

// TestNothingInALinkIsSwallowed: a key that the page does not know is told, with
// the one that may be meant, but for those that merely follow the reader.
func TestNothingInALinkIsSwallowed(t *testing.T) {
	for fragment, want := range map[string][]string{
		"w=0&epoch=100":               {"misspelt_in_link epoch epochs"},
		"Epochs=100":                  {"misspelt_in_link Epochs epochs"},
		"neurons=3":                   {"unknown_in_link neurons "},
		"section-3":                   {"unknown_in_link section-3 "},
		"zza=1&zzb=2&zzc=3&zzd=4":     {"unknown_in_link zza ", "unknown_in_link zzb ", "unknown_in_link zzc "},
		"w=0&utm_source=letter&_gl=1": nil, "fbclid=IwAR0&gclid=1&mc_cid=2&si=x": nil,
		"": nil, "&&=1&": nil, "w=0&&b=0&": nil,
	} {
		_, problems := Decode(fragment)
		if len(problems) != len(want) {
			t.Errorf("#%s: %v, want %q", fragment, problems, want)
			continue
		}
		for i, p := range problems {
			if got := p.Code + " " + p.Args["text"] + " " + p.Args["nearest"]; got != want[i] {
				t.Errorf("#%s: %q, want %q", fragment, got, want[i])
			}
		}
	}
	if e, _ := Decode("nonsense=1&epochs=7&more"); e.Epochs != 7 {
		t.Errorf("beside a key that is not known epochs is %d, want 7", e.Epochs)
	}
}
