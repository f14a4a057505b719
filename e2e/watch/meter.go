package watch

import (
	"cmp"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"
)

// Meter notes what each test costs: how many pages it opens, how long it takes,
// and the processor time of the tests and of all browsers meanwhile. It tells the
// tests apart only when one runs after the other. The nil Meter notes nothing.
type Meter struct {
	mu     sync.Mutex
	live   []*cost // the last one opened a page last
	costs  map[string]*cost
	last   time.Duration // the work at the last note
	lastAt time.Time
	// work reads the processor time so far.
	work func() map[string]time.Duration
	out  io.Writer
}

// cost is what one test takes.
type cost struct {
	name       string
	opens      int
	work, wall time.Duration
}

// NewMeter is a meter that starts now. It writes a line of each test that ends.
func NewMeter(out io.Writer) *Meter {
	m := &Meter{costs: map[string]*cost{}, work: Work, out: out}
	m.last, m.lastAt = total(m.work()), time.Now()
	return m
}

// Opens is to be called before a test opens a page. The test is live from then on;
// what was done since the test before it ended is its work too.
func (m *Meter) Opens(tb testing.TB) {
	if m == nil {
		return
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	name := tb.Name()
	c := m.costs[name]
	if c == nil {
		c = &cost{name: name}
		m.costs[name] = c
	}
	c.opens++
	if slices.Contains(m.live, c) {
		return
	}
	if len(m.live) > 0 {
		m.note()
	}
	m.live = append(m.live, c)
	tb.Cleanup(func() {
		m.mu.Lock()
		defer m.mu.Unlock()
		m.note()
		m.live = slices.DeleteFunc(m.live, func(o *cost) bool { return o == c })
		c.write(m.out)
	})
}

// note gives what was done since the last note to the test that began last.
func (m *Meter) note() {
	now, at := total(m.work()), time.Now()
	if len(m.live) > 0 {
		c := m.live[len(m.live)-1]
		c.work += now - m.last
		c.wall += at.Sub(m.lastAt)
	}
	m.last, m.lastAt = now, at
}

// header stands above lines of [cost.write].
const header = " opens    CPU s   wall s  test\n"

func (c *cost) write(w io.Writer) {
	_, _ = fmt.Fprintf(w, "%6d %8.2f %8.2f  %s\n", c.opens, c.work.Seconds(), c.wall.Seconds(), c.name) // the terminal
}

// Report writes a table of the top tests with their subtests, the dearest first,
// and the processor time by kind of process.
func (m *Meter) Report() {
	if m == nil {
		return
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	tops := map[string]*cost{}
	all := cost{name: "all"}
	for name, c := range m.costs {
		top, _, _ := strings.Cut(name, "/")
		if tops[top] == nil {
			tops[top] = &cost{name: top}
		}
		for _, sum := range []*cost{tops[top], &all} {
			sum.opens += c.opens
			sum.work += c.work
			sum.wall += c.wall
		}
	}
	rows := slices.SortedFunc(maps.Values(tops), func(a, b *cost) int {
		return cmp.Or(cmp.Compare(b.work, a.work), cmp.Compare(a.name, b.name))
	})
	w := m.out
	_, _ = fmt.Fprint(w, "\n"+header)
	for _, c := range append(rows, &all) {
		c.write(w)
	}
	kinds := m.work()
	_, _ = fmt.Fprintf(w, "%15s  %s\n", "CPU s", "process, its ended children included")
	for _, kind := range slices.SortedFunc(maps.Keys(kinds), func(a, b string) int { return cmp.Compare(kinds[b], kinds[a]) }) {
		_, _ = fmt.Fprintf(w, "%15.2f  %s\n", kinds[kind].Seconds(), kind)
	}
}

func total(work map[string]time.Duration) (sum time.Duration) {
	for _, taken := range work {
		sum += taken
	}
	return sum
}
