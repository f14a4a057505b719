#!/bin/sh
# load-image.sh: gives a container image to docker or podman, where one of them runs.
#
#   tools/load-image.sh bin/firstneuron-image.tar
set -eu

for program in docker podman; do
	if command -v "$program" >/dev/null && "$program" info >/dev/null 2>&1; then
		exec "$program" load --input "$1"
	fi
done
echo "$1 is written and not loaded, since neither docker nor podman runs here: \`docker load --input $1\` does it where one does"
