package playground

import (
	"fmt"
	"slices"
	"strings"
)

const (
	// MaxFragment is how many bytes of a link are read, those after '#'.
	MaxFragment = 32 << 10
	// MaxLayers is how many hidden layers a link may have, so that there is one more
	// with the output.
	MaxLayers = 9
	// MaxUnits is how many units each of them may have.
	MaxUnits = 64

	host       = "playground.tensorflow.org"
	hideSuffix = "_hide"
)

// marks are the keys that only links of the Playground have, any one of them.
var marks = []string{"networkShape", "learningRate", "batchSize", "percTrainData", "regDataset", "dataset", "hideText"}

// Recognized returns the fragment of a text that is an address of TensorFlow
// Playground, or a fragment or address with its keys; ok is false for any other.
func Recognized(text string) (fragment string, ok bool) {
	text = strings.TrimFunc(text, blank)
	address, fragment, found := strings.Cut(text, "#")
	if !found && !isHost(address) {
		address, fragment = "", text
	}
	if isHost(address) {
		return fragment, true
	}
	for key := range pairs(fragment) {
		if slices.Contains(marks, key) || strings.HasSuffix(key, hideSuffix) && key != hideSuffix {
			return fragment, true
		}
	}
	return "", false
}

// isHost reports whether an address is that of the Playground's page.
func isHost(address string) bool {
	address = strings.ToLower(address)
	for _, scheme := range []string{"https://", "http://", "//"} {
		address = strings.TrimPrefix(address, scheme)
	}
	address, _, _ = strings.Cut(address, "/")
	address, _, _ = strings.Cut(address, "?")
	return address == host
}

// An UnreadableError is what is wrong with a link of which nothing is read.
type UnreadableError struct {
	// Size is its length in bytes when that is too large, 0 when the text is no link
	// of the Playground.
	Size int
}

// Error says in English what was expected and received, and what to do.
func (e *UnreadableError) Error() string {
	if e.Size > 0 {
		return fmt.Sprintf("playground: the link has %d characters after #, more than the %d that are read: it is not used", e.Size, MaxFragment)
	}
	return "playground: the text is no link of TensorFlow Playground: copy the whole address, with what follows #"
}

// Parse reads a link of TensorFlow Playground: a whole address, or what follows '#',
// with or without it. Unknown keys are ignored, of two equal ones the last counts.
// What its page does with a value is what the state says; what it breaks of is
// replaced by its default, with a notice. The error is an [*UnreadableError].
func Parse(text string) (State, []*Notice, error) {
	fragment, ok := Recognized(text)
	if !ok {
		return Default(), nil, &UnreadableError{}
	}
	fragment = escaped(fragment)
	if len(fragment) > MaxFragment {
		return Default(), nil, &UnreadableError{Size: len(fragment)}
	}
	r := reader{given: pairs(fragment), state: Default()}
	for _, p := range properties {
		p.read(&r, p.key)
	}
	r.hide()
	r.check()
	return r.state, r.notices, nil
}

// pairs cuts a fragment into keys and values, as the Playground does: a second '='
// ends the value, and a key without '=' has none. Nothing is unescaped.
func pairs(fragment string) map[string]string {
	given := map[string]string{}
	for pair := range strings.SplitSeq(fragment, "&") {
		parts := strings.SplitN(pair, "=", 3)
		if len(parts) == 1 {
			parts = append(parts, none)
		}
		given[parts[0]] = parts[1]
	}
	return given
}

// none stands for the value of a key without '='. No fragment has it in it.
const none = "\x00"

// escaped writes a fragment as browsers hand it to a page: what is not plain ASCII,
// and some marks, with percent signs; tabs and line ends go.
func escaped(fragment string) string {
	var b strings.Builder
	for i := range len(fragment) {
		switch c := fragment[i]; {
		case c == '\t' || c == '\n' || c == '\r':
		case c <= ' ' || c >= 0x7f || strings.IndexByte("\"<>`", c) >= 0:
			fmt.Fprintf(&b, "%%%02X", c)
		default:
			b.WriteByte(c)
		}
	}
	return b.String()
}
