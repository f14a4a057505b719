// Package archive writes zip files: the same bytes for the same files.
//
//	data, err := archive.Zip([]archive.File{{Name: "index.html", Data: page}}, archive.Stored)
//
// The page's program packs lessons for course systems by it: archive/zip of the
// standard library would make that program 14 kB larger after Brotli. The command
// that writes the site uses the same writer, and compresses the files.
package archive

import (
	"encoding/binary"
	"errors"
	"hash/crc32"
	"strings"
)

// File is one of a zip: its name with slashes, and its content.
type File struct {
	Name string
	Data []byte
}

// Compress returns the content of a file in the format Deflate, or nil where it
// is to be stored as it is.
type Compress func(File) []byte

// Stored is the [Compress] that stores every file.
func Stored(File) []byte { return nil }

// ErrFiles says that files cannot be put into a zip.
var ErrFiles = errors.New("archive: the files do not fit a zip: want relative names, each once, and less than 1 GiB in all")

// maxSize keeps every offset within a zip's 32 bits, and maxFiles their number
// within its 16.
const (
	maxSize  = 1 << 30
	maxFiles = 0xffff
)

// Zip puts files into a zip. The time of each is the first that a zip can tell.
//
// Source: PKWARE, APPNOTE.TXT, sections 4.3.7, 4.3.12 and 4.3.16.
func Zip(files []File, compress Compress) ([]byte, error) {
	size, seen := 0, make(map[string]bool, len(files))
	for _, file := range files {
		if !nameFits(file.Name) || seen[file.Name] {
			return nil, ErrFiles
		}
		seen[file.Name] = true
		if size += len(file.Data) + 2*len(file.Name) + 76; size > maxSize {
			return nil, ErrFiles
		}
	}
	if len(files) > maxFiles {
		return nil, ErrFiles
	}
	out, directory := make([]byte, 0, size+22), []byte(nil)
	for _, file := range files {
		offset := len(out)
		content, method := file.Data, uint16(stored)
		if smaller := compress(file); smaller != nil {
			content, method = smaller, deflated
		}
		header := header(file, method, len(content))
		out = binary.LittleEndian.AppendUint32(out, 0x04034b50)
		out = append(out, header...)
		out = append(out, file.Name...)
		out = append(out, content...)

		directory = binary.LittleEndian.AppendUint32(directory, 0x02014b50)
		directory = binary.LittleEndian.AppendUint16(directory, version)
		directory = append(directory, header...)
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

// The numbers of the two headers.
const (
	version  = 20      // 2.0
	names    = 1 << 11 // in UTF-8
	stored   = 0
	deflated = 8
	time     = 0
	date     = 1<<5 | 1 // 1980-01-01
)

// header returns what the two headers of a file share.
func header(file File, method uint16, size int) []byte {
	var b []byte
	for _, v := range []uint16{version, names, method, time, date} {
		b = binary.LittleEndian.AppendUint16(b, v)
	}
	b = binary.LittleEndian.AppendUint32(b, crc32.ChecksumIEEE(file.Data))
	b = binary.LittleEndian.AppendUint32(b, uint32(size))
	b = binary.LittleEndian.AppendUint32(b, uint32(len(file.Data)))
	b = binary.LittleEndian.AppendUint16(b, uint16(len(file.Name)))
	return binary.LittleEndian.AppendUint16(b, 0) // no extra field
}

// nameFits reports whether a name stays in the folder that is unpacked, on any
// system: printable ASCII without the characters that paths and addresses
// reserve.
func nameFits(name string) bool {
	if len(name) > 200 {
		return false
	}
	for _, r := range name {
		if r <= ' ' || r > '~' || strings.ContainsRune("\"<>\\^`{|}:*?#%", r) {
			return false
		}
	}
	for part := range strings.SplitSeq(name, "/") {
		if part == "" || part == "." || part == ".." {
			return false
		}
	}
	return true
}
