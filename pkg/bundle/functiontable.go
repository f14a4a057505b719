package bundle

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"slices"
)

// Go's linker tells the runtime of every function its name, how much stack it takes,
// where pointers stand in its frame, and of which line of which file each instruction is:
// five megabytes of memory, and a sixth of what a learner loads. Two things are done to
// them. What nothing on the page asks for is left out: lines and files, which only the
// trace of a panic names (it still names the functions), arguments for the same trace, and
// the places at which a thread may be interrupted, of which a page has none. And the rest
// is written so that Brotli finds its order, as columns of small numbers (columns.go),
// which the module's own start function writes back before Go's runtime looks.
//
// The layout is that of runtime/symtab.go, runtime2.go (_func) and cmd/link/internal/ld/pcln.go
// of Go 1.20 to 1.26. A module that has another is left as it is.

// tableMagic begins the table of functions: its version, the least instruction's size and
// the size of a pointer.
var tableMagic = []byte{0xf1, 0xff, 0xff, 0xff, 0, 0, 1, 8}

// errTable reports a table of functions that is not as Go's linker writes it.
var errTable = errors.New("the table of functions is not as Go 1.26's linker writes it")

// The words of the runtime's moduledata that say where the tables are.
const (
	wordNames     = 1
	wordUnits     = 4 // which files a compiled unit has
	wordFiles     = 7
	wordCounters  = 10 // values that change with the program counter
	wordFunctions = 13
	wordEntries   = 16 // the functions by their entry
	wordFind      = 19 // the entries by the program counter
	wordFuncdata  = 40
	wordStop      = 41 // where the tables end
	moduleWords   = 42
	wordSize      = 8
)

// The words of a function's record, of 32 bits.
const (
	wordStack     = 4 // how far the stack pointer is from the frame, by the counter
	wordFile      = 5
	wordLine      = 6
	wordTables    = 7 // how many tables by the counter follow
	wordUnit      = 8
	wordStartLine = 9
	wordFlags     = 10 // three bytes, and how many kinds of funcdata follow
	fixedWords    = 11
	recordTables  = 3 // of the tables by the counter, how many are kept
	recordData    = 5 // of the kinds of funcdata
	recordWords   = fixedWords + recordTables + recordData
	recordSize    = 4 * recordWords

	tableUnsafe   = 0 // where a thread must not be interrupted
	dataArguments = 5 // how a trace prints arguments
	noData        = 0xffffffff
)

// findSize is a part of the table wordFind, of which each function has findParts: the
// number of the first function, and sixteen bytes to count on from it, which are zero here.
const (
	findSize  = 20
	findParts = 16
)

// functionTable is that table in the memory that a module starts with.
type functionTable struct {
	memory []byte
	module int // where the runtime's moduledata stands
	err    error

	count    int
	counters int // addresses, from here on
	base     int // what the offsets of entries count from
	records  int // the first function
	funcdata int
	find     int
	parts    int // how many whole parts it has
}

// findFunctions returns the table, nil where there is none of a layout that this file knows.
func findFunctions(memory []byte) (*functionTable, error) {
	t := &functionTable{memory: memory, module: -1}
	for header := 0; t.module < 0; header++ {
		next := bytes.Index(memory[header:], tableMagic)
		if next < 0 {
			return nil, nil
		}
		header += next
		t.module = t.findModule(header)
		t.count = t.wide(header + wordSize)
	}
	t.counters, t.base, t.find, t.funcdata = t.word(wordCounters), t.word(wordFunctions), t.word(wordFind), t.word(wordFuncdata)
	stop := t.word(wordStop)
	t.records = (t.base + 8*t.count + 4 + 7) &^ 7
	t.parts = (stop-t.find)/findSize - 1 // the last may be short
	switch {
	case t.count < 1 || t.word(wordEntries) != t.base || t.word(wordEntries+1) != t.count+1:
		t.fail("%d functions, and %d entries at %#x", t.count, t.word(wordEntries+1), t.word(wordEntries))
	case t.counters > t.base || t.records > t.funcdata || t.funcdata > t.find || t.find > stop || stop > len(memory):
		t.fail("its parts are not in their order")
	}
	return t, t.err
}

// findModule returns the address of the moduledata: what points to the table's header and
// then to its names.
func (t *functionTable) findModule(header int) int {
	names := header + t.wide(header+4*wordSize)
	points := binary.LittleEndian.AppendUint64(binary.LittleEndian.AppendUint64(nil, uint64(header)), uint64(names))
	for at := 0; ; at++ {
		next := bytes.Index(t.memory[at:], points)
		if next < 0 {
			return -1
		}
		at += next
		if length := t.wide(at + 2*wordSize); length > 0 && length == t.wide(at+3*wordSize) && at+moduleWords*wordSize <= len(t.memory) {
			return at
		}
	}
}

func (t *functionTable) fail(format string, values ...any) {
	if t.err == nil {
		t.err = fmt.Errorf("%w: %s", errTable, fmt.Sprintf(format, values...))
	}
}

// wide reads 64 bits, which are an address or a length.
func (t *functionTable) wide(at int) int {
	if at < 0 || at+8 > len(t.memory) {
		t.fail("an address %#x outside of memory", at)
		return 0
	}
	value := binary.LittleEndian.Uint64(t.memory[at:])
	if value > largestImage*1024 {
		t.fail("%#x at %#x, want an address", value, at)
		return 0
	}
	return int(value)
}

func (t *functionTable) word(n int) int { return t.wide(t.module + n*wordSize) }

func (t *functionTable) u32(at int) uint32 {
	if at < 0 || at+4 > len(t.memory) {
		t.fail("an address %#x outside of memory", at)
		return 0
	}
	return binary.LittleEndian.Uint32(t.memory[at:])
}

// record is what a function has in the table, each with the same words.
type record [recordWords]uint32

// slim takes out of memory what the page does without, and returns the records of the rest.
func (t *functionTable) slim() ([]record, error) {
	for _, table := range []struct{ word, size int }{{wordUnits, 4}, {wordFiles, 1}} {
		clear(t.part(t.word(table.word), table.size*t.word(table.word+1)))
	}
	records := make([]record, t.count)
	for i := range records {
		records[i] = t.read(t.base + int(t.u32(t.base+8*i+4)))
	}
	t.keepCounters(records)
	if size := len(records) * recordSize; t.records+size > t.funcdata {
		t.fail("%d functions of %d bytes, which do not fit between %#x and %#x", t.count, recordSize, t.records, t.funcdata)
	}
	if t.err != nil {
		return nil, t.err
	}
	clear(t.memory[t.records:t.funcdata])
	for i, r := range records {
		at := t.records + i*recordSize
		for k, word := range r {
			binary.LittleEndian.PutUint32(t.memory[at+4*k:], word)
		}
		binary.LittleEndian.PutUint32(t.memory[t.base+8*i+4:], uint32(at-t.base))
	}
	return records, nil
}

// part is memory to write to; it is empty where there is none.
func (t *functionTable) part(at, size int) []byte {
	if at < 0 || size < 0 || at+size > len(t.memory) {
		t.fail("%d bytes at %#x, outside of memory", size, at)
		return nil
	}
	return t.memory[at : at+size]
}

// read returns the record at an address without what the page does without.
func (t *functionTable) read(at int) (r record) {
	for k := range fixedWords {
		r[k] = t.u32(at + 4*k)
	}
	tables, kinds := int(r[wordTables]), int(r[wordFlags]>>24)
	for k := range recordData {
		r[fixedWords+recordTables+k] = noData
	}
	for k := range min(tables, recordTables) {
		if k != tableUnsafe {
			r[fixedWords+k] = t.u32(at + 4*(fixedWords+k))
		}
	}
	for k := range kinds {
		switch offset := t.u32(at + 4*(fixedWords+tables+k)); {
		case k < recordData:
			r[fixedWords+recordTables+k] = offset
		case k == dataArguments && offset != noData:
			t.forgetArguments(t.funcdata + int(offset))
		}
	}
	r[wordFile], r[wordLine], r[wordUnit], r[wordStartLine] = 0, 0, 0, 0
	r[wordTables] = recordTables
	r[wordFlags] = r[wordFlags]&0xffffff | recordData<<24
	return r
}

// forgetArguments overwrites how a function's arguments are printed: pairs of an offset and
// a size among marks, which are the bytes from 0xf0 on, of which 0xff is the end. Functions
// may share it: then it is empty the second time.
func (t *functionTable) forgetArguments(at int) {
	const marks, stop = 0xf0, 0xff
	size := 0
	for size < 256 {
		part := t.part(at+size, 2)
		if t.err != nil || size == 0 && part[0] == 0 && part[1] == 0 {
			return
		}
		size++
		if part[0] == stop {
			clear(t.part(at, size))
			return
		}
		if part[0] < marks {
			size++
		}
	}
	t.fail("arguments at %#x without an end", at)
}

// keepCounters writes the tables by the counter that the records still name in the place of
// all, those that most functions share first, and tells the records where they now are.
func (t *functionTable) keepCounters(records []record) {
	words := []int{wordStack}
	for k := range recordTables {
		words = append(words, fixedWords+k)
	}
	uses := map[uint32]int{}
	var order []uint32
	for i := range records {
		for _, word := range words {
			old := records[i][word]
			if uses[old]++; uses[old] == 1 && old != 0 {
				order = append(order, old)
			}
		}
	}
	slices.SortStableFunc(order, func(a, b uint32) int { return uses[b] - uses[a] })
	kept, moved := []byte{0}, map[uint32]uint32{} // 0 is no table
	for _, old := range order {
		moved[old] = uint32(len(kept))
		kept = append(kept, t.counter(t.counters+int(old))...)
	}
	room := t.part(t.counters, t.base-t.counters)
	if len(kept) > len(room) {
		t.fail("%d bytes of tables by the counter, want at most %d", len(kept), len(room))
		return
	}
	clear(room[copy(room, kept):])
	for i := range records {
		for _, word := range words {
			records[i][word] = moved[records[i][word]]
		}
	}
}

// counter returns one table by the counter: pairs of varints, until a value does not change
// (but the first may).
func (t *functionTable) counter(at int) []byte {
	r := reader{rest: t.part(at, max(t.base-at, 0))}
	whole := r.rest
	for first := true; r.err == nil; first = false {
		if r.unsigned() == 0 && !first {
			return whole[:len(whole)-len(r.rest)]
		}
		r.unsigned()
	}
	t.fail("a table by the counter at %#x: %v", at, r.err)
	return nil
}
