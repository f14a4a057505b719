// Package e2e holds the browser tests: what a learner can do with the built
// site, in a real Chromium, by role and accessible name.
//
// Files with the build tag rough hold what goes wrong around the page: hostile input,
// events of every kind, browsers that refuse, garbage for answers, faults put into the
// program, a monkey. `make e2e` leaves them out, `make test` does not.
//
// The tests run against web/dist, which `make build` writes, and need a Chromium
// and, for the accessibility test, axe-core (`npm ci` in this folder); `make
// e2e` sees to all three. Pictures of failed tests are left in screenshots/, and with
// the flag -pictures those of what the tests see, for somebody to look at. With the
// flag -meter one test runs after the other and tells what it costs.
package e2e
