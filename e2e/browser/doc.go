// Package browser drives Chromium as a learner does: it finds things by their
// role and accessible name, clicks where they are seen, and types with keys.
//
// A test opens a [Page] in a [Browser] and acts on it:
//
//	page := chromium.Open(t, site.URL)
//	page.Fill("spinbutton", "Epochs", "5000")
//	page.Click("button", "Train")
//	page.WaitText("status", "Prediction", "19.0000")
//
// Every method waits until what it needs is there (up to [Patience]) and fails
// the test otherwise, so a test has no sleeps and no error handling. What must
// not happen has not when the page is idle ([Page.WaitIdle]). Elements are found
// by role and name, since what cannot be found so cannot be found by a learner
// who listens to the page either; the few places that only the eye finds are
// each a [Part].
//
// Each page finds nothing stored at its address, and has a console that must
// stay silent: any message, exception or violation of the content security
// policy fails the test when it ends, unless [Page.AllowConsole] foresaw it.
package browser
