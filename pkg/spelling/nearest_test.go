package spelling_test

import (
	"strings"
	"testing"

	"firstneuron/pkg/spelling"
)

func TestNearest(t *testing.T) {
	names := []string{"sgd", "adam", "adamax", "CosineDecay"}
	for word, want := range map[string]string{
		"sdg": "sgd", "Adam": "adam", "adamx": "adam", "ADAMAXX": "adamax", "cosinedecay": "CosineDecay", "": "sgd",
		strings.Repeat("x", 1000): "adamax",
	} {
		if got := spelling.Nearest(word, names); got != want {
			t.Errorf("Nearest(%.20q) = %q, want %q", word, got, want)
		}
	}
	if got := spelling.Nearest("sgd", nil); got != "" {
		t.Errorf("Nearest among no names = %q, want none", got)
	}
}

func TestNearNamesOnlyWhatCanBeMeant(t *testing.T) {
	names := []string{"epochs", "lr", "batch", "momentum", "w"}
	for word, want := range map[string]string{
		"epoch": "epochs", "Epochs": "epochs", "epocsh": "epochs", "momentun": "momentum", "bacth": "batch",
		"decay": "", "workers": "", "x": "", "ls": "", "dict": "", "": "", "zzzzzzzzzzzzzz": "",
	} {
		if got := spelling.Near(word, names); got != want {
			t.Errorf("Near(%q) = %q, want %q", word, got, want)
		}
	}
	if got := spelling.Near("epochs", nil); got != "" {
		t.Errorf("Near among no names is %q", got)
	}
}
