//go:build linux

package experiment_test

import (
	"math"
	"runtime"
	"runtime/debug"
	"strings"
	"syscall"
	"testing"
)

// sizes are the lengths at which the growth is measured. Below them the few
// microseconds that any reading takes count for more than the length.
func (p slowPattern) sizes() []int {
	return []int{p.most / 8, p.most / 4, p.most / 2, p.most}
}

// BenchmarkReading prints how the time to read the worst texts grows with their
// length: the exponent is 1 where it is linear, 2 where it is quadratic. The time
// is that of the processor, without the collector's, which other programs on the
// machine disturb least.
func BenchmarkReading(b *testing.B) {
	defer debug.SetGCPercent(debug.SetGCPercent(-1))
	for _, p := range slowPatterns {
		b.Run(strings.ReplaceAll(p.name, " ", "_"), func(b *testing.B) {
			runtime.LockOSThread()
			defer runtime.UnlockOSThread()
			for range b.N {
				var logs [][2]float64
				longest := 0.0
				for _, size := range p.sizes() {
					text := p.text(size)
					least := math.Inf(1)
					for range 3 {
						least = min(least, timeOf(func() { p.reads(text) }))
					}
					longest = 1000 * least
					logs = append(logs, [2]float64{math.Log(float64(len(text))), math.Log(least)})
				}
				b.ReportMetric(slope(logs), "exponent")
				b.ReportMetric(longest, "ms-at-most")
				b.ReportMetric(0, "ns/op")
			}
		})
	}
}

// timeOf is how many seconds a function takes, on the average of as many calls as
// the clock of the processor needs.
func timeOf(f func()) float64 {
	runtime.GC()
	start := processorTime()
	for calls := 1; ; calls++ {
		f()
		if spent := processorTime() - start; spent > 0.02 {
			return spent / float64(calls)
		}
	}
}

// processorTime is how many seconds this thread has had of the processor.
func processorTime() float64 {
	var used syscall.Rusage
	const thisThread = 1 // RUSAGE_THREAD
	if err := syscall.Getrusage(thisThread, &used); err != nil {
		panic(err)
	}
	return float64(used.Utime.Nano()+used.Stime.Nano()) / 1e9
}

// slope is that of the line through points with the least squares.
func slope(points [][2]float64) float64 {
	var x, y, xx, xy float64
	n := float64(len(points))
	for _, p := range points {
		x, y, xx, xy = x+p[0], y+p[1], xx+p[0]*p[0], xy+p[0]*p[1]
	}
	return (n*xy - x*y) / (n*xx - x*x)
}
