package e2e

import "firstneuron/e2e/browser"

// Names on the page beyond those of the contract.
const (
	lesson  = "The lesson: y = 2x − 1"
	celsius = "Celsius to Fahrenheit"
	houses  = "House prices"

	logScaleRole = "checkbox"
	logScaleName = "Logarithmic scale"
)

func innerHTML(page *browser.Page) string {
	return browser.Evaluate[string](page, `document.body.innerHTML`)
}
