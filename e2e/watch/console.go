package watch

import (
	"strings"
	"sync"
	"testing"
)

// Console collects what a page says to a developer: messages, exceptions, and
// the browser's own complaints. The zero value is ready.
type Console struct {
	mu       sync.Mutex
	messages []string
	allowed  []string
}

// Add notes a message.
func (c *Console) Add(message string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.messages = append(c.messages, message)
}

// Allow lets messages that contain the text pass.
func (c *Console) Allow(part string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.allowed = append(c.allowed, part)
}

// Unexpected returns the messages so far that nobody has allowed.
func (c *Console) Unexpected() []string {
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

// Report fails the test when something unexpected was said.
func (c *Console) Report(tb testing.TB) {
	tb.Helper()
	if rest := c.Unexpected(); len(rest) > 0 {
		tb.Errorf("the console has %d messages, want none:\n\t%s", len(rest), strings.Join(rest, "\n\t"))
	}
}
