// Package protocol is firstneuron/1, the messages between an embedded page and
// the page around it, as plain values. It reads requests, answers them, and
// decides when each event is due. It does not touch the browser; pkg/ui carries
// the messages.
//
// The page posts {firstneuron: "ready", versions: [1]} to its parent. The parent
// answers {firstneuron: "hello", version: 1} with a MessagePort, and the page
// says welcome on the port ([Welcome]), over which all else goes:
//
//	{id: 1, method: "predict", params: {x: 10}}        the parent asks
//	{id: 1, result: {x: 10, y: 18.98}}                 the page answers,
//	{id: 1, error: {code: "bad_params", message: …}}   or says why not
//	{event: "epoch", epoch: 7, goal: 500, loss: 0.5}   and tells what happens
//
// A parent can do what a learner can with the experiment, and no more: no
// message fetches, navigates, downloads or copies anything. Messages have
// limits ([MaxBytes], [MaxDepth], [PerSecond]); one that exceeds them, or is no
// request, is dropped and counted. web/firstneuron-1.schema.json is the same as
// a JSON Schema.
package protocol

// Version is the version of the protocol that this package speaks.
const Version = 1

// The limits of the messages that a parent sends.
const (
	// MaxBytes is how large a message may be, its texts counted in UTF-16 units
	// and any other value as 8.
	MaxBytes = 64 << 10
	// MaxDepth is how deep objects and lists may be nested.
	MaxDepth = 8
	// MaxValues is how many values a message may have in all.
	MaxValues = 1000
	// PerSecond is how many messages a second are read.
	PerSecond = 50
)
