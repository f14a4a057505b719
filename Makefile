# Every command a person needs. `make` alone lists them.

# Settings of this clone alone, such as BROTLI = 4; no such file is in git.
-include local.mk

GO   ?= go
# gonum/plot without the back ends that the page does not use.
TAGS := -tags minimal
# Without inlining the page's program is 6 % smaller after Brotli. Where its
# time goes, in the engine, functions stay inlined.
SLIM := -gcflags=all=-l -gcflags=firstneuron/pkg/nn=
# The page's program and those like it, so that Go compiles a package once for
# all of them.
WASM := GOOS=js GOARCH=wasm $(GO)
PROGRAM := -modfile bin/page.mod -overlay bin/overlay.json $(SLIM) -trimpath -ldflags '-s -w'
# The reader of programs is not in the first view: it has Go's own library, and with inlining
# reads twice as fast.
READER := -trimpath -ldflags '-s -w'
ADDR ?= localhost:8080
# How hard Brotli tries, 0 to 11. The site that learners get is packed at 11,
# which takes half a minute; 4 serves while you try things out, and `make clean`
# comes before the next build for learners.
BROTLI ?= 11
# LINES = -lines leaves files and lines in the program, which the trace of a panic
# then names beside the functions.
LINES ?=
# Where learners reach the site: previews on other sites want whole addresses.
PUBLIC_URL ?= http://localhost:8080/

.PHONY: help
help: ## this list
	@awk -F ':.*## ' '/^[a-z0-9-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

##
# Building and running

.PHONY: run
run: build ## build what is missing and serve http://localhost:8080
	bin/firstneuron -addr $(ADDR)

.PHONY: build
build: dist ## the server with the site inside, bin/firstneuron
	CGO_ENABLED=0 $(GO) build -trimpath -ldflags '-s -w' -o bin/firstneuron ./cmd/server

.PHONY: dist
dist: ## the static site alone for any file host, web/dist and bin/first-neuron.zip, and the page as one file, bin/first-neuron.html
	mkdir -p bin
	GO=$(GO) tools/overlay.sh >bin/overlay.json
	GO=$(GO) tools/modfile.sh bin/page.mod
	$(WASM) build $(PROGRAM) $(TAGS),simd -o bin/app.wasm ./cmd/wasm
	$(WASM) build $(READER) $(TAGS) -o bin/reader.wasm ./cmd/reader
	$(GO) run $(TAGS) ./cmd/bundle -wasm bin/app.wasm -reader bin/reader.wasm -web web -out web/dist -zip bin/first-neuron.zip -public $(PUBLIC_URL) -brotli $(BROTLI) $(LINES)
	cp web/dist/first-neuron.html bin/first-neuron.html

.PHONY: image
image: build ## a container image from scratch around the server, bin/firstneuron-image.tar, loaded where docker runs
	$(GO) run -C tools ./image -binary "$(CURDIR)/bin/firstneuron" -out "$(CURDIR)/bin/firstneuron-image.tar"
	tools/load-image.sh bin/firstneuron-image.tar

.PHONY: sbom
sbom: ## all that the site and the server are made of, as CycloneDX, bin/sbom.cdx.json
	mkdir -p bin
	GO=$(GO) tools/modfile.sh bin/page.mod
	$(GO) run $(TAGS) ./cmd/bundle sbom -pagemod bin/page.mod -out bin/sbom.cdx.json

.PHONY: reproducible
reproducible: ## build the commit twice in two folders and compare every byte; some minutes
	GO=$(GO) tools/reproducible.sh

KERNEL := pkg/nn/internal/kernel/kernel.wasm

.PHONY: kernel
kernel: ## compile the SIMD kernel again
	tools/need.sh clang
	tools/need.sh lld
	tools/kernel.sh $(abspath $(KERNEL))

.PHONY: size
size: dist ## the size of all that the page loads, raw, gzip and Brotli
	tools/size.sh web/dist

.PHONY: clean
clean: ## remove all that is built or fetched
	rm -rf bin e2e/node_modules e2e/screenshots bench/peers/node_modules tools/lighthouse/node_modules $(PROGRAMS)/node_modules $(KERAS_VENV)
	find web/dist -mindepth 1 ! -name .gitkeep -delete

##
# Testing

# The browser tests of what goes wrong around the page: hostile input, broken browsers,
# garbage for answers, faults put into the program. They take as long as all others.
ROUGH := -tags rough

.PHONY: test
test: build e2e/node_modules/.package-lock.json ## everything a change must pass, the browser tests included
	$(GO) test $(TAGS) $$($(GO) list $(TAGS) ./... | grep -v /e2e)
	$(GO) test -C tools ./image
	$(GO) test -C tools -count=1 ./mutants # not from the cache, which does not know pkg as its input
	tools/need.sh chromium-headless-shell
	tools/need.sh firefox-esr
	tools/need.sh xmllint
	tools/need.sh python3
	$(GO) test $(ROUGH) -count=1 -timeout 30m ./e2e/...

.PHONY: e2e
e2e: build e2e/node_modules/.package-lock.json ## the browser tests that go with each change: the site used in Chromium and Firefox as learners, teachers and hosts do
	tools/need.sh chromium-headless-shell
	tools/need.sh firefox-esr
	tools/need.sh xmllint
	tools/need.sh python3
	$(GO) test -count=1 -timeout 30m ./e2e/...

.PHONY: webkit
webkit: build ## the first lesson, an embed, a drag and the page in one file in WebKitGTK, whose engine is Safari's
	tools/need.sh webkit2gtk-driver
	tools/need.sh xvfb
	$(GO) test -tags webkit -count=1 -v ./e2e/webkit

.PHONY: hosts
hosts: build ## an activity put into a WordPress that is installed for it, and answered there
	tools/need.sh chromium-headless-shell
	tools/need.sh mariadbd
	tools/need.sh mariadb
	tools/need.sh php
	tools/need.sh wordpress
	$(GO) test -tags hosts -count=1 -timeout 10m -v ./e2e/hosts

.PHONY: costs
costs: build e2e/node_modules/.package-lock.json ## what each browser test costs, one after the other: pages, CPU seconds, wall seconds
	tools/need.sh chromium-headless-shell
	tools/need.sh firefox-esr
	$(GO) test -count=1 $(ROUGH) -timeout 90m -v ./e2e -meter | grep -v '^===\|^ *---'

.PHONY: pictures
pictures: build e2e/node_modules/.package-lock.json ## pictures of the page in every state that the browser tests look at, e2e/screenshots
	tools/need.sh chromium-headless-shell
	tools/need.sh firefox-esr
	$(GO) test -count=1 -timeout 60m ./e2e -pictures

# What some of the browser tests run, and make themselves: the page's program that
# panics where it is told to, and tests of packages, which want a whole library and
# count allocations, of which there are more without inlining.
.PHONY: bin/faults.wasm bin/nn.test.wasm bin/session.test.wasm
bin/faults.wasm:
	$(WASM) build $(PROGRAM) $(TAGS),simd,faults -o $@ ./cmd/wasm
bin/nn.test.wasm bin/session.test.wasm: bin/%.test.wasm:
	$(WASM) test -c -trimpath $(TAGS),simd -o $@ ./pkg/$*

SEED ?= 1
MONKEYS ?= 5
ACTIONS ?= 0
.PHONY: monkey
monkey: build e2e/node_modules/.package-lock.json ## ten minutes and ACTIONS (0) at least of MONKEYS (5) pages and embeds used at random from SEED (1) on
	tools/need.sh chromium-headless-shell
	$(GO) test -count=1 $(ROUGH) -timeout 600m -run TestMonkey ./e2e -monkey 10m -seed $(SEED) -monkeys $(MONKEYS) -actions $(ACTIONS)

.PHONY: corpus
corpus: build e2e/node_modules/.package-lock.json ## every hostile input, text, event and long table, in Chromium; make test takes a part of them
	tools/need.sh chromium-headless-shell
	$(GO) test -count=1 $(ROUGH) -timeout 60m -v -run 'TestCorpus|TestWords|TestEventsOfEveryKind|TestNumbersAgree' ./e2e -corpus

# Never from the cache: the site is no input that Go knows of. -parallel says
# how many pages there are at once, two for each core unless it is given.
e2e/node_modules/.package-lock.json: e2e/package-lock.json
	tools/need.sh npm
	cd e2e && npm ci --ignore-scripts --no-audit --no-fund --silent
	touch $@

.PHONY: film
film: build e2e/node_modules/.package-lock.json ## the first minute as a moving picture, docs/first-minute.webp
	tools/need.sh chromium
	tools/need.sh img2webp
	$(GO) test -count=1 -run TestFilm -v ./e2e -film ../docs/first-minute.webp

FUZZTIME ?= 60s
.PHONY: fuzz
fuzz: ## run every fuzz target for FUZZTIME (60s)
	tools/fuzz.sh $(FUZZTIME)

.PHONY: golden
golden: ## write the charts that the tests compare with again
	$(GO) test $(TAGS) ./pkg/ui/chart ./pkg/ui/plane -update

EACH ?= 0
.PHONY: mutants
mutants: ## show that small wrong edits make the tests fail; EACH=2 makes two a package
	$(GO) run -C tools ./mutants -each $(EACH)

.PHONY: race
race: ## all tests but the browser's with the race detector
	$(GO) test -race $(TAGS) $$($(GO) list $(TAGS) ./... | grep -v /e2e)

##
# Measuring

.PHONY: bench
bench: build ## the training's speed in Go and in Chromium, the server's beside nginx, how reading grows with the text
	$(GO) test -run '^$$' -bench . -benchmem ./pkg/nn/... ./bench/workload
	$(GO) test $(TAGS) -run '^$$' -bench Reading -benchtime 1x ./pkg/experiment
	$(GO) test -run '^$$' -bench Nginx -benchtime 5x ./bench/serving
	tools/need.sh chromium
	$(GO) test -run '^$$' -bench 'Lesson|Pause' -benchtime 10x ./e2e
	$(GO) test -run '^$$' -bench 'Workloads|Malformed|Reader' -benchtime 1x ./e2e
	$(GO) test -run '^$$' -bench 'Drag|Scrub|Plane|Arrival' -benchtime 3x ./e2e
	$(GO) test -run '^$$' $(ROUGH) -bench Memory -benchtime 1x -timeout 60m ./e2e

bench/peers/node_modules/.package-lock.json: bench/peers/package-lock.json
	tools/need.sh npm
	cd bench/peers && npm ci --ignore-scripts --no-audit --no-fund --silent
	touch $@

ROUNDS ?= 5
.PHONY: bench-peers
bench-peers: bench/peers/node_modules/.package-lock.json ## train beside other libraries; writes the table of docs/speed.md
	tools/need.sh chromium
	tools/need.sh clang
	tools/need.sh lld
	$(GO) test -run '^$$' -bench Peers -benchtime 1x -timeout 60m ./bench/peers -rounds $(ROUNDS) -write $(abspath docs)

.PHONY: slow
slow: build ## two minutes with slow readers: one of 100 kB/s, one that never reads
	$(GO) test -run '^$$' -bench SlowReaders -benchtime 1x ./bench/serving

.PHONY: lighthouse
lighthouse: build tools/lighthouse/node_modules/.package-lock.json ## the page as Lighthouse judges it, phone and desktop, medians of three
	tools/need.sh chromium
	tools/lighthouse/run.sh

tools/lighthouse/node_modules/.package-lock.json: tools/lighthouse/package-lock.json
	tools/need.sh npm
	cd tools/lighthouse && npm ci --ignore-scripts --no-audit --no-fund --silent
	touch $@

##
# Tidiness

# Built and not run by `go tool`, which would build the linter itself for
# GOOS=js in the second pass.
bin/golangci-lint: tools/go.mod
	$(GO) build -modfile=tools/go.mod -o $@ github.com/golangci/golangci-lint/v2/cmd/golangci-lint

# Twice: for this machine and for the browser, since each sees files that the
# other does not.
.PHONY: lint
lint: bin/golangci-lint ## formatting, comments, mistakes, the direction of imports, and known vulnerabilities
	bin/golangci-lint run ./...
	GOOS=js GOARCH=wasm bin/golangci-lint run ./cmd/wasm/... ./pkg/... ./bench/wasm/... ./bench/workload/...
	GO=$(GO) tools/vulncheck.sh bin/govulncheck

.PHONY: fmt
fmt: bin/golangci-lint ## format every Go file
	bin/golangci-lint fmt

##
# Keras, which pkg/nn is compared with, and NumPy, pandas and scikit-learn

KERAS_VENV := .venv-keras
KERAS_DIR  := pkg/nn/testdata/keras
# Programs that the page writes, run by the libraries they are for.
PROGRAMS   := pkg/experiment/testdata/programs

.PHONY: fixtures
fixtures: $(KERAS_VENV)/.stamp ## run Keras in a virtual environment, PyTorch and TensorFlow.js, and record their numbers again
	$(KERAS_VENV)/bin/python $(KERAS_DIR)/generate.py
	$(GO) test $(TAGS) ./pkg/nn/kerasfile -run Keras -update
	$(KERAS_VENV)/bin/python pkg/nn/kerasfile/testdata/roundtrip.py
	$(GO) test $(TAGS) ./pkg/experiment/program/export -run Exported -update
	$(KERAS_VENV)/bin/python $(PROGRAMS)/generate.py
	$(KERAS_VENV)/bin/python pkg/experiment/python/numpy/testdata/generate.py
	$(GO) test $(TAGS) ./pkg/experiment/playground -run Twins -twins $(CURDIR)/$(KERAS_VENV)/twins.json
	$(KERAS_VENV)/bin/python pkg/experiment/playground/testdata/twins.py $(KERAS_VENV)/twins.json
	tools/need.sh torch
	/usr/bin/python3 $(PROGRAMS)/torch_runs.py
	tools/need.sh npm
	cd $(PROGRAMS) && npm ci --ignore-scripts --no-audit --no-fund --silent && node tfjs_runs.mjs

$(KERAS_VENV)/.stamp: $(KERAS_DIR)/requirements.txt
	python3 -m venv $(KERAS_VENV)
	$(KERAS_VENV)/bin/pip install --quiet --disable-pip-version-check -r $<
	touch $@
