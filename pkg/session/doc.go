// Package session is what the page knows and what it does, without a page.
//
// A [Session] is a value. Whatever happens to it is a [Msg]; [Update] takes
// both and returns the next Session and the effects to perform:
//
//	next, effects := session.Update(current, session.TrainPressed{})
//
// Update is pure: it touches nothing but its arguments, so every behaviour of
// the page can be tested, replayed and undone as data. The impure work, which
// is training, is done by a [Trainer] in slices short enough for one frame;
// each slice comes back as a [Progress] message with the id of its run, and a
// Progress of a run that is over is dropped.
package session
