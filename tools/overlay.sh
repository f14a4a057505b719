#!/bin/sh
# overlay.sh: writes, for `go build -overlay`, that third_party/http takes the
# place of net/http (see third_party/http/README.md).
#
#   tools/overlay.sh >bin/overlay.json
set -eu

real=$(${GO:-go} env GOROOT)/src/net/http
if [ ! -d "$real" ]; then
	echo "overlay: $real is missing: want the sources of the standard library" >&2
	exit 1
fi

printf '{"Replace": {\n'
for file in "$real"/*.go; do
	printf '"%s": "",\n' "$file" # "" takes a file out
done
printf '"%s": "%s"\n' "$real/standin.go" "$PWD/third_party/http/http.go"
printf '}}\n'
