// Package hdf5 writes and reads the part of the HDF5 format in which Keras keeps
// weights: groups in groups, and arrays of numbers that lie in the file as they are.
//
// What it writes has the oldest version of everything, as h5py does by default: a
// superblock of version 0, groups as symbol tables, object headers of version 1,
// contiguous arrays of float32 and int64 in little endian. It reads the same, and
// float64 and other whole numbers; attributes are passed over. What it does not
// read, chunked or compressed arrays and the groups of later versions, it names.
//
// Source: https://support.hdfgroup.org/documentation/hdf5/latest/_f_m_t3.html, the
// format specification.
package hdf5

// Group is a folder of a file.
type Group struct {
	Groups   map[string]*Group
	Datasets map[string]*Dataset
}

// Dataset is an array of numbers, row by row. A Shape of no dimensions is one
// number. Whole numbers are in Ints, all others in Floats.
type Dataset struct {
	Shape  []int
	Floats []float32
	Ints   []int64
}

// NewGroup returns an empty group.
func NewGroup() *Group {
	return &Group{Groups: make(map[string]*Group), Datasets: make(map[string]*Dataset)}
}

// Sub returns the group at a path of names, which it makes where they are not there.
func (g *Group) Sub(path ...string) *Group {
	for _, name := range path {
		next := g.Groups[name]
		if next == nil {
			next = NewGroup()
			g.Groups[name] = next
		}
		g = next
	}
	return g
}

// Find returns the group at a path of names, nil where there is none.
func (g *Group) Find(path ...string) *Group {
	for _, name := range path {
		if g == nil {
			return nil
		}
		g = g.Groups[name]
	}
	return g
}

// size is how many numbers a shape has, ok is false where they are more than limit.
func size(shape []int, limit int) (n int, ok bool) {
	n = 1
	for _, d := range shape {
		if d < 0 || d > 0 && n > limit/d {
			return 0, false
		}
		n *= d
	}
	return n, true
}

// The messages of object headers that are used here.
const (
	dataspaceMessage    = 0x0001
	datatypeMessage     = 0x0003
	fillMessage         = 0x0005
	layoutMessage       = 0x0008
	continuationMessage = 0x0010
	symbolTableMessage  = 0x0011
)

const (
	signature = "\x89HDF\r\n\x1a\n"
	// leafK and nodeK are how many entries, halved, a symbol node and a tree node
	// have room for.
	leafK, nodeK = 4, 16
	entrySize    = 40
	undefined    = ^uint64(0)
	heapFull     = 1 // the free list of a heap without room
)
