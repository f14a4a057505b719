package bundle

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"
)

const wasmHeader = 8 // magic number and version

// The numbers of a module's sections, in the order in which the standard wants them
// but for dataCountSection, which stands before the code.
const (
	typeSection      = 1
	importSection    = 2
	functionSection  = 3
	exportSection    = 7
	startSection     = 8 // the function that runs first
	codeSection      = 10
	dataSection      = 11 // what fills memory
	dataCountSection = 12 // repeats how many segments there are
)

// errModule reports a program that Go's linker did not write.
var errModule = errors.New("not a WebAssembly module of Go's linker")

// wasmModule is a program as the go command has compiled it.
type wasmModule struct {
	sections []wasmSection
}

type wasmSection struct {
	id   byte
	body []byte
}

func readModule(file []byte) (*wasmModule, error) {
	if len(file) < wasmHeader || string(file[:4]) != "\x00asm" {
		return nil, fmt.Errorf("%w: it does not begin with its magic number", errModule)
	}
	m := &wasmModule{}
	r := reader{rest: file[wasmHeader:]}
	for len(r.rest) > 0 && r.err == nil {
		id := r.byte()
		body := r.take(r.unsigned())
		// Go's linker writes none: a program that has it may name its segments
		// by their numbers, which joining changes.
		if id == dataCountSection {
			return nil, fmt.Errorf("%w: it has a section DataCount (%d), want none: compile it with Go for GOOS=js", errModule, id)
		}
		m.sections = append(m.sections, wasmSection{id, body})
	}
	return m, r.err
}

// packProgram returns a program that does the same and is smaller after Brotli. Without
// lines the trace of a panic names functions alone.
func packProgram(file []byte, lines bool) ([]byte, error) {
	m, err := readModule(file)
	if err != nil {
		return nil, err
	}
	if err := m.shorten(); err != nil {
		return nil, err
	}
	memory, err := m.memory()
	if err != nil {
		return nil, err
	}
	if !lines {
		if err := m.packFunctions(memory); err != nil {
			return nil, err
		}
	}
	m.setMemory(memory)
	return m.bytes(), nil
}

// bytes returns the module's file.
func (m *wasmModule) bytes() []byte {
	out := []byte("\x00asm\x01\x00\x00\x00")
	for _, s := range m.sections {
		out = append(binary.AppendUvarint(append(out, s.id), uint64(len(s.body))), s.body...)
	}
	return out
}

// section returns the first section with the number, nil if there is none.
func (m *wasmModule) section(id byte) *wasmSection {
	for i := range m.sections {
		if m.sections[i].id == id {
			return &m.sections[i]
		}
	}
	return nil
}

// reader reads a module's numbers. After the first error it returns zeros.
type reader struct {
	rest []byte
	err  error
}

func (r *reader) fail(what string) {
	r.err, r.rest = fmt.Errorf("%w: %s", errModule, what), nil
}

func (r *reader) take(n int) []byte {
	if n > len(r.rest) {
		r.fail("it is cut short")
		return nil
	}
	part := r.rest[:n]
	r.rest = r.rest[n:]
	return part
}

func (r *reader) byte() byte {
	if part := r.take(1); part != nil {
		return part[0]
	}
	return 0
}

func (r *reader) unsigned() int {
	value, n := binary.Uvarint(r.rest)
	if n <= 0 || value > math.MaxUint32 {
		r.fail("it is cut short, or a number is above 32 bits")
		return 0
	}
	r.take(n)
	return int(value)
}

// signed reads a LEB128 number with a sign, of up to 64 bits, which is not Go's varint:
// the sign is the highest of the bits written.
func (r *reader) signed() (value int64) {
	for shift := 0; shift < 70; shift += 7 {
		b := r.byte()
		value |= int64(b&0x7f) << shift
		if b&0x80 == 0 {
			if b&0x40 != 0 {
				value |= -1 << (shift + 7)
			}
			return value
		}
	}
	r.fail("a number is above 64 bits")
	return 0
}

func appendSigned(out []byte, value int64) []byte {
	for {
		b := byte(value & 0x7f)
		value >>= 7
		if value == 0 && b&0x40 == 0 || value == -1 && b&0x40 != 0 {
			return append(out, b)
		}
		out = append(out, b|0x80)
	}
}
