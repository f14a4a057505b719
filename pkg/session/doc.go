// Package session is what the page knows and what it does, without a page.
//
// A [Session] is a value, in parts: what the learner edits, the run, the view, and
// so on. Whatever happens to it is a [Msg]; [Update] takes both and returns the
// next Session and the effects to perform:
//
//	next, effects := session.Update(current, session.TrainPressed{})
//
// A message carries its update: its type, its meaning and what it does stand in
// one place. To add a message is to write that type, and a generator for it in
// the tests.
//
// Update is pure: it asks nothing but its arguments, not even which engine
// computes, and changes nothing in place that can be seen. So every behaviour of
// the page can be tested, replayed and undone as data. A [Machine] does the work
// that effects ask for, the training and the jobs, in slices short enough for
// one frame. Each slice comes back as a message with the ID of its run or job,
// and a message about one that is over is dropped. All other effects are for a
// page to perform.
package session
