package bundle

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"strings"

	"firstneuron/pkg/experiment"
)

// places returns what the hand-written files leave open, as {{name}}: by the
// name of the file and of the place. What is known of the build comes on top,
// for boot.js.
func places(build map[string]string) map[string]map[string]string {
	codes := experiment.LanguageCodes()
	boot := map[string]string{"link": linkTable(), "words": strings.Join(experiment.WordKeys(), " ")}
	maps.Copy(boot, build)
	delete(boot, "letters") // which the style sheet names
	var wholeWords []string
	for _, language := range experiment.Languages() {
		if language.WholeWords {
			wholeWords = append(wholeWords, "[lang="+language.Code+"]")
		}
	}
	// In declarations and in the schema the place is one text in a list of texts,
	// so that the unfilled file is valid TypeScript or JSON as well.
	return map[string]map[string]string{
		"app.css":                   {"whole_words": strings.Join(wholeWords, ", "), "letters": build["letters"]},
		"boot.js":                   boot,
		"embed-1.js":                {"languages": strings.Join(codes, " ")},
		"embed-1.d.ts":              {"languages": strings.Join(codes, `" | "`)},
		"firstneuron-1.schema.json": {"languages": strings.Join(codes, `", "`)},
	}
}

// early are the properties that the page needs before its program runs.
var early = []string{"lang", "theme", "embed", "transparent", "start"}

// linkTable returns what link.js knows of them, as JSON.
func linkTable() string {
	type property struct {
		Spellings map[string]string `json:"spellings"`
		Standard  string            `json:"standard"`
	}
	keys := make(map[string]property)
	for _, key := range early {
		keys[key] = property{experiment.Spellings(key), experiment.Default().Value(key)}
	}
	table, err := json.Marshal(map[string]any{"keys": keys, "longest": experiment.MaxFragment})
	if err != nil {
		panic("bundle: the table of links: " + err.Error()) // texts and a number
	}
	return string(table)
}

// read returns a hand-written file with its places filled.
func (s *Site) read(name string, build map[string]string) ([]byte, error) {
	data, err := os.ReadFile(filepath.Join(s.Web, name))
	if err != nil {
		return nil, err
	}
	if filepath.Ext(name) == ".woff2" { // bytes, with no places in them
		return data, nil
	}
	if name == "boot.js" { // the page has all as one file
		for _, part := range []string{"link.js", "mend.js", "keep.js", "reasons.js", "words.js", "kernel.js", "reader.js"} {
			before, err := os.ReadFile(filepath.Join(s.Web, part))
			if err != nil {
				return nil, err
			}
			data = append(append(before, '\n'), data...)
		}
	}
	if data, err = fill(data, places(build)[name]); err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return data, nil
}

// fill replaces each {{name}} of a file. Each must be there exactly once, and no
// other: a renamed one would otherwise be noticed in the browser only.
func fill(data []byte, values map[string]string) ([]byte, error) {
	for name, value := range values {
		place := []byte("{{" + name + "}}")
		if n := bytes.Count(data, place); n != 1 {
			return nil, fmt.Errorf("%s occurs %d times, want 1", place, n)
		}
		data = bytes.Replace(data, place, []byte(value), 1)
	}
	if _, rest, found := bytes.Cut(data, []byte("{{")); found {
		return nil, fmt.Errorf("nothing fills {{%.20s", rest)
	}
	return data, nil
}
