package array

import (
	"math"
	"slices"
	"sort"
)

// before orders numbers as NumPy does: nan comes last.
func before(x, y float64) bool { return x < y || math.IsNaN(y) && !math.IsNaN(x) }

func ascending(v []float64) []float64 {
	v = slices.Clone(v)
	sort.Slice(v, func(i, j int) bool { return before(v[i], v[j]) })
	return v
}

// ArgSort are the places of the elements in ascending order along an axis, equal
// ones in the order in which they stand.
func ArgSort(x *Array, axis *int) (*Array, error) {
	x = x.AsArray()
	if axis == nil {
		zero := 0
		x, axis = x.Ravel(), &zero
	}
	at, err := AxisIndex(*axis, len(x.shape))
	if err != nil {
		return nil, err
	}
	turned, _ := x.SwapAxes(at, len(x.shape)-1)
	n := x.shape[at]
	values := turned.Floats()
	places := make([]int64, len(values))
	for i := 0; i < len(values); i += n {
		row, order := values[i:i+n], places[i:i+n]
		for j := range order {
			order[j] = int64(j)
		}
		sort.SliceStable(order, func(i, j int) bool { return before(row[order[i]], row[order[j]]) })
	}
	return intArray(Int64, turned.shape, places).SwapAxes(at, len(x.shape)-1)
}

// Sort are the elements in ascending order along an axis.
func Sort(x *Array, axis *int) (*Array, error) {
	x = x.AsArray()
	if axis == nil {
		zero := 0
		x, axis = x.Ravel(), &zero
	}
	order, err := ArgSort(x, axis)
	if err != nil {
		return nil, err
	}
	at, _ := AxisIndex(*axis, len(x.shape))
	last := len(x.shape) - 1
	turned, _ := x.SwapAxes(at, last)
	order, _ = order.SwapAxes(at, last)
	turned = turned.Copy()
	result := blank(x.dtype, turned.shape)
	n := turned.shape[last]
	for i, p := range order.Ints() {
		result.copyFrom(i, turned, i/n*n+int(p))
	}
	return result.SwapAxes(at, last)
}

// Uniques are the different elements of an array, in ascending order.
type Uniques struct {
	Values *Array
	// First is where each is first, Inverse which of them each element is, Counts
	// how often each is there.
	First, Inverse, Counts *Array
}

// Unique finds the different elements.
func Unique(x *Array) Uniques {
	flat := x.AsArray().Ravel()
	order, _ := ArgSort(flat, nil)
	var first, counts []int64
	inverse := make([]int64, flat.Size())
	values := flat.Floats()
	last := math.Inf(-1)
	for i, p := range order.data.ints {
		v := values[p]
		if i == 0 || v != last && !(math.IsNaN(v) && math.IsNaN(last)) {
			first, counts = append(first, p), append(counts, 0)
		}
		last = v
		counts[len(counts)-1]++
		inverse[p] = int64(len(counts) - 1)
	}
	picked, _ := flat.Take(first)
	picked.data.places = nil
	inverted := FromInts(inverse)
	inverted, _ = inverted.Reshape(x.shape...)
	return Uniques{picked, FromInts(first), inverted, FromInts(counts)}
}

// SearchSorted is where each of v would be put into sorted, before equal ones or,
// with right, behind them.
func SearchSorted(sorted, v *Array, right bool) *Array {
	values := sorted.Floats()
	found := v.Floats()
	places := make([]int64, len(found))
	for i, x := range found {
		places[i] = int64(sort.Search(len(values), func(j int) bool {
			if right {
				return before(x, values[j])
			}
			return !before(values[j], x)
		}))
	}
	return number(intArray(Int64, append([]int{}, v.shape...), places))
}

// Quantile is the number below which a share q of the elements lies, by the line
// between the two that are next to it; along all where axis is nil.
func Quantile(x, q *Array, axis *int) (*Array, error) {
	x = x.AsArray()
	if x.dtype == Bool {
		return nil, typeError(operationOf("subtract").noTruths)
	}
	if axis == nil {
		zero := 0
		x, axis = x.Ravel(), &zero
	}
	sorted, err := Sort(x, axis)
	if err != nil {
		return nil, err
	}
	at, _ := AxisIndex(*axis, len(x.shape))
	order := []int{at}
	for i := range x.shape {
		if i != at {
			order = append(order, i)
		}
	}
	sorted, _ = sorted.Transpose(order)
	shares := q.Floats()
	n := sorted.shape[0]
	if n == 0 {
		return nil, indexError("index -1 is out of bounds for axis 0 with size 0")
	}
	width := sorted.Size() / n
	values := sorted.Floats()
	results := make([]float64, 0, len(shares)*width)
	for _, share := range shares {
		if !(share >= 0 && share <= 1) {
			return nil, valueError("Quantiles must be in the range [0, 1]")
		}
		exact := share * float64(n-1)
		low := math.Floor(exact)
		t := exact - low
		high := min(int(low)+1, n-1)
		for j := range width {
			a, b, end := values[int(low)*width+j], values[high*width+j], values[(n-1)*width+j]
			v := a + (b-a)*t
			if t >= 0.5 {
				v = b - (b-a)*(1-t)
			}
			if math.IsNaN(end) {
				v = end
			}
			results = append(results, v)
		}
	}
	shape := append(append([]int{}, q.shape...), sorted.shape[1:]...)
	dtype := x.dtype.float()
	if len(q.shape) > 0 {
		dtype = promote(dtype, q.dtype)
	}
	return number(floatArray(dtype, shape, results)), nil
}
