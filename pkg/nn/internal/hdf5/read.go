package hdf5

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"math"
)

// The limits of what is read.
const (
	maxDepth   = 16      // groups in groups
	maxMembers = 1 << 16 // groups and arrays of a file
	maxNumbers = 1 << 27 // of an array
)

// errShort is met where a file points beyond its end.
var errShort = errors.New("hdf5: the file ends before what it points to; give the whole file")

// Read returns the groups and arrays of a file. Errors: it is no HDF5, is cut off, or
// has what this package does not read.
func Read(file []byte) (*Group, error) {
	if !bytes.HasPrefix(file, []byte(signature)) {
		return nil, errors.New("hdf5: the file does not begin as HDF5 does; give one that Keras or h5py wrote")
	}
	r := &reader{file: file}
	head, err := r.at(8, 88)
	if err != nil {
		return nil, err
	}
	if head[0] != 0 || head[5] != 8 || head[6] != 8 {
		return nil, fmt.Errorf("hdf5: the superblock has version %d with addresses of %d bytes; only version 0 with 8 is read", head[0], head[5])
	}
	return r.group(binary.LittleEndian.Uint64(head[56:]), 0)
}

type reader struct {
	file    []byte
	members int
}

// at returns so many bytes of the file.
func (r *reader) at(offset uint64, n int) ([]byte, error) {
	if offset > uint64(len(r.file)) || n < 0 || uint64(n) > uint64(len(r.file))-offset {
		return nil, errShort
	}
	return r.file[offset : offset+uint64(n)], nil
}

// messages returns the messages of an object header by kind, the first of each.
func (r *reader) messages(header uint64) (map[uint16][]byte, error) {
	head, err := r.at(header, 16)
	if err != nil {
		return nil, err
	}
	if head[0] != 1 {
		return nil, errors.New("hdf5: an object header is not of version 1, the only one that is read")
	}
	count := int(binary.LittleEndian.Uint16(head[2:]))
	type block struct{ offset, length uint64 }
	blocks := []block{{header + 16, uint64(binary.LittleEndian.Uint32(head[8:]))}}
	found := make(map[uint16][]byte)
	for i := 0; i < len(blocks) && i <= count; i++ {
		offset, left := blocks[i].offset, blocks[i].length
		for left >= 8 && count > 0 {
			prefix, err := r.at(offset, 8)
			if err != nil {
				return nil, err
			}
			kind, length := binary.LittleEndian.Uint16(prefix), uint64(binary.LittleEndian.Uint16(prefix[2:]))
			if length+8 > left {
				return nil, errShort
			}
			body, err := r.at(offset+8, int(length))
			if err != nil {
				return nil, err
			}
			if kind == continuationMessage {
				if len(body) < 16 {
					return nil, errShort
				}
				blocks = append(blocks, block{binary.LittleEndian.Uint64(body), binary.LittleEndian.Uint64(body[8:])})
			} else if _, have := found[kind]; !have {
				found[kind] = body
			}
			offset, left, count = offset+8+length, left-8-length, count-1
		}
	}
	return found, nil
}

func (r *reader) group(header uint64, depth int) (*Group, error) {
	if depth > maxDepth {
		return nil, fmt.Errorf("hdf5: groups lie in groups more than %d deep", maxDepth)
	}
	messages, err := r.messages(header)
	if err != nil {
		return nil, err
	}
	table := messages[symbolTableMessage]
	if len(table) < 16 {
		return nil, errors.New("hdf5: a group is not a symbol table, the only kind that is read")
	}
	names, err := r.names(binary.LittleEndian.Uint64(table[8:]))
	if err != nil {
		return nil, err
	}
	g := NewGroup()
	return g, r.walk(binary.LittleEndian.Uint64(table), names, 0, func(name string, at uint64) error {
		return r.member(g, name, at, depth)
	})
}

// names returns the texts of a heap.
func (r *reader) names(heap uint64) ([]byte, error) {
	head, err := r.at(heap, 32)
	if err != nil {
		return nil, err
	}
	length := binary.LittleEndian.Uint64(head[8:])
	if string(head[:4]) != "HEAP" || length > uint64(len(r.file)) {
		return nil, errShort
	}
	return r.at(binary.LittleEndian.Uint64(head[24:]), int(length))
}

// walk calls visit for each member of a group's tree.
func (r *reader) walk(node uint64, names []byte, level int, visit func(name string, header uint64) error) error {
	head, err := r.at(node, 24)
	if err != nil {
		return err
	}
	if level > maxDepth {
		return errors.New("hdf5: a group's tree is too deep")
	}
	if string(head[:4]) == "SNOD" {
		count := int(binary.LittleEndian.Uint16(head[6:]))
		entries, err := r.at(node+8, count*entrySize)
		if err != nil {
			return err
		}
		for i := range count {
			entry := entries[i*entrySize:]
			from := binary.LittleEndian.Uint64(entry)
			if from >= uint64(len(names)) {
				return errShort
			}
			name, _, _ := bytes.Cut(names[from:], []byte{0})
			if err := visit(string(name), binary.LittleEndian.Uint64(entry[8:])); err != nil {
				return err
			}
		}
		return nil
	}
	if string(head[:4]) != "TREE" || head[4] != 0 {
		return errors.New("hdf5: a group's tree has an unknown node")
	}
	count := int(binary.LittleEndian.Uint16(head[6:]))
	children, err := r.at(node+24, 16*count)
	if err != nil {
		return err
	}
	for i := range count {
		if err := r.walk(binary.LittleEndian.Uint64(children[16*i+8:]), names, level+1, visit); err != nil {
			return err
		}
	}
	return nil
}

// member reads a group or an array into g.
func (r *reader) member(g *Group, name string, header uint64, depth int) error {
	if r.members++; r.members > maxMembers {
		return fmt.Errorf("hdf5: the file has more than %d groups and arrays", maxMembers)
	}
	messages, err := r.messages(header)
	if err != nil {
		return err
	}
	if _, isGroup := messages[symbolTableMessage]; isGroup {
		g.Groups[name], err = r.group(header, depth+1)
		return err
	}
	d, err := r.dataset(messages)
	if err != nil {
		return fmt.Errorf("%w (in %q)", err, name)
	}
	g.Datasets[name] = d
	return nil
}

func (r *reader) dataset(messages map[uint16][]byte) (*Dataset, error) {
	space, kind, layout := messages[dataspaceMessage], messages[datatypeMessage], messages[layoutMessage]
	if len(space) < 8 || len(kind) < 8 || len(layout) < 2 {
		return nil, errors.New("hdf5: an array has no shape, no type or no layout")
	}
	start := 8
	if space[0] == 2 {
		start = 4
	} else if space[0] != 1 {
		return nil, fmt.Errorf("hdf5: a shape has version %d; 1 and 2 are read", space[0])
	}
	d := &Dataset{Shape: []int{}}
	if len(space) < start+8*int(space[1]) {
		return nil, errShort
	}
	for i := range int(space[1]) {
		dimension := binary.LittleEndian.Uint64(space[start+8*i:])
		if dimension > maxNumbers {
			return nil, fmt.Errorf("hdf5: an array has more than %d numbers", maxNumbers)
		}
		d.Shape = append(d.Shape, int(dimension))
	}
	n, ok := size(d.Shape, maxNumbers)
	if !ok {
		return nil, fmt.Errorf("hdf5: an array has more than %d numbers", maxNumbers)
	}
	width := int(binary.LittleEndian.Uint32(kind[4:]))
	if width != 1 && width != 2 && width != 4 && width != 8 {
		return nil, fmt.Errorf("hdf5: an array has numbers of %d bytes; 1, 2, 4 and 8 are read", width)
	}
	data, err := r.data(layout, n*width)
	if err != nil {
		return nil, err
	}
	return d, d.decode(kind, width, data)
}

// data returns an array's bytes.
func (r *reader) data(layout []byte, length int) ([]byte, error) {
	if layout[0] != 3 {
		return nil, fmt.Errorf("hdf5: a layout has version %d; 3 is read", layout[0])
	}
	switch layout[1] {
	case 0: // in the header itself
		if len(layout) < 4+length {
			return nil, errShort
		}
		return layout[4 : 4+length], nil
	case 1:
		if len(layout) < 18 {
			return nil, errShort
		}
		at := binary.LittleEndian.Uint64(layout[2:])
		if length == 0 || at == undefined { // nothing was written
			return make([]byte, min(length, len(r.file))), nil
		}
		return r.at(at, length)
	}
	return nil, errors.New("hdf5: an array lies in chunks, which are not read; save it without compression")
}

// decode reads the numbers of an array.
func (d *Dataset) decode(kind []byte, width int, data []byte) error {
	bigEndian := kind[1]&1 == 1
	switch class := kind[0] & 0x0f; {
	case bigEndian:
		return errors.New("hdf5: an array is in big endian; little endian is read")
	case class == 1 && (width == 4 || width == 8):
		d.Floats = make([]float32, len(data)/width)
		for i := range d.Floats {
			if width == 4 {
				d.Floats[i] = math.Float32frombits(binary.LittleEndian.Uint32(data[4*i:]))
			} else {
				d.Floats[i] = float32(math.Float64frombits(binary.LittleEndian.Uint64(data[8*i:])))
			}
		}
	case class == 0:
		signed := kind[1]&8 != 0
		d.Ints = make([]int64, len(data)/width)
		for i := range d.Ints {
			var v uint64
			for k := width - 1; k >= 0; k-- {
				v = v<<8 | uint64(data[width*i+k])
			}
			if shift := 64 - 8*width; signed {
				d.Ints[i] = int64(v<<shift) >> shift
			} else {
				d.Ints[i] = int64(v)
			}
		}
	default:
		return fmt.Errorf("hdf5: an array has numbers of class %d with %d bytes; float32, float64 and whole numbers are read", class, width)
	}
	return nil
}
