package browser

import (
	"flag"
	"fmt"
	"runtime"
)

// pagesPerCore is how many pages keep a core busy: a page mostly waits, for its
// server, for a frame, or for the test to look again.
const pagesPerCore = 2

// Parallel lets several tests of a package run at once, each with a page of its
// own, unless the flag -parallel says how many. It is for TestMain.
func Parallel() error {
	if !flag.Parsed() {
		flag.Parse()
	}
	chosen := false
	flag.Visit(func(f *flag.Flag) { chosen = chosen || f.Name == "test.parallel" })
	if chosen {
		return nil
	}
	return flag.Set("test.parallel", fmt.Sprint(pagesPerCore*runtime.GOMAXPROCS(0)))
}
