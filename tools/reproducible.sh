#!/bin/sh
# reproducible.sh: builds the commit that is checked out twice, in two folders of other
# names, and fails unless both give the same bytes: the site, its zip, the page in one
# file, the server, the list of its parts and the container image.
#
#   tools/reproducible.sh
set -eu

root=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
if [ -n "$(git -C "$root" status --porcelain)" ]; then
	echo "reproducible: what is changed and not committed is left out" >&2
fi

# sums builds a copy of the commit in a folder and lists the hash of each file.
sums() {
	git clone --quiet --no-hardlinks "$root" "$1"
	git -C "$1" checkout --quiet "$(git -C "$root" rev-parse HEAD)"
	# Brotli at its quickest, and not from what an earlier build left.
	(cd "$1" && make -s image sbom BROTLI=2 >"$work/log" 2>&1) || {
		cat "$work/log" >&2
		exit 1
	}
	(cd "$1" && find web/dist bin -type f ! -name overlay.json | LC_ALL=C sort | xargs sha256sum)
}

sums "$work/one" >"$work/one.sums"
sums "$work/another folder/two" >"$work/two.sums"
if ! diff "$work/one.sums" "$work/two.sums"; then
	echo "reproducible: two builds of $(git -C "$root" rev-parse --short HEAD) differ in the files above" >&2
	exit 1
fi
echo "two builds of $(git -C "$root" rev-parse --short HEAD) in two folders have the same $(wc -l <"$work/one.sums") files"
