package ui

import (
	"strconv"

	"firstneuron/pkg/experiment/script"
	"firstneuron/pkg/session"
	"firstneuron/pkg/ui/dom"
	"firstneuron/pkg/ui/i18n"
	"firstneuron/pkg/ui/widget"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// codePanel is the experiment as a program, to be read in four languages and
// edited in one.
type codePanel struct {
	app.Compo

	Lang string
	Tab  session.CodeTab
	Text string
	// Own is set when the learner has typed.
	Own         bool
	First, Last int
	// State is how far the program is read.
	State    session.CodeState
	Problems []*script.Problem
	Locked   bool
	// Copied is the text that the learner last asked to copy.
	Copied session.Copied
	// Dragging is set while something on the chart is dragged.
	Dragging bool
}

func newCodePanel(lang string, s session.Session) *codePanel {
	p := &codePanel{Lang: lang, Tab: s.CodeTab, Text: s.CodeIn(s.CodeTab), Own: s.Code.Own, Locked: s.CodeLocked(), Dragging: s.Dragging(), Copied: s.Copied}
	if p.Tab == session.KerasTab {
		p.State, p.Problems = s.CodeState(), s.Code.Reading.Problems
		p.First, p.Last = s.HighlightedLines()
	}
	return p
}

// codeLanguage is the name, the comment sign and the file ending of a language.
type codeLanguage struct{ name, comment, ending string }

func codeLanguages() [session.CodeTabs]codeLanguage {
	return [session.CodeTabs]codeLanguage{
		{"Keras", "#", ".py"}, {"Go", "//", ".go"}, {"PyTorch", "#", ".py"}, {"TensorFlow.js", "//", ".mjs"},
	}
}

const codePanelID = "code-panel"

func codeTabID(tab session.CodeTab) string { return "code-tab-" + strconv.Itoa(int(tab)) }

func (p *codePanel) Render() app.UI {
	text := i18n.For(p.Lang).Text
	language := codeLanguages()[p.Tab]
	return app.Elem("section").Class("panel code").Aria("labelledby", "code-title").Body(
		app.Div().Class("head").Body(
			app.Elem("h2").ID("code-title").Text(text("code.title")),
			p.tabs(),
		),
		app.Div().ID(codePanelID).Class("code-view").Role("tabpanel").Aria("labelledby", codeTabID(p.Tab)).Body(
			// Each in a place of its own: go-app compares by place.
			app.Div().Class("view").Body(app.If(p.Tab == session.KerasTab, func() app.UI {
				return &codeEditor{
					Lang: p.Lang, Text: p.Text, First: p.First, Last: p.Last, Wrong: p.lines(),
					Invalid: p.wrong(), Explained: len(p.Problems) > 0 || p.State != session.CodeRead, Locked: p.Locked, Dragging: p.Dragging,
				}
			})),
			app.Div().Class("view").Body(app.If(p.Tab != session.KerasTab, func() app.UI {
				return app.Div().Class("reader").TabIndex(0).Role("group").Lang(i18n.English).Attr("translate", "no").
					Aria("label", text("code.in", "language", language.name)).
					Body(&codeListing{Code: p.Text, Comment: language.comment})
			})),
		),
		&codeProblems{Lang: p.Lang, State: p.State, Problems: p.Problems, Locked: p.Locked},
		app.Div().Class("buttons").Body(
			app.Button().Type("button").Text(text("code.copy")).OnClick(p.onCopy),
			p.file("code.download", language.ending, false),
			app.Div().Body(app.If(p.Tab == session.KerasTab, func() app.UI { return p.file("code.download", ".ipynb", true) })),
			app.Div().Body(app.If(p.Own && p.Tab == session.KerasTab && !p.Locked, func() app.UI {
				return app.Button().Type("button").Class("quiet").Text(text("code.rewrite")).OnClick(onRewrite)
			})),
			app.Elem("span").Class("hint").Role("status").Text(p.told()),
		),
	)
}

// told returns whether the code on the screen was copied, as a text.
func (p *codePanel) told() string {
	if p.Copied.From != "" || p.Copied.Text == "" || p.Copied.Text != p.Text {
		return ""
	}
	if !p.Copied.OK {
		return i18n.For(p.Lang).Text("code.not_copied")
	}
	return i18n.For(p.Lang).Text("code.copied")
}

func (p *codePanel) tabs() app.UI {
	languages := codeLanguages()
	return app.Div().Class("tabs").Role("tablist").Aria("label", i18n.For(p.Lang).Text("code.title")).OnKeyDown(p.onKey).Body(
		app.Range(languages[:]).Slice(func(i int) app.UI {
			tab := session.CodeTab(i)
			button := app.Button().ID(codeTabID(tab)).Type("button").Role("tab").Aria("controls", codePanelID).
				Text(languages[i].name).OnClick(widget.Sends(session.CodeTabChosen{Tab: tab}))
			if tab == p.Tab {
				return button.Aria("selected", "true").TabIndex(0)
			}
			return button.Aria("selected", "false").TabIndex(-1)
		}),
	)
}

// onKey goes from tab to tab, as in every list of tabs.
func (p *codePanel) onKey(ctx app.Context, e app.Event) {
	tab := p.Tab
	switch dom.Key(e).Name {
	case "ArrowRight":
		tab = (tab + 1) % session.CodeTabs
	case "ArrowLeft":
		tab = (tab + session.CodeTabs - 1) % session.CodeTabs
	case "Home":
		tab = 0
	case "End":
		tab = session.CodeTabs - 1
	default:
		return
	}
	e.PreventDefault()
	widget.Send(ctx, session.CodeTabChosen{Tab: tab})
	dom.Focus(ctx, codeTabID(tab))
}

func (p *codePanel) file(label, ending string, notebook bool) app.UI {
	return app.Button().Type("button").Text(i18n.For(p.Lang).Text(label, "ending", ending)).
		OnClick(widget.Sends(session.CodeSavePressed{Tab: p.Tab, Ending: ending, Notebook: notebook}))
}

// lines returns the lines that have a problem.
func (p *codePanel) lines() []int {
	var lines []int
	for _, problem := range p.Problems {
		if problem.Severity != script.Note && problem.Detail.Line > 0 {
			lines = append(lines, problem.Detail.Line)
		}
	}
	return lines
}

func onRewrite(ctx app.Context, _ app.Event) {
	widget.Send(ctx, session.CodeRewritten{})
	widget.Refocus(ctx, codeID)
}

func (p *codePanel) wrong() bool {
	for _, problem := range p.Problems {
		if problem.Severity == script.Wrong {
			return true
		}
	}
	return false
}

func (p *codePanel) onCopy(ctx app.Context, _ app.Event) {
	widget.Send(ctx, session.CopyPressed{Text: p.Text})
}
