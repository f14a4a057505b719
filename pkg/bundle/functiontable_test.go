package bundle

import (
	"bytes"
	"encoding/binary"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// tour compiles testdata/tour for the browser, as the page's program is.
func tour(t *testing.T) []byte {
	t.Helper()
	if testing.Short() {
		t.Skip("it compiles a program")
	}
	file := filepath.Join(t.TempDir(), "tour.wasm")
	build := exec.Command("go", "build", "-trimpath", "-ldflags", "-s -w", "-o", file, "./testdata/tour")
	build.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("go build: %v\n%s", err, out)
	}
	program, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return program
}

// begins returns the memory with which a program starts, and the program.
func begins(t *testing.T, file []byte) ([]byte, *wasmModule) {
	t.Helper()
	m, err := readModule(file)
	if err != nil {
		t.Fatal(err)
	}
	memory, err := m.memory()
	if err != nil {
		t.Fatal(err)
	}
	return memory, m
}

func TestStartFunctionRestoresTheTables(t *testing.T) {
	program := tour(t)
	want, _ := begins(t, program)
	table, err := findFunctions(want)
	if err != nil || table == nil {
		t.Fatalf("no table of functions is found (%v): has Go changed its layout? See functiontable.go", err)
	}
	if _, err := table.slim(); err != nil {
		t.Fatal(err)
	}
	packed, err := packProgram(program, false)
	if err != nil {
		t.Fatal(err)
	}
	got, m := begins(t, packed)
	got = append(got, make([]byte, max(0, len(want)-len(got)))...)
	if bytes.Equal(got, want) {
		t.Fatal("the packed program starts with the tables as they were")
	}
	start := reader{rest: m.section(startSection).body}
	imported, err := m.importedFunctions()
	if err != nil {
		t.Fatal(err)
	}
	run(t, function(t, m, start.unsigned()-imported), got)
	if !bytes.Equal(got, want) {
		t.Error("the start function writes other tables than those of the program")
	}
	if len(packed) > len(program)*9/10 {
		t.Errorf("the packed program has %d bytes of %d, want at most nine tenths", len(packed), len(program))
	}
	if again, err := packProgram(program, false); err != nil || !bytes.Equal(again, packed) {
		t.Error("packed twice, the program is not the same")
	}
}

// node returns how to run a program for the browser, or skips the test.
func node(t *testing.T) func(program []byte, args ...string) (string, error) {
	t.Helper()
	node, err := exec.LookPath("node")
	if err != nil {
		t.Skip("no node here; the browser tests run a packed program too")
	}
	root, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		t.Fatal(err)
	}
	glue := filepath.Join(strings.TrimSpace(string(root)), "lib", "wasm", "wasm_exec_node.js")
	return func(program []byte, args ...string) (string, error) {
		file := filepath.Join(t.TempDir(), "program.wasm")
		if err := os.WriteFile(file, program, 0o600); err != nil {
			t.Fatal(err)
		}
		out, err := exec.Command(node, append([]string{"--stack-size=4000", glue, file}, args...)...).CombinedOutput()
		return string(out), err
	}
}

// TestPackedProgramDoesTheSame runs it: Go's runtime reads the tables when it collects
// garbage, moves stacks and unwinds them. The browser tests run the page's program.
func TestPackedProgramDoesTheSame(t *testing.T) {
	run := node(t)
	program := tour(t)
	says := func(lines bool) string {
		packed, err := packProgram(program, lines)
		if err != nil {
			t.Fatal(err)
		}
		out, err := run(packed)
		if exit := (*exec.ExitError)(nil); !errors.As(err, &exit) {
			t.Fatalf("the program ended with %v, want the panic at its end\n%s", err, out)
		}
		return out
	}
	whole, slim := says(true), says(false)
	for _, line := range []string{"recovered: assignment to entry in nil map", "main.main true", "nil pointer dereference"} {
		if !strings.Contains(slim, line) {
			t.Errorf("the packed program does not say %q:\n%s", line, slim)
		}
	}
	before, trace, _ := strings.Cut(whole, "goroutine 1")
	beforeSlim, traceSlim, _ := strings.Cut(slim, "goroutine 1")
	if before != beforeSlim {
		t.Errorf("the packed program says\n%s\nwant\n%s", beforeSlim, before)
	}
	if !strings.Contains(trace, "main.go:") || strings.Contains(traceSlim, "main.go") || !strings.Contains(traceSlim, "main.main") {
		t.Errorf("the trace is\n%s\nwant functions without lines; with lines it is\n%s", traceSlim, trace)
	}
}

// TestPackedTestsPass runs the tests of packages of Go itself, packed: what a rule of the
// peephole broke they would find.
func TestPackedTestsPass(t *testing.T) {
	run := node(t)
	if testing.Short() {
		t.Skip("it compiles the tests of other packages")
	}
	for _, name := range []string{"sort", "strconv", "sync"} {
		file := filepath.Join(t.TempDir(), "tests.wasm")
		build := exec.Command("go", "test", "-c", "-o", file, name)
		build.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
		if out, err := build.CombinedOutput(); err != nil {
			t.Fatalf("go test -c %s: %v\n%s", name, err, out)
		}
		program, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		packed, err := packProgram(program, false)
		if err != nil {
			t.Fatal(err)
		}
		// Not the examples, which read files.
		if out, err := run(packed, "-test.short", "-test.run=^Test"); err != nil || !strings.Contains(out, "PASS") {
			t.Errorf("the tests of %s, packed: %v\n%s", name, err, out)
		}
	}
}

func TestTablesOfAnotherLayoutAreRefused(t *testing.T) {
	memory, _ := begins(t, tour(t))
	whole, err := findFunctions(memory)
	if err != nil {
		t.Fatal(err)
	}
	for name, spoil := range map[string]func(b []byte){
		"another number of entries":  func(b []byte) { b[whole.module+8*(wordEntries+1)]++ },
		"tables behind their end":    func(b []byte) { b[whole.module+8*wordFuncdata+3] = 0x7f },
		"a record outside of memory": func(b []byte) { b[whole.base+7] = 0x7f },
		"a table without an end":     func(b []byte) { copy(b[whole.counters:whole.base], bytes.Repeat([]byte{1}, whole.base-whole.counters)) },
		"an entry of another":        func(b []byte) { b[whole.base]++ },
		"a gap among what finds":     func(b []byte) { b[whole.find+4]++ },
	} {
		spoilt := bytes.Clone(memory)
		spoil(spoilt)
		table, err := findFunctions(spoilt)
		if err == nil {
			var records []record
			if records, err = table.slim(); err == nil {
				_, err = table.pack(records)
			}
		}
		if !errors.Is(err, errTable) {
			t.Errorf("%s: error %v, want %v", name, err, errTable)
		}
	}
	clear(memory[bytes.Index(memory, tableMagic):][:4])
	if table, err := findFunctions(memory); table != nil || err != nil {
		t.Errorf("without its magic number a table is found, or %v", err)
	}
}

func TestSegmentsAreCutAtManyZeros(t *testing.T) {
	memory := make([]byte, 5*widestGap)
	memory[64], memory[70], memory[70+widestGap+1], memory[70+2*widestGap+3] = 1, 2, 3, 4
	segments := segmentsOf(memory)
	if len(segments) != 2 || segments[0].at != 64 || segments[1].at != 70+2*widestGap+3 {
		t.Errorf("%d segments: %v", len(segments), segments)
	}
	again, err := memoryOf(segments)
	if err != nil || !bytes.Equal(again, memory[:len(again)]) {
		t.Errorf("the segments fill memory with other bytes (%v)", err)
	}
	if len(segmentsOf(make([]byte, 10))) != 0 {
		t.Error("zeros alone are a segment")
	}
}

func FuzzPackProgram(f *testing.F) {
	header := append(bytes.Clone(tableMagic), binary.LittleEndian.AppendUint64(nil, 3)...)
	f.Add(withData(segment{64, append(header, make([]byte, 64)...)}))
	f.Fuzz(func(t *testing.T, data []byte) {
		packed, err := packProgram(data, false)
		if err != nil {
			return
		}
		if _, err := readModule(packed); err != nil {
			t.Errorf("the packed program is none: %v", err)
		}
	})
}
