package firefox

import (
	"encoding/json"
	"fmt"
	"sync"

	"firstneuron/e2e/watch"
)

// pages finds the console of the page that an event concerns: each page, with
// all its frames, lives in a user context of its own.
type pages struct {
	mu       *sync.Mutex
	user     map[string]string // the user context of a browsing context
	consoles map[string]*watch.Console
}

func newPages() pages {
	return pages{new(sync.Mutex), make(map[string]string), make(map[string]*watch.Console)}
}

// open returns the console of a new page.
func (p pages) open(user string) *watch.Console {
	p.mu.Lock()
	defer p.mu.Unlock()
	c := &watch.Console{}
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
			c.Add(fmt.Sprintf("%s %s: %s", e.Type, e.Level, e.Text))
		}
	}
}

// AllowConsole lets messages that contain the text pass: the test provokes them.
func (p *Page) AllowConsole(part string) { p.console.Allow(part) }

// Console returns the messages so far that no [Page.AllowConsole] foresaw.
func (p *Page) Console() []string { return p.console.Unexpected() }
