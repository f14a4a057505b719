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

// Axe checks the page with axe-core, whose source is given, by all of its rules
// unless some are named. The source enters
// by the debugging protocol, so the page's content security policy does not
// concern it.
func (p *Page) Axe(source string, rules ...string) []Violation {
	p.tb.Helper()
	only := "undefined"
	if len(rules) > 0 {
		only = fmt.Sprintf("%q.split(',')", strings.Join(rules, ","))
	}
	var found []Violation
	p.try("axe", func(ctx context.Context) error {
		if _, err := evaluate[bool](ctx, p, "window.axe ? true : (() => {"+source+"\nreturn true})()"); err != nil {
			return err
		}
		var err error
		found, err = evaluate[[]Violation](ctx, p, `window.axe.run(document, {resultTypes: ["violations"], selectors: false, preload: false, runOnly: `+only+`}).then((r) =>
			r.violations.map((v) => ({
				Rule: v.id, Impact: String(v.impact), Help: v.help,
				Elements: v.nodes.map((n) => n.html.slice(0, 200) + " " + (n.any[0]?.message ?? n.failureSummary ?? "")),
			})))`)
		return err
	})
	return found
}
