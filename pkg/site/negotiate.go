package site

import (
	"strconv"
	"strings"
)

// choose returns the representation of a file that an Accept-Encoding header likes best;
// among equals the smallest, which comes first.
//
// Source: RFC 9110, section 12.5.3.
func (f *file) choose(acceptEncoding string) representation {
	likes := quality(acceptEncoding)
	best := f.representations[len(f.representations)-1]
	bestQuality := 0.0
	for _, representation := range f.representations {
		name := representation.encoding
		if name == "" {
			name = "identity"
		}
		q, named := likes[name]
		if !named {
			if q, named = likes["*"]; !named && name == "identity" {
				q = 0.001 // acceptable, after all that is named
			}
		}
		if q > bestQuality {
			best, bestQuality = representation, q
		}
	}
	return best
}

// quality reads a header's names with their weights; what cannot be read is
// not liked.
func quality(header string) map[string]float64 {
	likes := make(map[string]float64)
	for part := range strings.SplitSeq(header, ",") {
		name, parameters, _ := strings.Cut(part, ";")
		name = strings.ToLower(strings.TrimSpace(name))
		q := 1.0
		if weight, found := strings.CutPrefix(strings.ToLower(strings.ReplaceAll(parameters, " ", "")), "q="); found {
			v, err := strconv.ParseFloat(weight, 64)
			if err != nil || !(v >= 0 && v <= 1) {
				v = 0
			}
			q = v
		}
		if name != "" {
			likes[name] = q
		}
	}
	return likes
}
