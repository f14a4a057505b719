package serving

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"
)

const (
	dist    = "../../web/dist"
	program = "../../bin/firstneuron"
)

// start runs the built server, as its users do, with its log in a file.
func start(b *testing.B) (address, log string) {
	b.Helper()
	log = filepath.Join(b.TempDir(), "access.log")
	file, err := os.Create(log)
	if err != nil {
		b.Fatal(err)
	}
	ctx, stop := context.WithCancel(context.Background())
	server := exec.CommandContext(ctx, program, "-addr", "127.0.0.1:0")
	server.Stderr = file
	if err := server.Start(); err != nil {
		b.Fatal("run `make build` first: ", err)
	}
	b.Cleanup(func() {
		stop()
		_ = server.Wait() // it is killed
		_ = file.Close()
	})
	line := waitLog(b, log, "First Neuron is at http://")
	return strings.TrimSpace(line), log
}

// waitLog waits until the log has the text and returns the rest of its line.
func waitLog(b *testing.B, log, text string) string {
	b.Helper()
	for range 1200 {
		data, err := os.ReadFile(log)
		if err != nil {
			b.Fatal(err)
		}
		if _, rest, found := strings.Cut(string(data), text); found {
			if line, _, whole := strings.Cut(rest, "\n"); whole {
				return line
			}
		}
		time.Sleep(100 * time.Millisecond)
	}
	b.Fatalf("%q does not come into the log", text)
	return ""
}

// BenchmarkNginx prints requests or megabytes a second of this server and of
// nginx, taken in turns, and the median of their ratios.
func BenchmarkNginx(b *testing.B) {
	ours, _ := start(b)
	theirs := ""
	if _, err := exec.LookPath("nginx"); err != nil {
		b.Log("nginx is not installed: this server is measured alone")
	} else {
		nginx, err := StartNginx(dist, b.TempDir())
		if err != nil {
			b.Fatal(err)
		}
		defer nginx.Stop()
		theirs = nginx.Address
	}
	for _, c := range []struct {
		name, path, unit string
		of               func(Rate) float64
	}{
		{"HTML", "/", "requests/s", func(r Rate) float64 { return r.Requests }},
		{"program", programPath(b), "MB/s", func(r Rate) float64 { return r.Bytes / 1e6 }},
	} {
		b.Run(c.name, func(b *testing.B) {
			rate := func(address string) float64 {
				rate, err := Load{Address: address, Path: c.path, Connections: 16, For: time.Second}.Run()
				if err != nil {
					b.Fatal(err)
				}
				return c.of(rate)
			}
			var own, other, ratios []float64
			for b.Loop() {
				own = append(own, rate(ours))
				if theirs != "" {
					other = append(other, rate(theirs))
					ratios = append(ratios, own[len(own)-1]/other[len(other)-1])
				}
			}
			b.ReportMetric(median(own), c.unit)
			if theirs != "" {
				b.ReportMetric(median(other), "nginx-"+c.unit)
				b.ReportMetric(median(ratios), "×nginx")
			}
		})
	}
}

func median(values []float64) float64 {
	sorted := slices.Sorted(slices.Values(values))
	return (sorted[(len(sorted)-1)/2] + sorted[len(sorted)/2]) / 2
}

// programPath is the path of the page's program, the largest file of the site.
func programPath(b *testing.B) string {
	b.Helper()
	programs, err := filepath.Glob(dist + "/app.*.wasm")
	if err != nil || len(programs) != 1 {
		b.Fatalf("%v, %v: want one program in %s, run `make build` first", programs, err, dist)
	}
	return "/" + filepath.Base(programs[0])
}

// BenchmarkSlowReaders measures the real limits, for which it takes two
// minutes: a reader of 100 kB/s gets the whole program, uncompressed some
// 12 MB, and one that never reads is dropped.
func BenchmarkSlowReaders(b *testing.B) {
	address, log := start(b)
	path := programPath(b)
	for b.Loop() {
		stalled, err := Ask(address, path+"?stalled")
		if err != nil {
			b.Fatal(err)
		}
		begun := time.Now()
		slow, err := Ask(address, path)
		if err != nil {
			b.Fatal(err)
		}
		var dropped time.Duration
		var group sync.WaitGroup
		group.Go(func() {
			waitLog(b, log, `"status":200`)
			dropped = time.Since(begun)
		})
		got, err := ReadSlowly(slow, 100_000)
		if err != nil {
			b.Fatalf("the slow reader is cut off after %d bytes: %v", got, err)
		}
		b.ReportMetric(float64(got)/1e6, "slow-MB")
		b.ReportMetric(time.Since(begun).Seconds(), "slow-s")
		group.Wait()
		_ = stalled.Close()
		b.ReportMetric(dropped.Seconds(), "dropped-s")
	}
}
