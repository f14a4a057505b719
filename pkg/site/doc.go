// Package site hands out the static site: its bytes as they were built, with
// the headers that course pages need, to any number of learners.
//
// [Load] reads the files with their precompressed representations, [Handler]
// serves them, [NewServer] is the HTTP server around it with its limits.
// [HostFiles] writes the same headers for other hosts.
package site
