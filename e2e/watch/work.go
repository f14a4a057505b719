package watch

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// Work is the processor time that this process and all that it has started have
// taken so far, by what they are: "test" is the process itself, a browser's
// processes have the names that the browser gives them. It is read from /proc,
// and empty on a system that has none.
func Work() map[string]time.Duration {
	processes := readProcesses("/proc")
	work := map[string]time.Duration{}
	for id, p := range processes {
		if descends(processes, id, os.Getpid()) {
			work[p.kind] += p.taken
		}
	}
	return work
}

// process is what /proc says of one.
type process struct {
	parent int
	kind   string
	// taken is its own time and that of its children that have ended.
	taken time.Duration
}

// tick is the unit of times in /proc, the same on every Linux of today.
const tick = time.Second / 100

func readProcesses(proc string) map[int]process {
	folders, _ := filepath.Glob(filepath.Join(proc, "[0-9]*")) // its only error is a bad pattern
	found := map[int]process{}
	for _, folder := range folders {
		id, err := strconv.Atoi(filepath.Base(folder))
		if err != nil {
			continue
		}
		stat, err := os.ReadFile(filepath.Join(folder, "stat"))
		if err != nil {
			continue // it has ended meanwhile
		}
		p, err := parseStat(string(stat))
		if err != nil {
			continue
		}
		line, _ := os.ReadFile(filepath.Join(folder, "cmdline")) // one that is ending has none
		p.kind = kindOf(string(line))
		if id == os.Getpid() {
			p.kind = "test"
		}
		found[id] = p
	}
	return found
}

// parseStat reads /proc/N/stat. Its second field is a name in parentheses, which
// may hold anything.
//
// Source: proc_pid_stat(5).
func parseStat(stat string) (process, error) {
	fields := strings.Fields(stat[strings.LastIndex(stat, ")")+1:])
	if len(fields) < 15 {
		return process{}, fmt.Errorf("watch: %q is no line of /proc/N/stat, which has a name in parentheses and 15 fields after it", stat)
	}
	var p process
	var err error
	if p.parent, err = strconv.Atoi(fields[1]); err != nil {
		return process{}, err
	}
	for _, field := range fields[11:15] { // utime, stime, cutime, cstime
		ticks, err := strconv.Atoi(field)
		if err != nil {
			return process{}, err
		}
		p.taken += time.Duration(ticks) * tick
	}
	return p, nil
}

// childKind finds what a browser calls a process: Chromium in the option type,
// Firefox in the last word.
var childKind = regexp.MustCompile(`--type=(\S+)(?:.*--utility-sub-type=(\S+))?|-contentproc.* (\S+)\s*$`)

func kindOf(commandLine string) string {
	words := strings.ReplaceAll(commandLine, "\x00", " ")
	program, _, _ := strings.Cut(words, " ")
	program = filepath.Base(program)
	if kind := childKind.FindStringSubmatch(words); kind != nil {
		for _, name := range []string{kind[2], kind[1], kind[3]} {
			if name != "" {
				return program + " " + name
			}
		}
	}
	return program
}

// descends reports whether a process is the ancestor or comes from it.
func descends(processes map[int]process, id, ancestor int) bool {
	for range len(processes) {
		if id == ancestor {
			return true
		}
		p, found := processes[id]
		if !found {
			return false
		}
		id = p.parent
	}
	return false
}
