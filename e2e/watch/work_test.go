package watch

import (
	"bytes"
	"regexp"
	"strings"
	"testing"
	"time"
)

func TestStatOfAProcessIsRead(t *testing.T) {
	p, err := parseStat("4711 (a (strange) name) S 17 1 1 0 -1 4194560 99 98 0 0 250 50 30 20 20 0 1 0 5 0 0\n")
	if err != nil || p.parent != 17 || p.taken != 3500*time.Millisecond {
		t.Errorf("its parent is %d and its time %v (%v), want 17 and 3.5s", p.parent, p.taken, err)
	}
	for _, bad := range []string{"", "1 (x) S 1", "1 (x) S one 1 1 0 -1 4194560 99 98 0 0 250 50 30 20 20 0 1 0 5 0 0", "1 (x) S 1 1 1 0 -1 0 0 0 0 0 u 50 30 20 20 0 1 0 5 0 0"} {
		if p, err := parseStat(bad); err == nil {
			t.Errorf("%q is read as %+v, want an error", bad, p)
		}
	}
}

func TestProcessesHaveTheirBrowsersNames(t *testing.T) {
	for line, want := range map[string]string{
		"/usr/lib/chromium/chromium\x00--headless":                                                                     "chromium",
		"/usr/lib/chromium/chromium\x00--type=renderer\x00--lang=en":                                                   "chromium renderer",
		"/usr/lib/chromium/chromium\x00--type=utility\x00--utility-sub-type=network.mojom.NetworkService\x00--lang=en": "chromium network.mojom.NetworkService",
		"/usr/lib/firefox-esr/firefox-esr\x00--headless":                                                               "firefox-esr",
		"/usr/lib/firefox-esr/firefox-esr\x00-contentproc\x00-childID\x001\x00tab":                                     "firefox-esr tab",
		"": ".",
	} {
		if got := kindOf(line); got != want {
			t.Errorf("%q is called %q, want %q", line, got, want)
		}
	}
}

// TestOnlyDescendantsCount, and a circle, which processes that come and go while they
// are read may seem to be, ends.
func TestOnlyDescendantsCount(t *testing.T) {
	processes := map[int]process{1: {parent: 0}, 2: {parent: 1}, 3: {parent: 2}, 4: {parent: 1}, 5: {parent: 6}, 6: {parent: 5}}
	for id, want := range map[int]bool{2: true, 3: true, 1: false, 4: false, 5: false, 7: false} {
		if got := descends(processes, id, 2); got != want {
			t.Errorf("that %d comes from 2 is %t, want %t", id, got, want)
		}
	}
}

// TestMeterTellsTestsApart: what a test within a test does is its own, and what comes
// before the first page is of the test that opens it.
func TestMeterTellsTestsApart(t *testing.T) {
	var out bytes.Buffer
	seconds := 0
	m := NewMeter(&out)
	m.work = func() map[string]time.Duration {
		return map[string]time.Duration{"test": time.Duration(seconds) * time.Second}
	}
	m.last = 0
	t.Run("outer", func(t *testing.T) {
		seconds++
		m.Opens(t)
		seconds += 2
		t.Run("inner", func(t *testing.T) {
			m.Opens(t)
			m.Opens(t)
			seconds += 4
		})
		seconds += 8
	})
	t.Run("after", func(t *testing.T) {
		m.Opens(t)
		seconds += 16
	})
	m.Report()
	table := regexp.MustCompile(` +`).ReplaceAllString(out.String(), " ")
	// The wall seconds are this machine's, whatever else it does.
	table = regexp.MustCompile(`(\d+\.\d\d) \d+\.\d\d `).ReplaceAllString(table, "$1 … ")
	for _, want := range []string{
		"2 4.00 … " + t.Name() + "/outer/inner\n",
		"1 11.00 … " + t.Name() + "/outer\n",
		"1 16.00 … " + t.Name() + "/after\n",
		"4 31.00 … all\n",
		"31.00 test\n",
	} {
		if !strings.Contains(table, want) {
			t.Errorf("the table lacks %q:\n%s", want, table)
		}
	}
	var none *Meter
	none.Opens(t)
	none.Report()
}

// TestWorkIsTold of this process, where there is /proc.
func TestWorkIsTold(t *testing.T) {
	if len(readProcesses("/proc")) == 0 {
		t.Skip("this system has no /proc")
	}
	before := Work()["test"]
	for until := time.Now().Add(time.Minute); Work()["test"] == before; {
		if time.Now().After(until) {
			t.Fatal("after a minute of work there is none")
		}
	}
}
