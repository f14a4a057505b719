#!/bin/sh
# need.sh: makes sure that a program is there that the Makefile cannot build.
#
#   tools/need.sh chromium      the browser that is measured in, filmed and looked at
#   tools/need.sh chromium-headless-shell  the browser of the browser tests, or chromium
#   tools/need.sh firefox-esr   the other browser, for the tests that compare
#   tools/need.sh npm           fetches what the browser tests take from npm
#   tools/need.sh xmllint       validates the manifest of SCORM packages
#   tools/need.sh webkit2gtk-driver  WebKit's engine, for make webkit
#   tools/need.sh xvfb          a screen for it that nobody sees
#   tools/need.sh python3       the plainest of file hosts
#   tools/need.sh clang         compiles the SIMD kernel
#   tools/need.sh lld           links it
#   tools/need.sh mariadbd      the database of a WordPress, and mariadb its client
#   tools/need.sh php           what runs it
#   tools/need.sh wordpress     WordPress and the theme that it comes with, for make hosts
#   tools/need.sh torch         PyTorch for the system's Python (make fixtures)
#
# What is missing is installed where that is possible without asking (as root,
# by apt-get); elsewhere one line says what to install.
set -eu

# found lists the names under which a program may be on the PATH.
case "${1-}" in
chromium) found="chromium chromium-browser google-chrome" package=chromium brew="--cask chromium" chosen=${CHROMIUM-} variable=CHROMIUM ;;
chromium-headless-shell) found="chromium-headless-shell" package=chromium-headless-shell brew="--cask chromium" chosen=${CHROMIUM-} variable=CHROMIUM ;;
firefox-esr) found="firefox-esr firefox" package=firefox-esr brew="--cask firefox" chosen=${FIREFOX-} variable=FIREFOX ;;
npm) found="npm" package=npm brew=node chosen="" ;;
xmllint) found="xmllint" package=libxml2-utils brew=libxml2 chosen="" ;;
python3) found="python3" package=python3 brew=python chosen="" ;;
webkit2gtk-driver) found="WebKitWebDriver" package=webkit2gtk-driver brew="nothing, it is for Linux" chosen="" ;;
xvfb) found="Xvfb" package=xvfb brew="nothing, it is for Linux" chosen="" ;;
clang) found="clang-14 clang" package=clang-14 brew=llvm chosen="" ;;
lld) found="wasm-ld-14 wasm-ld" package=lld-14 brew=lld chosen="" ;;
img2webp) found="img2webp" package=webp brew=webp chosen="" ;;
mariadbd) found="mariadbd" package=mariadb-server-core brew=mariadb chosen="" ;;
mariadb) found="mariadb" package=mariadb-client-core brew=mariadb chosen="" ;;
php) found="php" package=php-cli brew=php chosen="" ;;
wordpress)
	# Files, no program; the theme brings WordPress along.
	theme=/usr/share/wordpress/wp-content/themes/twentytwentythree
	[ -d $theme ] && exit 0
	found="" package=wordpress-theme-twentytwentythree brew="nothing, it is Debian's" chosen=""
	;;
torch)
	# Not from PyPI, whose wheels bring 3 GB of CUDA along; a module, no program.
	/usr/bin/python3 -c 'import torch' 2>/dev/null && exit 0
	found="" package=python3-torch brew=pytorch chosen=""
	;;
*)
	echo "usage: tools/need.sh chromium|chromium-headless-shell|firefox-esr|npm|xmllint|python3|webkit2gtk-driver|xvfb|clang|lld|img2webp|mariadbd|mariadb|php|wordpress|torch" >&2
	exit 2
	;;
esac

if [ -n "$chosen" ]; then
	command -v "$chosen" >/dev/null && exit 0
	echo "$variable is $chosen, which cannot be run: set it to the path of a browser, or unset it" >&2
	exit 1
fi
for name in $found; do
	command -v "$name" >/dev/null && exit 0
done

if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
	echo "$package is missing: installing it with apt-get" >&2
	export DEBIAN_FRONTEND=noninteractive
	{ apt-get update && apt-get install --yes --no-install-recommends "$package"; } >&2 || :
	for name in $found; do
		command -v "$name" >/dev/null && exit 0
	done
	[ -d "${theme-/nowhere}" ] && exit 0
	[ "$package" = python3-torch ] && /usr/bin/python3 -c 'import torch' 2>/dev/null && exit 0
fi
# Where no package has the shell, the whole browser does its work.
[ "$package" = chromium-headless-shell ] && exec "$0" chromium
echo "$package is missing: install it (Debian and Ubuntu: sudo apt-get install $package; macOS: brew install $brew) and run this again" >&2
exit 1
