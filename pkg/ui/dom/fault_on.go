//go:build faults

package dom

// Fault panics as often as the page's variable firstneuronFaults says for this
// place, such as {render: 2}.
func Fault(place string) {
	faults := window().Get("firstneuronFaults")
	if left, _ := faults.Get(place).Number(); left > 0 {
		faults.Set(place, left-1)
		panic("a fault for a test: " + place)
	}
}
