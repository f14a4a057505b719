#!/bin/sh
# fuzz.sh: runs every fuzz target of the module, one after the other.
#
#   tools/fuzz.sh 60s
set -eu

for package in $(go list -tags minimal ./... | grep -v /e2e); do
	for target in $(go test -tags minimal -list '^Fuzz' "$package" | grep '^Fuzz' || true); do
		echo "$package $target"
		# Go would make an input that it likes shorter for a minute, and try no other.
		go test -tags minimal -run '^$' -fuzz "^$target\$" -fuzztime "$1" -fuzzminimizetime 1s "$package"
	done
done
