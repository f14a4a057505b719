package e2e

import (
	"fmt"
	"testing"
)

// networks are models whose pictures are looked at.
var networks = map[string]string{
	"guess":   "#w=10&b=-10",
	"trained": "#w=0&b=0&auto=1",
	"small":   "#layers=3:tanh,1&auto=1&epochs=300&lr=0.05",
	"wide":    "#layers=16:tanh,16:relu,1&auto=1&epochs=50",
	"deep":    "#layers=64:tanh,64:relu,64:tanh,64:tanh,64:tanh,64:tanh,64:tanh,64:tanh,64:tanh,1&epochs=2",
}

// TestNetworkIsDrawn leaves pictures of networks, and lets axe look at them.
func TestNetworkIsDrawn(t *testing.T) {
	t.Parallel()
	source := axeSource(t)
	for name, link := range networks {
		t.Run(name, func(t *testing.T) {
			page := open(t, link)
			page.WaitFor("img", "Network")
			page.WaitIdle()
			for _, width := range []int{1280, 375} {
				page.Resize(width, 900)
				page.WaitTrue(fmt.Sprintf("window.innerWidth === %d", width))
				page.WaitChartsFit()
				for _, scheme := range []string{"light", "dark"} {
					page.SetScheme(scheme)
					page.Screenshot(fmt.Sprintf("network-%s-%d-%s", name, width, scheme))
				}
			}
			for _, violation := range page.Axe(source) {
				t.Errorf("%s: %s", name, violation)
			}
		})
	}
}
