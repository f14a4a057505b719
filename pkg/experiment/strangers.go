package experiment

import (
	"maps"
	"slices"
	"strings"

	"firstneuron/pkg/spelling"
)

// maxStrangers bounds how many unknown keys of one link are told of.
const maxStrangers = 3

// followers are keys that newsletters, search engines and networks add to the
// links that pass through them, to follow who opens them. Those that begin with
// utm_ or _ and those that end in clid are followers as well, and so is the secret
// that WordPress gives a frame behind a # of its own.
var followers = []string{"#?secret", "igsh", "igshid", "mc_cid", "mc_eid", "mkt_tok", "ref", "ref_src", "ref_url", "secret", "si", "source", "spm", "wt_mc"}

// strangers reports the keys of a link that are no property's.
func strangers(given map[string]string) []*Problem {
	var problems []*Problem
	for _, key := range slices.Sorted(maps.Keys(given)) {
		name := Trim(key)
		if _, known := findProperty(key); known || name == "" || follows(name) {
			continue
		}
		if len(problems) == maxStrangers {
			break
		}
		if nearest := spelling.Near(name, Keys()); nearest != "" {
			problems = append(problems, NewProblem("misspelt_in_link", "text", Quote(name), "nearest", nearest))
			continue
		}
		problems = append(problems, NewProblem("unknown_in_link", "text", Quote(name)))
	}
	return problems
}

func follows(key string) bool {
	return strings.HasPrefix(key, "utm_") || strings.HasPrefix(key, "_") || strings.HasSuffix(key, "clid") || slices.Contains(followers, key)
}
