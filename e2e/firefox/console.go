package firefox

import (
	"encoding/json"
	"fmt"
	"strings"
	"sync"
	"testing"
)

// pages finds the console of the page that an event concerns: each page, with
// all its frames, lives in a user context of its own.
type pages struct {
	mu       *sync.Mutex
	user     map[string]string // the user context of a browsing context
	consoles map[string]*console
}

func newPages() pages {
	return pages{new(sync.Mutex), make(map[string]string), make(map[string]*console)}
}

// open returns the console of a new page.
func (p pages) open(user string) *console {
	p.mu.Lock()
	defer p.mu.Unlock()
	c := &console{}
	p.consoles[user] = c
	return c
}

// event takes notes of an event; it runs where all answers are read.
func (p pages) event(method string, params json.RawMessage) {
	var e struct {
		Context     string `json:"context"`
		UserContext string `json:"userContext"`
		Level       string `json:"level"`
		Type        string `json:"type"`
		Text        string `json:"text"`
		Source      struct {
			Context string `json:"context"`
		} `json:"source"`
	}
	if json.Unmarshal(params, &e) != nil {
		return
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	switch method {
	case "browsingContext.contextCreated":
		p.user[e.Context] = e.UserContext
	case "log.entryAdded":
		if c := p.consoles[p.user[e.Source.Context]]; c != nil {
			c.add(fmt.Sprintf("%s %s: %s", e.Type, e.Level, e.Text))
		}
	}
}

// console collects what a page says to a developer: messages, exceptions and
// violations of the content security policy.
type console struct {
	mu       sync.Mutex
	messages []string
	allowed  []string
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
		tb.Errorf("Firefox's console has %d messages, want none:\n\t%s", len(rest), strings.Join(rest, "\n\t"))
	}
}

// AllowConsole lets messages that contain the text pass: the test provokes them.
func (p *Page) AllowConsole(part string) {
	p.console.mu.Lock()
	defer p.console.mu.Unlock()
	p.console.allowed = append(p.console.allowed, part)
}

// Console returns the messages so far that no [Page.AllowConsole] foresaw.
func (p *Page) Console() []string { return p.console.unexpected() }
