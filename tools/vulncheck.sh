#!/bin/sh
# vulncheck.sh: asks Go's database of vulnerabilities about what the server and the
# page's programs call. Where it cannot be reached one line says so, and that is no
# failure: a machine without a network can still be tidy.
#
#   tools/vulncheck.sh bin/govulncheck
set -u

version=v1.1.4 # of golang.org/x/vuln
program=$1
GO=${GO:-go}
said=$(mktemp)
trap 'rm -f "$said"' EXIT

unreachable() {
	echo "vulncheck: $1 cannot be reached, so that nothing is known of new vulnerabilities: run \`make lint\` where there is a network" >&2
	exit 0
}

if [ ! -x "$program" ]; then
	GOBIN=$(cd "$(dirname "$program")" && pwd) $GO install golang.org/x/vuln/cmd/govulncheck@$version >"$said" 2>&1 || {
		cat "$said" >&2
		unreachable "the Go module proxy"
	}
fi

# check runs it with an environment, and ends with what it found.
check() {
	env "$@" >"$said" 2>&1
	case $? in
	0) ;;
	3)
		cat "$said" >&2
		exit 1
		;;
	*)
		if grep -Eq 'vuln\.go\.dev|dial tcp|no such host|i/o timeout|TLS handshake|403|50[0-9]' "$said"; then
			unreachable https://vuln.go.dev
		fi
		cat "$said" >&2
		exit 1
		;;
	esac
}

check GOFLAGS= "$program" ./cmd/server ./cmd/bundle
check GOFLAGS= GOOS=js GOARCH=wasm "$program" -tags minimal,simd ./cmd/wasm ./cmd/reader
