package bundle

import (
	"cmp"
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"slices"
)

// Go's linker cuts the program's data wherever some zeros stand in it, into a
// hundred thousand segments, each with an address that Brotli cannot guess.
// The zeros themselves cost nearly nothing: with the segments joined again, the
// program is 110 kB smaller after Brotli and fills memory with the same bytes.

// widestGap is the number of zeros up to which two segments become one.
const widestGap = 4096

const (
	wasmHeader       = 8  // magic number and version
	dataSection      = 11 // the number of the section that fills memory
	dataCountSection = 12 // the number of the one that repeats how many segments there are
	i32Const         = 0x41
	end              = 0x0b
)

// errModule reports a program that Go's linker did not write.
var errModule = errors.New("not a WebAssembly module of Go's linker")

// segment is a part of memory that the program starts with.
type segment struct {
	at   int
	data []byte
}

// joinSegments returns the same module with fewer data segments.
func joinSegments(module []byte) ([]byte, error) {
	if len(module) < wasmHeader || string(module[:4]) != "\x00asm" {
		return nil, fmt.Errorf("%w: it does not begin with its magic number", errModule)
	}
	out := append(make([]byte, 0, len(module)), module[:wasmHeader]...)
	r := reader{rest: module[wasmHeader:]}
	for len(r.rest) > 0 && r.err == nil {
		id := r.byte()
		body := r.take(r.unsigned())
		// Go's linker writes none: a program that has it may name its segments
		// by their numbers, which joining changes.
		if id == dataCountSection {
			return nil, fmt.Errorf("%w: it has a section DataCount (%d), want none: compile it with Go for GOOS=js", errModule, id)
		}
		if id == dataSection && r.err == nil {
			segments, err := readSegments(body)
			if err != nil {
				return nil, err
			}
			if body, err = writeSegments(segments); err != nil {
				return nil, err
			}
		}
		out = append(binary.AppendUvarint(append(out, id), uint64(len(body))), body...)
	}
	return out, r.err
}

func readSegments(body []byte) ([]segment, error) {
	r := reader{rest: body}
	segments := make([]segment, 0, min(r.unsigned(), len(body)))
	for len(segments) < cap(segments) && r.err == nil {
		memory, opcode := r.byte(), r.byte()
		s := segment{at: r.signed()}
		if stop := r.byte(); memory != 0 || opcode != i32Const || stop != end {
			return nil, fmt.Errorf("%w: a data segment without a constant address", errModule)
		}
		s.data = r.take(r.unsigned())
		segments = append(segments, s)
	}
	return segments, r.err
}

func writeSegments(segments []segment) ([]byte, error) {
	slices.SortFunc(segments, func(a, b segment) int { return cmp.Compare(a.at, b.at) })
	var joined []segment
	stop := 0 // the address behind the last segment
	for _, s := range segments {
		gap := s.at - stop
		stop = s.at + len(s.data)
		switch {
		case len(joined) > 0 && gap < 0:
			return nil, fmt.Errorf("%w: data segments overlap at %#x", errModule, s.at)
		case len(joined) > 0 && gap <= widestGap:
			last := &joined[len(joined)-1]
			last.data = append(append(last.data, make([]byte, gap)...), s.data...)
		default:
			joined = append(joined, segment{s.at, slices.Clone(s.data)})
		}
	}
	body := binary.AppendUvarint(nil, uint64(len(joined)))
	for _, s := range joined {
		body = appendSigned(append(body, 0, i32Const), s.at)
		body = append(binary.AppendUvarint(append(body, end), uint64(len(s.data))), s.data...)
	}
	return body, nil
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

// signed reads a LEB128 number with a sign, which is not Go's varint: the sign
// is the highest of the bits written.
func (r *reader) signed() int {
	value := 0
	for shift := 0; shift < 35; shift += 7 {
		b := r.byte()
		value |= int(b&0x7f) << shift
		if b&0x80 == 0 {
			if b&0x40 != 0 {
				value |= -1 << (shift + 7)
			}
			return value
		}
	}
	r.fail("a number is above 32 bits")
	return 0
}

func appendSigned(out []byte, value int) []byte {
	for {
		b := byte(value & 0x7f)
		value >>= 7
		if value == 0 && b&0x40 == 0 || value == -1 && b&0x40 != 0 {
			return append(out, b)
		}
		out = append(out, b|0x80)
	}
}
