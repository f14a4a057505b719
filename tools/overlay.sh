#!/bin/sh
# overlay.sh: writes, for `go build -overlay`, that the packages of
# third_party/std take the place of those of the standard library (see
# third_party/std/README.md).
#
#   tools/overlay.sh >bin/overlay.json
set -eu

std=$(${GO:-go} env GOROOT)/src
here=$PWD/third_party/std

printf '{"Replace": {'
comma=
pair() {
	printf '%s\n"%s": "%s"' "$comma" "$1" "$2"
	comma=,
}
for file in $(cd "$here" && find . -name '*.go' ! -name '*_test.go' | sort); do
	package=$(dirname "${file#./}")
	if [ ! -d "$std/$package" ]; then
		echo "overlay: $std/$package is missing: want the sources of the standard library" >&2
		exit 1
	fi
	for real in "$std/$package"/*.go; do
		pair "$real" "" # takes the file out
	done
	pair "$std/$package/standin.go" "$here/${file#./}"
done
printf '\n}}\n'
