package workbook

import (
	"compress/flate"
	"encoding/binary"
	"errors"
	"io"
	"strings"
)

// The limits of a workbook: how many files it may have, and how many bytes they may
// inflate to.
const (
	maxEntries  = 5000
	maxInflated = 64 << 20
)

var errNoZip = errors.New("workbook: this is no zip file, or it is cut off: copy the workbook again")

// entries are the files in a zip file, by name.
type entries struct {
	data  string
	found map[string]entry
	left  int64 // how many bytes may still be inflated
}

type entry struct {
	method       uint16
	size, offset int
}

// openZip reads the directory at the end of a zip file.
func openZip(data string) (*entries, error) {
	const endSize, headSize = 22, 46
	at := strings.LastIndex(data, "PK\x05\x06")
	if at < 0 || at+endSize > len(data) {
		return nil, errNoZip
	}
	end := []byte(data[at : at+endSize])
	count, from := int(binary.LittleEndian.Uint16(end[10:])), int(binary.LittleEndian.Uint32(end[16:]))
	z := &entries{data: data, found: map[string]entry{}, left: maxInflated}
	for range min(count, maxEntries) {
		if from < 0 || from+headSize > len(data) || data[from:from+4] != "PK\x01\x02" {
			return nil, errNoZip
		}
		head := []byte(data[from : from+headSize])
		name, extra, comment := int(binary.LittleEndian.Uint16(head[28:])), int(binary.LittleEndian.Uint16(head[30:])), int(binary.LittleEndian.Uint16(head[32:]))
		if from+headSize+name > len(data) {
			return nil, errNoZip
		}
		z.found[data[from+headSize:from+headSize+name]] = entry{
			method: binary.LittleEndian.Uint16(head[10:]),
			size:   int(binary.LittleEndian.Uint32(head[20:])),
			offset: int(binary.LittleEndian.Uint32(head[42:])),
		}
		from += headSize + name + extra + comment
	}
	return z, nil
}

// read inflates a file; "" for one that is not there.
func (z *entries) read(name string) (string, error) {
	const headSize = 30
	e, ok := z.found[name]
	if !ok {
		return "", nil
	}
	if e.offset < 0 || e.offset+headSize > len(z.data) || z.data[e.offset:e.offset+4] != "PK\x03\x04" {
		return "", errNoZip
	}
	head := []byte(z.data[e.offset : e.offset+headSize])
	from := e.offset + headSize + int(binary.LittleEndian.Uint16(head[26:])) + int(binary.LittleEndian.Uint16(head[28:]))
	if from+e.size > len(z.data) || e.size < 0 {
		return "", errNoZip
	}
	packed := z.data[from : from+e.size]
	switch e.method {
	case 0:
		return packed, nil
	case 8:
		inflater := flate.NewReader(strings.NewReader(packed))
		text, err := io.ReadAll(io.LimitReader(inflater, z.left+1))
		if z.left -= int64(len(text)); err == nil && z.left < 0 {
			err = errors.New("workbook: its sheet is too large: copy its cells and paste them")
		}
		return string(text), err
	}
	return "", errors.New("workbook: its files are packed in a way that this page does not know: save it again")
}
