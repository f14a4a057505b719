package ui

import "github.com/maxence-charriere/go-app/v10/pkg/app"

// codeListing shows code in colours, each line in a div, and highlights some lines.
type codeListing struct {
	app.Compo

	Code    string
	Comment string
	// First and Last are the first and last highlighted line, from 1; 0 for none.
	First, Last int
	// Wrong are the lines that have a problem.
	Wrong []int
}

func (l *codeListing) Render() app.UI {
	lines := highlightSyntax(l.Code, l.Comment)
	wrong := make(map[int]bool, len(l.Wrong))
	for _, line := range l.Wrong {
		wrong[line] = true
	}
	return app.Div().Class("listing").Body(
		app.Range(lines).Slice(func(i int) app.UI {
			class := "code-line"
			if l.First <= i+1 && i+1 <= l.Last {
				class += " told"
			}
			if wrong[i+1] {
				class += " mistaken"
			}
			marks := lines[i]
			return app.Div().Class(class).Body(
				app.Range(marks).Slice(func(k int) app.UI {
					return app.Elem("span").Class("code-" + marks[k].Class).Text(marks[k].Text)
				}),
			)
		}),
	)
}
