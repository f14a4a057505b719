#!/bin/sh
# kernel.sh FILE: compiles the SIMD kernel of pkg/nn into FILE.
#
# With clang and lld 14, those of Debian 12, the file is the one that is kept
# beside the source, byte for byte.
set -eu

source=$(dirname "$0")/../pkg/nn/internal/kernel/src
clang=$(command -v clang-14 || command -v clang)

# No library, no stack, and no contraction of a·b + c, so that it rounds as Go
# does.
cd "$source"
exec "$clang" --target=wasm32 -O3 -msimd128 -ffp-contract=off -fno-math-errno \
	-nostdlib -ffreestanding -Wall -Wextra -Werror \
	-Wl,--no-entry -Wl,--import-memory -Wl,--strip-all \
	-o "$1" kernel.c
