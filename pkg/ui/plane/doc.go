// Package plane is the picture of a model of two inputs, as numbers: what it answers
// everywhere, where its answer changes, and the points that it learns from.
//
// Everything here is a pure function of plain values, so that what is drawn, what a
// pointer finds and what a screen reader says are the same:
//
//   - a [Reading] tells what outputs mean: numbers, or one of some classes;
//   - a [Field] is the outputs at places of the plane, which a [Ramp] colours;
//   - a [Tracer] follows the boundary between the classes;
//   - a [Scale] joins the plane and the pixels, and [Mark] is a point between them;
//   - a [Verdict] counts what the model answers rightly, and a [Summary] says in
//     words where which class lies.
//
// A field of a hidden unit is a Field as well: the same picture, smaller.
package plane
