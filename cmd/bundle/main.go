// Command bundle writes the static site, and with the word scorm an experiment
// of it as a package for course systems. What it does is in pkg/bundle.
//
//	bundle -wasm bin/app.wasm -web web -out web/dist
//	bundle sbom -out bin/sbom.cdx.json
//	bundle scorm -fragment 'example=celsius' -out bin/celsius.zip
package main

import (
	"errors"
	"flag"
	"fmt"
	"os"

	"firstneuron/pkg/bundle"
)

func main() {
	err := bundle.Run(os.Args[1:], os.Stderr)
	if err != nil && !errors.Is(err, flag.ErrHelp) {
		fmt.Fprintln(os.Stderr, "bundle:", err)
		os.Exit(1)
	}
}
