package playground

import (
	"slices"
	"strings"
)

// Notice is something about a link that the page has to say: a value that cannot be
// used, or what is another here than on the Playground's page.
type Notice struct {
	// Code is one of [Codes], Args are its arguments.
	Code string
	Args map[string]string
	// Key is the link's key that it is about, "" for none.
	Key string
	// Refused is set when a value of the link is not used; else the notice tells
	// what is another here.
	Refused bool
}

// A kind of notice: its English message, whose placeholders are its arguments.
type kind struct {
	code    string
	refused bool
	message string
}

// kinds lists every notice.
var kinds = []kind{
	{"playground_name", true, "“{text}” is not known to TensorFlow Playground, which knows {names}: {used} is used"},
	{"playground_number", true, "“{text}” is not a number, and TensorFlow Playground breaks of it: {used} is used"},
	{"playground_noise", true, "the noise {text} is not within 0 to 80: {used} is used, as TensorFlow Playground does"},
	{"playground_shape", true, "the layers “{text}” cannot be built: {used} is used; give each layer from 1 to {units} units, at most {layers} layers"},
	{"playground_inputs", true, "no feature is on, so that there is nothing to learn from: x and y are used"},
	{"playground_training_part", true, "{text} percent leave {rows} points to train on: {used} is used"},
	{"playground_seed", true, "the seed has {count} characters, more than {max}: {used} is used"},

	{"playground_seed_drawn", false, "the link has no seed, so that TensorFlow Playground draws another one each time: here it is {used}"},
	{"playground_half_loss", false, "the loss of TensorFlow Playground is half of the mean squared error: the rate {rate} is {used} here, and every loss is twice as large"},
	{"playground_rows_left", false, "of {rows} rows, batches of {batch} leave {rest}, which count in the first update of the next epoch, as in TensorFlow Playground: Keras would make a smaller batch of them"},
	{"playground_no_update", false, "with a batch of {batch} and {rows} rows TensorFlow Playground never changes a weight: Keras trains with a batch of {used}"},
	{"playground_batch", false, "with a batch of {text} TensorFlow Playground updates after {used} rows"},
	{"playground_links_die", false, "a weight that the L1 penalty takes across 0 stays 0 for good, as in TensorFlow Playground: Keras would train it on"},
	{"playground_limit", false, "{text} is {used} here: the limits are {min} and {max}"},
	{"playground_not_fed", false, "cos x is in the links of TensorFlow Playground, but not in its inputs: it is off here too"},
	{"playground_locked", false, "“{text}” cannot be hidden alone here: the part “{part}” cannot be edited"},
	{"playground_not_here", false, "this page has nothing for “{text}”"},
}

// Codes returns the names of the arguments of every code.
func Codes() map[string][]string {
	all := map[string][]string{}
	for _, k := range kinds {
		all[k.code] = nil
		for part := range strings.SplitSeq(k.message, "{") {
			if name, _, found := strings.Cut(part, "}"); found && !slices.Contains(all[k.code], name) {
				all[k.code] = append(all[k.code], name)
			}
		}
	}
	return all
}

// Messages returns the English message of every code.
func Messages() map[string]string {
	all := make(map[string]string, len(kinds))
	for _, k := range kinds {
		all[k.code] = k.message
	}
	return all
}

// String says the notice in English, after its key.
func (n *Notice) String() string {
	var oldnew []string
	for name, value := range n.Args {
		oldnew = append(oldnew, "{"+name+"}", value)
	}
	text := n.Code
	for _, k := range kinds {
		if k.code == n.Code {
			text = strings.NewReplacer(oldnew...).Replace(k.message)
		}
	}
	if n.Key != "" {
		return n.Key + ": " + text
	}
	return text
}

// notice makes a Notice from a code and pairs of argument name and value.
func notice(code, key string, pairs ...string) *Notice {
	n := &Notice{Code: code, Key: key, Args: map[string]string{}}
	for i := 0; i+1 < len(pairs); i += 2 {
		n.Args[pairs[i]] = quoted(pairs[i+1])
	}
	for _, k := range kinds {
		if k.code == code {
			n.Refused = k.refused
		}
	}
	return n
}

// quoted returns a text that fits into a message: valid, without control
// characters, and not too long.
func quoted(text string) string {
	const most = 40
	runes := []rune(strings.ToValidUTF8(text, "�"))
	for i, r := range runes {
		if i == most {
			return string(runes[:most]) + "…"
		}
		if r < ' ' || r == 0x7f {
			runes[i] = ' '
		}
	}
	return string(runes)
}
