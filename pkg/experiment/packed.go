package experiment

import (
	"bytes"
	"compress/flate"
	"encoding/base64"
	"io"
	"strconv"
	"strings"
)

// packedVersion begins packed data, so that another packing can follow.
const packedVersion = "1."

// pack deflates a text and writes it in the characters of a link.
func pack(text string) string { return packedVersion + deflated(text) }

// deflated is a text in few characters, without the version before it.
func deflated(text string) string {
	var b bytes.Buffer
	// Neither a valid level nor a buffer in memory can fail.
	w, _ := flate.NewWriter(&b, flate.BestCompression)
	_, _ = io.WriteString(w, text)
	_ = w.Close()
	return base64.RawURLEncoding.EncodeToString(b.Bytes())
}

// unpack reads what pack wrote. It inflates at most MaxInflated bytes, however
// much a link holds.
func unpack(packed string) (string, *Problem) {
	encoded, found := strings.CutPrefix(Trim(packed), packedVersion)
	if !found {
		return "", NewProblem("packed_unreadable")
	}
	return inflated(encoded)
}

// inflated reads what deflated wrote.
func inflated(encoded string) (string, *Problem) {
	data, err := base64.RawURLEncoding.DecodeString(strings.TrimRight(encoded, "="))
	if err != nil {
		return "", NewProblem("packed_unreadable")
	}
	text, err := io.ReadAll(io.LimitReader(flate.NewReader(bytes.NewReader(data)), MaxInflated+1))
	switch {
	case len(text) > MaxInflated:
		return "", NewProblem("packed_too_large", "limit", strconv.Itoa(MaxInflated))
	case err != nil:
		return "", NewProblem("packed_unreadable")
	}
	return string(text), nil
}
