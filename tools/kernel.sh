#!/bin/sh
# kernel.sh FILE: compiles the SIMD kernel of pkg/nn into FILE.
#
# With clang and lld 14, those of Debian 12, the file is the one that is kept
# beside the source, byte for byte. Its last section, "sources", has the hash of
# the sources, so that a machine without a compiler can tell whether they have
# changed since.
set -eu

tools=$(cd "$(dirname "$0")" && pwd)
mkdir -p "$(dirname "$1")"
file=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
cd "$tools/../pkg/nn/internal/kernel/src"

"$tools/wasm.sh" "$file" kernel.c --import-memory --strip-all

# The SHA-256 of every source after its name, in the order of names, and of the
# scripts that compile them. kernel_test.go computes it too.
sha256() {
	if command -v sha256sum >/dev/null; then sha256sum; else shasum -a 256; fi | cut -c 1-64
}
hash=$(
	export LC_ALL=C
	for source in * ../../../../../tools/kernel.sh ../../../../../tools/wasm.sh; do
		basename "$source"
		cat "$source"
	done | sha256
)
# A custom section: 0, its size of 72 bytes, and its name of 7.
printf '\000\110\007sources%s' "$hash" >>"$file"
