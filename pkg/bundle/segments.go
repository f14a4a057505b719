package bundle

import (
	"cmp"
	"encoding/binary"
	"fmt"
	"slices"
)

// Go's linker cuts the program's data wherever some zeros stand in it, into a
// hundred thousand segments, each with an address that Brotli cannot guess.
// The zeros themselves cost nearly nothing: with the segments joined again, the
// program is 110 kB smaller after Brotli and fills memory with the same bytes.

// widestGap is the number of zeros up to which two segments become one.
const widestGap = 4096

// segment is a part of memory that the program starts with.
type segment struct {
	at   int
	data []byte
}

// memory returns what the program's memory begins with, from address 0 on.
func (m *wasmModule) memory() ([]byte, error) {
	data := m.section(dataSection)
	if data == nil {
		return nil, nil
	}
	segments, err := readSegments(data.body)
	if err != nil {
		return nil, err
	}
	return memoryOf(segments)
}

// setMemory makes the program begin with that memory, in as few segments as are worth it.
func (m *wasmModule) setMemory(memory []byte) {
	if data := m.section(dataSection); data != nil {
		data.body = writeSegments(segmentsOf(memory))
	}
}

func readSegments(body []byte) ([]segment, error) {
	r := reader{rest: body}
	segments := make([]segment, 0, min(r.unsigned(), len(body)))
	for len(segments) < cap(segments) && r.err == nil {
		memory, opcode := r.byte(), r.byte()
		s := segment{at: int(r.signed())}
		if stop := r.byte(); memory != 0 || opcode != i32Const || stop != end {
			return nil, fmt.Errorf("%w: a data segment without a constant address", errModule)
		}
		s.data = r.take(r.unsigned())
		segments = append(segments, s)
	}
	return segments, r.err
}

func writeSegments(segments []segment) []byte {
	body := binary.AppendUvarint(nil, uint64(len(segments)))
	for _, s := range segments {
		body = appendSigned(append(body, 0, i32Const), int64(s.at))
		body = append(binary.AppendUvarint(append(body, end), uint64(len(s.data))), s.data...)
	}
	return body
}

// largestImage is the most memory that a program may start with: the page's starts
// with 8 MB.
const largestImage = 64 << 20

// memoryOf returns what the segments fill memory with.
func memoryOf(segments []segment) ([]byte, error) {
	slices.SortFunc(segments, func(a, b segment) int { return cmp.Compare(a.at, b.at) })
	size := 0
	for _, s := range segments {
		if s.at < 0 || s.at > largestImage-len(s.data) {
			return nil, fmt.Errorf("%w: a data segment at %#x, want them below %#x", errModule, s.at, largestImage)
		}
		if s.at < size {
			return nil, fmt.Errorf("%w: data segments overlap at %#x", errModule, s.at)
		}
		size = s.at + len(s.data)
	}
	memory := make([]byte, size)
	for _, s := range segments {
		copy(memory[s.at:], s.data)
	}
	return memory, nil
}

// segmentsOf cuts memory where more than widestGap zeros stand.
func segmentsOf(memory []byte) []segment {
	var segments []segment
	start, zeros := 0, 0
	for at, b := range memory {
		if b == 0 {
			zeros++
			continue
		}
		if zeros > widestGap || at == zeros {
			if at > zeros {
				segments = append(segments, segment{start, memory[start : at-zeros]})
			}
			start = at
		}
		zeros = 0
	}
	if len(memory) > zeros {
		segments = append(segments, segment{start, memory[start : len(memory)-zeros]})
	}
	return segments
}
