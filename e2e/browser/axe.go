package browser

import (
	"context"
	"fmt"
	"strings"
)

// Violation is a rule of axe-core that the page breaks.
type Violation struct {
	Rule, Impact, Help string
	// Elements are the HTML of the elements concerned, shortened.
	Elements []string
}

// String says which rule is broken, and where.
func (v Violation) String() string {
	return fmt.Sprintf("%s (%s): %s\n\t\t%s", v.Rule, v.Impact, v.Help, strings.Join(v.Elements, "\n\t\t"))
}

// Axe checks the page with axe-core, whose source is given. The source enters
// by the debugging protocol, so the page's content security policy does not
// concern it.
func (p *Page) Axe(source string) []Violation {
	p.tb.Helper()
	var found []Violation
	p.try("axe", func(ctx context.Context) error {
		if _, err := evaluate[bool](ctx, p, "(() => {"+source+"\nreturn true})()"); err != nil {
			return err
		}
		var err error
		found, err = evaluate[[]Violation](ctx, p, `window.axe.run(document, {resultTypes: ["violations"]}).then((r) =>
			r.violations.map((v) => ({
				Rule: v.id, Impact: String(v.impact), Help: v.help,
				Elements: v.nodes.map((n) => n.html.slice(0, 200) + " " + (n.any[0]?.message ?? n.failureSummary ?? "")),
			})))`)
		return err
	})
	return found
}
