// Package firefox drives Firefox ESR as package browser drives Chromium: by
// roles and accessible names, with a console that must stay silent.
//
//	page := firefox.Open(t, address)
//	frame := page.Frame("First Neuron")
//	frame.Click("button", "Train")
//	frame.WaitText("status", "Prediction", "18.9815")
//
// It speaks WebDriver BiDi with the browser over one WebSocket, so neither
// node nor a driver program is needed. It can do what the tests that compare
// browsers need and no more: most tests of the page are Chromium's business.
package firefox
