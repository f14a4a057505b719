package e2e

import (
	"fmt"
	"testing"
)

func TestChartsTellTheirNumbers(t *testing.T) {
	t.Parallel()
	page := open(t, "#w=0&b=0")
	page.WaitFor("img", "Fit")
	train(page, 500)
	page.WaitFor("img", "Fit")
	page.WaitFor("img", "Loss per epoch")
	before := body(page)
	page.Hover("img", "Loss per epoch", 0.5, 0.5)
	page.Wait("reading the loss under the pointer", func() error {
		if body(page) == before {
			return fmt.Errorf("the page shows nothing new")
		}
		return nil
	})
}

func TestLossChartSwitchesItsScale(t *testing.T) {
	t.Parallel()
	page := open(t, "#w=0&b=0")
	train(page, 500)
	before := innerHTML(page)
	page.WaitState(logScaleRole, logScaleName, "checked", "true") // which suits these losses
	page.Click(logScaleRole, logScaleName)
	page.WaitState(logScaleRole, logScaleName, "checked", "false")
	page.Wait("looking at the chart", func() error {
		if innerHTML(page) == before {
			return fmt.Errorf("it has not changed")
		}
		return nil
	})
	page.WaitFor("img", "Loss per epoch")
}
