package peers

import (
	"encoding/binary"
	"encoding/json"
	"html"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"firstneuron/bench/workload"
)

// site serves the page of each peer at /?peer=key, and all that they load.
func site(tb testing.TB) http.Handler {
	tb.Helper()
	built := tb.TempDir()
	program, limit := filepath.Join(built, "bench.wasm"), filepath.Join(built, "limit.wasm")
	build := exec.Command("go", "build", "-tags", "minimal,simd", "-trimpath", "-o", program, "../wasm")
	build.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	run(tb, build)
	run(tb, exec.Command("../../tools/wasm.sh", limit, "limit/limit.c"))
	root, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		tb.Fatal(err)
	}
	files := map[string]string{
		"wasm_exec.js": filepath.Join(strings.TrimSpace(string(root)), "lib", "wasm", "wasm_exec.js"),
		"bench.wasm":   program,
		"limit.wasm":   limit,
		"kernel.js":    "../../web/kernel.js",
		"kernel.wasm":  "../../pkg/nn/internal/kernel/kernel.wasm",
		"twin.js":      "../twin.js",
	}
	for _, name := range []string{"measure.js", "own.js", "plain.js", "tfjs.js", "jaxjs.mjs", "online.js", "convnet.js", "playground.js"} {
		files[name] = filepath.Join("pages", name)
	}
	mux := http.NewServeMux()
	mux.HandleFunc("/{$}", func(w http.ResponseWriter, r *http.Request) {
		for _, peer := range All {
			if peer.Key == r.FormValue("peer") {
				w.Header().Set("Content-Type", "text/html; charset=utf-8")
				_, _ = w.Write([]byte(page(peer)))
			}
		}
	})
	mux.HandleFunc("/workloads.json", func(w http.ResponseWriter, _ *http.Request) {
		_ = json.NewEncoder(w).Encode(workload.All)
	})
	mux.HandleFunc("/data/{i}", func(w http.ResponseWriter, r *http.Request) {
		i, _ := strconv.Atoi(r.PathValue("i"))
		x, y := workload.All[i].Data()
		model, err := workload.All[i].Model()
		if err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
			return
		}
		for _, values := range [][]float32{x.Data, y.Data, model.AppendParams(nil)} {
			_ = binary.Write(w, binary.LittleEndian, values)
		}
	})
	mux.HandleFunc("/{path...}", func(w http.ResponseWriter, r *http.Request) {
		if path, ok := files[r.PathValue("path")]; ok {
			http.ServeFile(w, r, path)
			return
		}
		http.ServeFile(w, r, filepath.Join("node_modules", filepath.FromSlash(r.PathValue("path"))))
	})
	return mux
}

func run(tb testing.TB, command *exec.Cmd) {
	tb.Helper()
	if out, err := command.CombinedOutput(); err != nil {
		tb.Fatalf("%s: %v\n%s", command, err, out)
	}
}

func page(peer Peer) string {
	var b strings.Builder
	b.WriteString(`<!DOCTYPE html><html lang="en"><title>Speed</title><link rel="icon" href="data:,">` + "\n")
	for _, script := range append([]string{"twin.js", "measure.js"}, peer.Scripts...) {
		kind := ""
		if strings.HasSuffix(script, ".mjs") {
			kind = ` type="module"`
		}
		b.WriteString(`<script src="` + html.EscapeString(script) + `"` + kind + "></script>\n")
	}
	return b.String()
}
