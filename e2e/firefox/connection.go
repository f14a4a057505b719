package firefox

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"sync"

	"github.com/coder/websocket"
)

// connection carries commands to the browser, and answers and events back.
//
// Source: WebDriver BiDi, section 3, "Protocol".
type connection struct {
	socket *websocket.Conn

	mu      sync.Mutex
	last    int
	waiting map[int]chan answer
	ended   error
	pages   pages
}

// answer is a message from the browser: the answer to a command, or an event.
type answer struct {
	ID      int             `json:"id"`
	Type    string          `json:"type"`
	Result  json.RawMessage `json:"result"`
	Error   string          `json:"error"`
	Message string          `json:"message"`
	Method  string          `json:"method"`
	Params  json.RawMessage `json:"params"`
}

// maxAnswer is enough for the picture of a page.
const maxAnswer = 64 << 20

// object is a JSON object of a command.
type object map[string]any

func connect(ctx context.Context, address string) (*connection, error) {
	socket, response, err := websocket.Dial(ctx, address, nil)
	if err != nil {
		return nil, err
	}
	if response.Body != nil {
		_ = response.Body.Close()
	}
	socket.SetReadLimit(maxAnswer)
	c := &connection{socket: socket, waiting: make(map[int]chan answer), pages: newPages()}
	go c.read()
	if _, err := command[object](ctx, c, "session.new", object{"capabilities": object{}}); err != nil {
		c.close()
		return nil, err
	}
	_, err = command[object](ctx, c, "session.subscribe", object{
		"events": []string{"log.entryAdded", "browsingContext.contextCreated"},
	})
	if err != nil {
		c.close()
		return nil, err
	}
	return c, nil
}

func (c *connection) close() { _ = c.socket.CloseNow() }

// read passes every message to whoever waits for it, until the connection ends.
func (c *connection) read() {
	for {
		_, data, err := c.socket.Read(context.Background())
		var a answer
		if err == nil {
			err = json.Unmarshal(data, &a)
		}
		if err != nil {
			c.end(err)
			return
		}
		if a.Type == "event" {
			c.pages.event(a.Method, a.Params)
			continue
		}
		c.mu.Lock()
		reply := c.waiting[a.ID]
		delete(c.waiting, a.ID)
		c.mu.Unlock()
		if reply != nil {
			reply <- a
		}
	}
}

func (c *connection) end(err error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.ended = fmt.Errorf("the connection to the browser ended: %w", err)
	for id, reply := range c.waiting {
		delete(c.waiting, id)
		close(reply)
	}
}

// command sends a command and returns the browser's answer.
func command[T any](ctx context.Context, c *connection, method string, params object) (T, error) {
	var result T
	reply := make(chan answer, 1)
	c.mu.Lock()
	if c.ended != nil {
		c.mu.Unlock()
		return result, c.ended
	}
	c.last++
	id := c.last
	c.waiting[id] = reply
	c.mu.Unlock()

	data, err := json.Marshal(object{"id": id, "method": method, "params": params})
	if err != nil {
		return result, err
	}
	// Not within ctx: a write that is cut off would end the connection for all.
	if err := c.socket.Write(context.Background(), websocket.MessageText, data); err != nil {
		return result, err
	}
	select {
	case a, open := <-reply:
		switch {
		case !open:
			return result, errors.New("the connection to the browser ended")
		case a.Type == "error":
			return result, fmt.Errorf("%s: %s: %s", method, a.Error, a.Message)
		}
		return result, json.Unmarshal(a.Result, &result)
	case <-ctx.Done():
		c.mu.Lock()
		delete(c.waiting, id)
		c.mu.Unlock()
		return result, fmt.Errorf("%s: %w", method, ctx.Err())
	}
}
