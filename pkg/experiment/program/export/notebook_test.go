package export

import (
	"encoding/json"
	"strings"
	"testing"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/experiment/program"
	"firstneuron/pkg/experiment/script"
)

// TestNotebooksHoldTheProgram: the cells are the program.
func TestNotebooksHoldTheProgram(t *testing.T) {
	// The last is one cell, for all its empty lines.
	text := script.Keras(experiment.Default()) + "\nprint(\"a\\tb \\\\ 한글\")\n" +
		"\ndef f():\n    a = 1\n\n    return [\n\n        a]\ntry:\n    f()\n\nexcept ValueError:\n    pass\n\nfinally:\n    f(\"\"\"\n\nx\"\"\")\n"
	var notebook struct {
		Cells []struct {
			ID     string
			Type   string `json:"cell_type"`
			Source []string
		}
		Format int `json:"nbformat"`
	}
	if err := json.Unmarshal([]byte(Notebook(program.Paragraphs(text))), &notebook); err != nil {
		t.Fatal(err)
	}
	var cells []string
	for _, cell := range notebook.Cells {
		cells = append(cells, strings.Join(cell.Source, ""))
	}
	if got := strings.Join(cells, "\n\n") + "\n"; got != text || notebook.Format != 4 || len(cells) != 6 || notebook.Cells[0].Type != "code" {
		t.Errorf("the notebook has %d cells:\n%s\nwant\n%s", len(cells), got, text)
	}
}
