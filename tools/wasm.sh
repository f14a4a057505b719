#!/bin/sh
# wasm.sh FILE SOURCE [OPTION...]: compiles one C file into a WebAssembly module
# without a main function; the options are wasm-ld's.
#
# Compiler and linker are called one after the other. In one call clang would
# also run wasm-opt where it is on the PATH (package binaryen), which refuses
# SIMD, or makes other bytes.
set -eu

file=$1 source=$2
shift 2
clang=$(command -v clang-14 || command -v clang)
linker=$(command -v wasm-ld-14 || command -v wasm-ld)

object=$(mktemp)
trap 'rm -f "$object"' EXIT

# No library, and no contraction of a·b + c, so that it rounds as Go does.
"$clang" --target=wasm32 -O3 -msimd128 -ffp-contract=off -fno-math-errno \
	-nostdlib -ffreestanding -Wall -Wextra -Werror -c -o "$object" "$source"
"$linker" --no-entry "$@" -o "$file" "$object"
