#!/bin/sh
# font.sh: makes web/inter.woff2, the letters of the page, anew: of Inter, weights 400
# to 700, what English and other Western languages are written with, and figures that
# stand one below the other. Needs npm, python3 and the two registries.
#
#   tools/font.sh web
set -eu
export SOURCE_DATE_EPOCH=0 # which fonttools writes as the time of the change

web=$(cd "$1" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm pack --silent @fontsource-variable/inter@5.3.0 >/dev/null
tar xzf ./*.tgz
python3 -m venv tools
tools/bin/pip install --quiet fonttools==4.60.1 brotli==1.1.0
tools/bin/fonttools varLib.instancer --quiet package/files/inter-latin-wght-normal.woff2 wght=400:700 -o weights.woff2
tools/bin/fonttools subset weights.woff2 --flavor=woff2 --layout-features=kern,tnum,ccmp,locl,mark \
	--unicodes=U+20-7E,U+A0-FF,U+152,U+153,U+2013,U+2014,U+2018-201A,U+201C-201E,U+2022,U+2026,U+2191,U+2193,U+2212 \
	--output-file="$web/inter.woff2"
cp package/LICENSE "$web/inter.txt"
