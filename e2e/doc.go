// Package e2e holds the browser tests: what a learner can do with the built
// site, in a real Chromium, by role and accessible name.
//
// They run against web/dist, which `make build` writes, and need a Chromium
// and, for the accessibility test, axe-core (`npm ci` in this folder); `make
// e2e` sees to all three. Pictures of the page are left in screenshots/, those
// of failed tests too.
package e2e
