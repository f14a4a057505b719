package random

import "sort"

// Source is what numbers are drawn from, a [Legacy] or a [Generator].
type Source interface {
	// Float64 is a number from 0 to 1, Normal and Exponential one of those
	// distributions.
	Float64() float64
	Normal() float64
	Exponential() float64
	Poisson(lambda float64) int64
	// Upto is a whole number from 0 to n, n included.
	Upto(n uint64) uint64
	// Uint32 and Uint64 are so many bits.
	Uint32() uint32
	Uint64() uint64
}

var (
	_ Source = (*Legacy)(nil)
	_ Source = (*Generator)(nil)
)

// Shuffle exchanges n things at random; swap exchanges two of them. Bits that are
// too large a place are drawn again, with default_rng too.
func Shuffle(s Source, n int, swap func(i, j int)) {
	for i := n - 1; i > 0; i-- {
		swap(i, int(masked(s, uint64(i))))
	}
}

// shuffleFrom leaves those before first as they are.
func shuffleFrom(s Source, n, first int, swap func(i, j int)) {
	for i := n - 1; i >= first; i-- {
		swap(i, int(s.Upto(uint64(i))))
	}
}

// Permutation are the numbers from 0 to n in a random order.
func Permutation(s Source, n int) []int64 {
	order := make([]int64, n)
	for i := range order {
		order[i] = int64(i)
	}
	Shuffle(s, n, func(i, j int) { order[i], order[j] = order[j], order[i] })
	return order
}

// Choose are k places of n, none twice. Only default_rng's can be told not to
// shuffle them.
func Choose(s Source, n, k int, shuffle bool) []int64 {
	if _, old := s.(*Legacy); old {
		return Permutation(s, n)[:k]
	}
	cutoff := 20
	if shuffle {
		cutoff = 50
	}
	if n > 10000 && k > n/cutoff {
		order := make([]int64, n)
		for i := range order {
			order[i] = int64(i)
		}
		shuffleFrom(s, n, max(n-k, 1), func(i, j int) { order[i], order[j] = order[j], order[i] })
		return order[n-k:]
	}
	places := make([]int64, 0, k)
	taken := make(map[int64]bool, k)
	for j := n - k; j < n; j++ {
		v := int64(s.Upto(uint64(j)))
		if taken[v] {
			v = int64(j)
		}
		taken[v] = true
		places = append(places, v)
	}
	if shuffle {
		shuffleFrom(s, k, 1, func(i, j int) { places[i], places[j] = places[j], places[i] })
	}
	return places
}

// Weighted are k places, each as probable as its weight; the weights come to 1.
func Weighted(s Source, weights []float64, k int) []int64 {
	sums := cumulated(weights)
	places := make([]int64, k)
	for i := range places {
		places[i] = find(sums, s.Float64())
	}
	return places
}

// WeightedOnce are k places, none twice, each as probable as its weight among those
// that are left.
func WeightedOnce(s Source, weights []float64, k int) []int64 {
	weights = append([]float64{}, weights...)
	var places []int64
	for len(places) < k {
		draws := make([]float64, k-len(places))
		for i := range draws {
			draws[i] = s.Float64()
		}
		for _, p := range places {
			weights[p] = 0
		}
		sums := cumulated(weights)
		seen := map[int64]bool{}
		for _, d := range draws {
			if p := find(sums, d); !seen[p] {
				seen[p] = true
				places = append(places, p)
			}
		}
	}
	return places
}

func cumulated(weights []float64) []float64 {
	sums := make([]float64, len(weights))
	total := 0.0
	for i, w := range weights {
		total += w
		sums[i] = total
	}
	for i := range sums {
		sums[i] /= total
	}
	return sums
}

// find is the first place whose sum is larger than v.
func find(sums []float64, v float64) int64 {
	return int64(sort.Search(len(sums), func(i int) bool { return sums[i] > v }))
}
