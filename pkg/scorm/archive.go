package scorm

import (
	"encoding/binary"
	"errors"
	"hash/crc32"
	"strings"
)

// ErrArchive says that files cannot be put into a zip.
var ErrArchive = errors.New("scorm: the files do not fit a zip: want relative names, each once, and less than 1 GiB in all")

// maxArchive keeps every offset within a zip's 32 bits.
const maxArchive = 1 << 30

// archive puts files into a zip as they are. The same files give the same
// bytes: the time is the first that a zip can tell.
//
// Source: PKWARE, APPNOTE.TXT, sections 4.3.7, 4.3.12 and 4.3.16.
func archive(files []File) ([]byte, error) {
	size, seen := 0, make(map[string]bool, len(files))
	for _, file := range files {
		if !fileName(file.Name) || seen[file.Name] {
			return nil, ErrArchive
		}
		seen[file.Name] = true
		if size += len(file.Data) + 2*len(file.Name) + 76; size > maxArchive {
			return nil, ErrArchive
		}
	}
	if len(files) > 0xffff {
		return nil, ErrArchive
	}
	out, directory := make([]byte, 0, size+22), []byte(nil)
	for _, file := range files {
		offset := len(out)
		entry := entry(file)
		out = binary.LittleEndian.AppendUint32(out, 0x04034b50)
		out = append(out, entry...)
		out = append(out, file.Name...)
		out = append(out, file.Data...)

		directory = binary.LittleEndian.AppendUint32(directory, 0x02014b50)
		directory = binary.LittleEndian.AppendUint16(directory, 20) // made by version 2.0
		directory = append(directory, entry...)
		directory = append(directory, make([]byte, 2+2+2+4)...) // comment, disk, attributes
		directory = binary.LittleEndian.AppendUint32(directory, uint32(offset))
		directory = append(directory, file.Name...)
	}
	start := len(out)
	out = append(out, directory...)
	out = binary.LittleEndian.AppendUint32(out, 0x06054b50)
	out = append(out, make([]byte, 2+2)...) // disks
	out = binary.LittleEndian.AppendUint16(out, uint16(len(files)))
	out = binary.LittleEndian.AppendUint16(out, uint16(len(files)))
	out = binary.LittleEndian.AppendUint32(out, uint32(len(directory)))
	out = binary.LittleEndian.AppendUint32(out, uint32(start))
	return append(out, 0, 0), nil // no comment
}

// entry is what the two headers of a file share.
func entry(file File) []byte {
	const (
		needed = 20      // version 2.0
		names  = 1 << 11 // in UTF-8
		stored = 0       // not compressed
		date   = 1<<5 | 1
	)
	var b []byte
	for _, v := range []uint16{needed, names, stored, 0, date} {
		b = binary.LittleEndian.AppendUint16(b, v)
	}
	b = binary.LittleEndian.AppendUint32(b, crc32.ChecksumIEEE(file.Data))
	b = binary.LittleEndian.AppendUint32(b, uint32(len(file.Data)))
	b = binary.LittleEndian.AppendUint32(b, uint32(len(file.Data)))
	b = binary.LittleEndian.AppendUint16(b, uint16(len(file.Name)))
	return binary.LittleEndian.AppendUint16(b, 0) // no extra field
}

// fileName reports whether a name stays in the folder that is unpacked.
func fileName(name string) bool {
	if len(name) > 200 || !plain(name) || strings.ContainsAny(name, `:*?#%`) {
		return false
	}
	for part := range strings.SplitSeq(name, "/") {
		if part == "" || part == "." || part == ".." {
			return false
		}
	}
	return true
}
