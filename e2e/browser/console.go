package browser

import (
	"encoding/json"
	"fmt"
	"strings"

	"firstneuron/e2e/watch"

	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/runtime"
)

// listen returns what is called with every event of the tab, on the goroutine
// that reads them: it only takes notes.
func listen(c *watch.Console) func(event any) {
	return func(event any) { note(c, event) }
}

func note(c *watch.Console, event any) {
	switch e := event.(type) {
	case *runtime.EventConsoleAPICalled:
		parts := make([]string, 0, len(e.Args))
		for _, arg := range e.Args {
			parts = append(parts, remoteText(arg))
		}
		c.Add(fmt.Sprintf("console.%s: %s", e.Type, strings.Join(parts, " ")))
	case *runtime.EventExceptionThrown:
		d := e.ExceptionDetails
		text := d.Text
		if d.Exception != nil {
			text += " " + d.Exception.Description
		}
		c.Add(fmt.Sprintf("exception: %s (%s:%d)", text, d.URL, d.LineNumber+1))
	case *log.EventEntryAdded:
		c.Add(fmt.Sprintf("%s %s: %s (%s)", e.Entry.Source, e.Entry.Level, e.Entry.Text, e.Entry.URL))
	}
}

// AllowConsole lets messages that contain the text pass: the test provokes them.
func (p *Page) AllowConsole(part string) { p.console.Allow(part) }

// Console returns the messages so far that no [Page.AllowConsole] foresaw.
func (p *Page) Console() []string { return p.console.Unexpected() }

func remoteText(o *runtime.RemoteObject) string {
	var s string
	if o.Type == runtime.RemoteObjectTypeString && json.Unmarshal(o.Value, &s) == nil {
		return s
	}
	if o.Description != "" {
		return o.Description
	}
	return string(o.Value)
}
