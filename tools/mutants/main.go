// Command mutants shows that the tests have teeth: it makes small wrong edits
// of a package, one at a time, and expects a test of the package to fail each
// time. The repository itself is not changed.
//
//	go run -C tools ./mutants          all mutants
//	go run -C tools ./mutants -each 2  two of each package
//	go run -C tools ./mutants adam     those with "adam" in their name or file
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

func main() {
	each := flag.Int("each", 0, "how many mutants of each package, 0 for all")
	flag.Parse()
	if err := run(*each, flag.Arg(0)); err != nil {
		fmt.Fprintln(os.Stderr, "mutants:", err)
		os.Exit(1)
	}
}

func run(each int, word string) error {
	root, err := filepath.Abs("..")
	if err != nil {
		return err
	}
	made, survivors, unjudged := 0, 0, 0
	for _, s := range suites {
		var chosen []mutant
		for _, m := range s.sample(each) {
			if strings.Contains(strings.ToLower(s.folder+"/"+m.file+" "+m.what), strings.ToLower(word)) {
				chosen = append(chosen, m)
			}
		}
		if len(chosen) == 0 {
			continue
		}
		if out, passed := s.test(root); !passed {
			return fmt.Errorf("the tests of %s fail before any edit:\n%s", s.folder, out)
		}
		for _, m := range chosen {
			survives, err := s.survives(root, m)
			made++
			switch {
			case err != nil: // the others get their verdict all the same
				unjudged++
				fmt.Printf("UNJUDGED %s: %v\n", s.folder, err)
			case survives:
				survivors++
				fmt.Printf("SURVIVES %s: %s\n", s.folder, m.what)
			default:
				fmt.Printf("caught   %s: %s\n", s.folder, m.what)
			}
		}
	}
	if made == 0 {
		return fmt.Errorf("no mutant has %q in its name", word)
	}
	if survivors+unjudged > 0 {
		return fmt.Errorf("%d of %d survive and %d have no verdict, want none", survivors, made, unjudged)
	}
	fmt.Printf("all %d mutants are caught\n", made)
	return nil
}
