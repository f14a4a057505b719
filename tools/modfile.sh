#!/bin/sh
# modfile.sh FILE: writes, for `go build -modfile`, the go.mod with which the page's program
# is built: third_party/image takes the place of golang.org/x/image (see its README.md),
# which the server's own programs use.
#
#   tools/modfile.sh bin/page.mod
set -eu

${GO:-go} mod edit -replace=golang.org/x/image=./third_party/image -print >"$1"
cp go.sum "${1%.mod}.sum"
