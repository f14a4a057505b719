#!/bin/sh
# size.sh: prints the size of every file that the page loads, raw, gzip and
# Brotli, and fails when the Brotli forms together are above the limit.
#
#   tools/size.sh web/dist
set -eu

limit=1700000
site=$1
if [ ! -f "$site/index.html" ]; then
	echo "size: $site has no site in it: run \`make dist\`" >&2
	exit 1
fi

bytes() { wc -c <"$1" | tr -d ' '; }

raw=0 gz=0 br=0
words=$(ls -S "$site"/words-*.txt.br | head -n 1) # the page loads the words of one language: count the longest
printf '%12s %12s %12s  %s\n' raw gzip brotli file
for file in "$site"/*; do
	case "$file" in
	*.br | *.gz) continue ;;
	*/words-*) [ "$file.br" = "$words" ] || continue ;;
	*/embed-1.* | */firstneuron-1.*) continue ;; # what other pages load
	*/reader.*) continue ;; # told below
	*.woff2) # is compressed, and goes as it is
		r=$(bytes "$file")
		printf '%12d %12d %12d  %s\n' "$r" "$r" "$r" "${file##*/}"
		raw=$((raw + r)) gz=$((gz + r)) br=$((br + r))
		continue
		;;
	esac
	[ -f "$file.br" ] || continue # a note for a file host, which no page loads
	r=$(bytes "$file") g=$(bytes "$file.gz") b=$(bytes "$file.br")
	printf '%12d %12d %12d  %s\n' "$r" "$g" "$b" "${file##*/}"
	raw=$((raw + r)) gz=$((gz + g)) br=$((br + b))
done
printf '%12d %12d %12d  %s\n' "$raw" "$gz" "$br" "all that the page loads"
for file in "$site"/reader.*.wasm; do
	printf '%12d %12d %12d  %s\n' "$(bytes "$file")" "$(bytes "$file.gz")" "$(bytes "$file.br")" "${file##*/}, loaded when a program is read"
done
printf '%12d %12s %12s  %s\n' "$(bytes "$site/first-neuron.html")" - - "first-neuron.html, the page in one file, which no page loads"

if [ "$br" -gt "$limit" ]; then
	echo "size: $br bytes of Brotli, want at most $limit" >&2
	exit 1
fi
