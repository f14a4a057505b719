package hdf5

import (
	"encoding/binary"
	"fmt"
	"maps"
	"math"
	"slices"
	"strings"
)

// Write returns the file of a group and all that is in it. Errors: a name cannot be
// written, a group has more members than a tree of one level holds, or an array has
// other than so many numbers as its shape says.
func Write(root *Group) ([]byte, error) {
	w := &writer{}
	w.bytes(make([]byte, 96)) // the superblock, which names what comes after it
	at, err := w.group(root)
	if err != nil {
		return nil, err
	}
	end := uint64(len(w.file))
	head := &writer{}
	head.text(signature)
	head.bytes([]byte{0, 0, 0, 0, 0, 8, 8, 0})
	head.u16(leafK)
	head.u16(nodeK)
	head.u32(0)
	head.u64(0, undefined, end, undefined)
	head.entry(0, at)
	copy(w.file, head.file)
	return w.file, nil
}

// place is where a group or a dataset is.
type place struct {
	header     uint64
	tree, heap uint64 // of groups
	isGroup    bool
}

type writer struct{ file []byte }

func (w *writer) bytes(b []byte) { w.file = append(w.file, b...) }
func (w *writer) text(s string)  { w.file = append(w.file, s...) }
func (w *writer) u16(v uint16)   { w.file = binary.LittleEndian.AppendUint16(w.file, v) }
func (w *writer) u32(v uint32)   { w.file = binary.LittleEndian.AppendUint32(w.file, v) }

func (w *writer) u64(values ...uint64) {
	for _, v := range values {
		w.file = binary.LittleEndian.AppendUint64(w.file, v)
	}
}

// here aligns and returns where the next byte goes.
func (w *writer) here() uint64 {
	w.bytes(make([]byte, -len(w.file)&7))
	return uint64(len(w.file))
}

// entry writes a member of a symbol table: 40 bytes.
func (w *writer) entry(name uint64, p place) {
	w.u64(name, p.header)
	if p.isGroup {
		w.u32(1)
		w.u32(0)
		w.u64(p.tree, p.heap)
		return
	}
	w.bytes(make([]byte, 24))
}

// group writes the members, then the group itself.
func (w *writer) group(g *Group) (place, error) {
	members := make(map[string]place)
	for _, name := range slices.Sorted(maps.Keys(g.Groups)) {
		p, err := w.group(g.Groups[name])
		if err != nil {
			return place{}, err
		}
		members[name] = p
	}
	for _, name := range slices.Sorted(maps.Keys(g.Datasets)) {
		if _, taken := members[name]; taken {
			return place{}, fmt.Errorf("hdf5: %q is a group and an array; give one of them another name", name)
		}
		p, err := w.dataset(name, g.Datasets[name])
		if err != nil {
			return place{}, err
		}
		members[name] = p
	}
	names := slices.Sorted(maps.Keys(members))
	if most := 2 * leafK * 2 * nodeK; len(names) > most {
		return place{}, fmt.Errorf("hdf5: a group has %d members; give at most %d", len(names), most)
	}
	heap, offsets, err := w.heap(names)
	if err != nil {
		return place{}, err
	}
	tree := w.tree(names, offsets, members)
	p := place{header: w.here(), tree: tree, heap: heap, isGroup: true}
	w.header(message{symbolTableMessage, func(m *writer) { m.u64(tree, heap) }})
	return p, nil
}

// heap writes the names of a group and returns where each stands in it.
func (w *writer) heap(names []string) (at uint64, offsets map[string]uint64, err error) {
	data := &writer{}
	data.u64(0) // the empty name
	offsets = make(map[string]uint64)
	for _, name := range names {
		if name == "" || strings.ContainsAny(name, "/\x00") {
			return 0, nil, fmt.Errorf("hdf5: the name %q is empty or has a slash; give another", name)
		}
		offsets[name] = data.here()
		data.text(name)
		data.bytes([]byte{0})
	}
	data.here()
	at = w.here()
	w.text("HEAP")
	w.u32(0)
	w.u64(uint64(len(data.file)), heapFull, at+32)
	w.bytes(data.file)
	return at, offsets, nil
}

// tree writes the members in nodes of eight, and the tree of one level above them.
func (w *writer) tree(names []string, offsets map[string]uint64, members map[string]place) uint64 {
	keys, children := []uint64{0}, []uint64{}
	for part := range slices.Chunk(names, 2*leafK) {
		children = append(children, w.here())
		w.text("SNOD")
		w.bytes([]byte{1, 0})
		w.u16(uint16(len(part)))
		for _, name := range part {
			w.entry(offsets[name], members[name])
		}
		w.bytes(make([]byte, (2*leafK-len(part))*entrySize))
		keys = append(keys, offsets[part[len(part)-1]])
	}
	at := w.here()
	w.text("TREE")
	w.bytes([]byte{0, 0})
	w.u16(uint16(len(children)))
	w.u64(undefined, undefined)
	for i := range 2 * nodeK {
		if i < len(children) {
			w.u64(keys[i], children[i])
			continue
		}
		if i == len(children) {
			w.u64(keys[i], 0)
			continue
		}
		w.u64(0, 0)
	}
	if len(children) == 2*nodeK {
		w.u64(keys[2*nodeK])
	} else {
		w.u64(0)
	}
	return at
}

func (w *writer) dataset(name string, d *Dataset) (place, error) {
	held, whole := len(d.Floats), d.Ints != nil
	if whole {
		held = len(d.Ints)
	}
	if n, ok := size(d.Shape, math.MaxInt32); !ok || n != held || len(d.Shape) > 32 {
		return place{}, fmt.Errorf("hdf5: the array %q has %d numbers and the shape %v; give as many as that holds", name, held, d.Shape)
	}
	data := w.here()
	for _, v := range d.Floats {
		w.u32(math.Float32bits(v))
	}
	for _, v := range d.Ints {
		w.u64(uint64(v))
	}
	length := uint64(len(w.file)) - data
	if length == 0 {
		data = undefined
	}
	p := place{header: w.here()}
	w.header(
		message{dataspaceMessage, func(m *writer) {
			m.bytes([]byte{1, byte(len(d.Shape)), 0, 0, 0, 0, 0, 0})
			for _, dimension := range d.Shape {
				m.u64(uint64(dimension))
			}
		}},
		message{datatypeMessage, func(m *writer) {
			if whole { // signed, 64 bits
				m.bytes([]byte{0x10, 0x08, 0, 0, 8, 0, 0, 0, 0, 0, 64, 0})
				return
			}
			// IEEE: the sign at bit 31, 8 bits of exponent at 23 with bias 127, 23 of
			// mantissa, whose first is not stored.
			m.bytes([]byte{0x11, 0x20, 0x1f, 0, 4, 0, 0, 0, 0, 0, 32, 0, 23, 8, 0, 23, 127, 0, 0, 0})
		}},
		message{fillMessage, func(m *writer) { m.bytes([]byte{2, 2, 2, 0}) }},
		message{layoutMessage, func(m *writer) {
			m.bytes([]byte{3, 1})
			m.u64(data, length)
		}},
	)
	return p, nil
}

// A message is a part of an object header.
type message struct {
	kind  uint16
	write func(m *writer)
}

// header writes an object header of version 1.
func (w *writer) header(messages ...message) {
	body := &writer{}
	for _, m := range messages {
		part := &writer{}
		m.write(part)
		part.here()
		body.u16(m.kind)
		body.u16(uint16(len(part.file)))
		body.u32(0)
		body.bytes(part.file)
	}
	w.bytes([]byte{1, 0})
	w.u16(uint16(len(messages)))
	w.u32(1)
	w.u32(uint32(len(body.file)))
	w.u32(0)
	w.bytes(body.file)
}
