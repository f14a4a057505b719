#!/bin/sh
# run.sh: serves the built site and measures it with Lighthouse.
#
#   tools/lighthouse/run.sh
set -eu

port=${PORT:-8391}
bin/firstneuron -addr "localhost:$port" 2>bin/lighthouse.log &
server=$!
trap 'kill $server' EXIT INT TERM

i=0
until node -e "fetch('http://localhost:$port/healthz').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"; do
	i=$((i + 1))
	if [ "$i" -gt 50 ]; then
		echo "lighthouse: the server does not answer:" >&2
		cat bin/lighthouse.log >&2
		exit 1
	fi
	sleep 0.1
done
node tools/lighthouse/run.js "http://localhost:$port/"
