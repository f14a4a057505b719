package nn_test

import (
	"strings"
	"testing"

	"firstneuron/pkg/nn"
)

// TestPackageCommentListsTheCatalogues: the table of the package comment is what the
// catalogues hold.
func TestPackageCommentListsTheCatalogues(t *testing.T) {
	text, err := sources.ReadFile("doc.go")
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, row := range []struct {
		kind       string
		catalogues []*nn.Catalogue
	}{
		{"layers", []*nn.Catalogue{nn.Layers()}},
		{"activations", []*nn.Catalogue{nn.Activations()}},
		{"initializers", []*nn.Catalogue{nn.Initializers()}},
		{"regularizers", []*nn.Catalogue{nn.Regularizers()}},
		{"constraints", []*nn.Catalogue{nn.Constraints()}},
		{"losses", []*nn.Catalogue{nn.Losses(), nn.FurtherLosses()}},
		{"metrics", []*nn.Catalogue{nn.Metrics(), nn.FurtherMetrics()}},
		{"optimizers", []*nn.Catalogue{nn.Optimizers()}},
		{"schedules", []*nn.Catalogue{nn.Schedules()}},
		{"callbacks", []*nn.Catalogue{nn.Callbacks()}},
	} {
		line := "//\t" + row.kind + strings.Repeat(" ", 13-len(row.kind))
		for _, c := range row.catalogues {
			for _, e := range c.Entries() {
				name := e.Class
				if name == "" {
					name = e.Name
				}
				if len(line)+1+len(name) > 100 {
					b.WriteString(strings.TrimRight(line, " ") + "\n")
					line = "//\t" + strings.Repeat(" ", 13)
				}
				line += name + " "
			}
		}
		b.WriteString(strings.TrimRight(line, " ") + "\n")
	}
	if !strings.Contains(string(text), b.String()) {
		t.Errorf("the table of doc.go is not that of the catalogues, which is\n%s", b.String())
	}
}
