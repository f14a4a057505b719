// Package scorm packs an experiment for course systems that know SCORM 1.2,
// such as Moodle and Canvas: a zip that a teacher uploads without writing a
// line of code.
//
// A [Package] is thin, when it frames the page at its address, or full, when
// the whole site lies in it. Either way the course system gets the learner's
// score, whether the task is completed, and the experiment as it stands, to
// be taken up again.
//
// The launch page (launch/index.html, launch/scorm.js) stands between the two:
// it talks to the course system by the SCORM API and to the framed page by the
// messages of firstneuron/1, see docs/embedding.md.
//
// The package is part of the page's program, too, so it does without
// encoding/xml and text/template, and packs by pkg/archive.
package scorm
