// Package site hands out the static site: its bytes as they were built, with
// the headers that course pages need, to any number of learners.
//
// [Load] reads the files with their precompressed forms, [Handler] serves
// them, [NewServer] is the HTTP server around it with its limits. The same
// headers are written for other hosts by [HostFiles].
package site
