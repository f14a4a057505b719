#!/bin/sh
# need.sh: makes sure that a program is there that the Makefile cannot build.
#
#   tools/need.sh chromium    the browser of the browser tests
#   tools/need.sh npm         fetches axe-core for the accessibility tests
#   tools/need.sh clang       compiles the SIMD kernel
#   tools/need.sh lld         links it
#   tools/need.sh torch       PyTorch for the system's Python (make fixtures)
#
# What is missing is installed where that is possible without asking (as root,
# by apt-get); elsewhere one line says what to install.
set -eu

# found lists the names under which a program may be on the PATH.
case "${1-}" in
chromium) found="chromium chromium-browser google-chrome" package=chromium variable=CHROMIUM ;;
npm) found="npm" package=npm variable="" ;;
clang) found="clang-14 clang" package=clang-14 variable="" ;;
lld) found="wasm-ld-14 wasm-ld" package=lld-14 variable="" ;;
torch)
	# Not from PyPI, whose wheels bring 3 GB of CUDA along.
	/usr/bin/python3 -c 'import torch' 2>/dev/null && exit 0
	found="" package=python3-torch variable=""
	;;
*)
	echo "usage: tools/need.sh chromium|npm|clang|lld|torch" >&2
	exit 2
	;;
esac

if [ "$variable" = CHROMIUM ] && [ -n "${CHROMIUM-}" ]; then
	command -v "$CHROMIUM" >/dev/null && exit 0
	echo "CHROMIUM is $CHROMIUM, which cannot be run: set it to the path of a Chromium, or unset it" >&2
	exit 1
fi
for name in $found; do
	command -v "$name" >/dev/null && exit 0
done

if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
	echo "$package is missing: installing it with apt-get" >&2
	export DEBIAN_FRONTEND=noninteractive
	{ apt-get update && apt-get install --yes --no-install-recommends "$package"; } >&2
	[ -n "$found" ] || exit 0
	for name in $found; do
		command -v "$name" >/dev/null && exit 0
	done
fi
echo "$package is missing: install it (Debian and Ubuntu: sudo apt-get install $package; macOS: brew install $(case $package in npm) echo node ;; python3-torch) echo pytorch ;; *) echo --cask chromium ;; esac)) and run this again" >&2
exit 1
