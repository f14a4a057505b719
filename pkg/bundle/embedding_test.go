package bundle

import (
	"bytes"
	"crypto/sha512"
	"encoding/base64"
	"os"
	"strings"
	"testing"

	"github.com/andybalholm/brotli"
)

// TestEmbeddingNamesTheScript: docs/embedding.md names web/embed-1.js by the
// name and the integrity that it has in the site.
func TestEmbeddingNamesTheScript(t *testing.T) {
	script, err := (&Site{Web: "../../web"}).read("embed-1.js", nil)
	if err != nil {
		t.Fatal(err)
	}
	docs, err := os.ReadFile("../../docs/embedding.md")
	if err != nil {
		t.Fatal(err)
	}
	sum := sha512.Sum384(script)
	name, integrity := hashed("embed-1.js", script).name, "sha384-"+base64.StdEncoding.EncodeToString(sum[:])
	for _, want := range []string{`src="https://your.host/` + name + `"`, `integrity="` + integrity + `"`} {
		if !strings.Contains(string(docs), want) {
			t.Errorf("docs/embedding.md lacks %s", want)
		}
	}
	var br bytes.Buffer
	w := brotli.NewWriterLevel(&br, brotli.BestCompression)
	if _, err := w.Write(script); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if br.Len() > 5<<10 {
		t.Errorf("embed-1.js has %d bytes after Brotli, want at most 5 KiB", br.Len())
	}
}
