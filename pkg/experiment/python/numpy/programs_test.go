package numpy_test

import (
	"encoding/json"
	"os"
	"strings"
	"testing"
)

// TestPrograms compares what whole programs print with what Python prints.
func TestPrograms(t *testing.T) {
	text, err := os.ReadFile("testdata/programs.json")
	if err != nil {
		t.Fatal(err)
	}
	var fixture struct {
		Rows []struct{ Text, Printed string }
	}
	if err := json.Unmarshal(text, &fixture); err != nil {
		t.Fatal(err)
	}
	if len(fixture.Rows) < 15 {
		t.Fatalf("%d programs, want 15", len(fixture.Rows))
	}
	for _, row := range fixture.Rows {
		printed, _, err := run(row.Text)
		if err != nil {
			t.Errorf("%s\nends with %v", row.Text, err)
			continue
		}
		got, want := strings.Split(printed, "\n"), strings.Split(row.Printed, "\n")
		for i := range max(len(got), len(want)) {
			if i >= len(got) || i >= len(want) || got[i] != want[i] {
				t.Errorf("%s\nprints from line %d on\n%s\nwant\n%s", row.Text, i+1, strings.Join(got[min(i, len(got)):], "\n"), strings.Join(want[min(i, len(want)):], "\n"))
				break
			}
		}
	}
}
