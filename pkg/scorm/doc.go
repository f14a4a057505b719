// Package scorm packs an experiment for course systems that know SCORM 1.2,
// such as Moodle and Canvas: a zip that a teacher uploads without writing a
// line of code.
//
// A thin [Package] frames the page at its address; a full one holds the whole
// site. Both report the learner's score and completion to the course system, and
// keep the experiment there so that the next launch continues it.
//
// The launch page (launch/index.html, launch/scorm.js) stands between the two:
// it talks to the course system by the SCORM API and to the framed page by the
// messages of firstneuron/1, see docs/embedding.md.
//
// The package is part of the page's program, too, so it does without
// encoding/xml and text/template, and packs by pkg/archive.
package scorm
