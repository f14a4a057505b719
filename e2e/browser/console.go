package browser

import (
	"encoding/json"
	"fmt"
	"strings"
	"sync"
	"testing"

	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/runtime"
)

// console collects what a page says to a developer: messages, exceptions, and
// the browser's own complaints, violations of the content security policy and
// failed requests among them.
type console struct {
	mu       sync.Mutex
	messages []string
	allowed  []string
}

// listen is called with every event of the tab, on the goroutine that reads
// them, so it only takes notes.
func (c *console) listen(event any) {
	switch e := event.(type) {
	case *runtime.EventConsoleAPICalled:
		parts := make([]string, 0, len(e.Args))
		for _, arg := range e.Args {
			parts = append(parts, remoteText(arg))
		}
		c.add(fmt.Sprintf("console.%s: %s", e.Type, strings.Join(parts, " ")))
	case *runtime.EventExceptionThrown:
		d := e.ExceptionDetails
		text := d.Text
		if d.Exception != nil {
			text += " " + d.Exception.Description
		}
		c.add(fmt.Sprintf("exception: %s (%s:%d)", text, d.URL, d.LineNumber+1))
	case *log.EventEntryAdded:
		c.add(fmt.Sprintf("%s %s: %s (%s)", e.Entry.Source, e.Entry.Level, e.Entry.Text, e.Entry.URL))
	}
}

func (c *console) add(message string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.messages = append(c.messages, message)
}

// unexpected returns the messages that no AllowConsole foresaw.
func (c *console) unexpected() []string {
	c.mu.Lock()
	defer c.mu.Unlock()
	var rest []string
messages:
	for _, message := range c.messages {
		for _, part := range c.allowed {
			if strings.Contains(message, part) {
				continue messages
			}
		}
		rest = append(rest, message)
	}
	return rest
}

func (c *console) report(tb testing.TB) {
	tb.Helper()
	if rest := c.unexpected(); len(rest) > 0 {
		tb.Errorf("the console has %d messages, want none:\n\t%s", len(rest), strings.Join(rest, "\n\t"))
	}
}

// AllowConsole lets messages that contain the text pass: the test provokes them.
func (p *Page) AllowConsole(part string) {
	p.console.mu.Lock()
	defer p.console.mu.Unlock()
	p.console.allowed = append(p.console.allowed, part)
}

// Console returns the messages so far that no [Page.AllowConsole] foresaw.
func (p *Page) Console() []string {
	return p.console.unexpected()
}

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
