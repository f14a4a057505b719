package sklearn

import (
	"firstneuron/pkg/experiment/python/eval"
	"firstneuron/pkg/experiment/python/numpy"
	"firstneuron/pkg/experiment/python/numpy/random"
)

// makeBlobs draws a normal cloud around each of its centers.
func makeBlobs(t *eval.Thread, args *eval.Args) (eval.Value, error) {
	b, err := args.Bind("make_blobs", "n_samples=", "n_features=", "*", "centers=", "cluster_std=", "center_box=", "shuffle=", "random_state=", "return_centers=")
	if err != nil {
		return nil, err
	}
	if b.Bool("return_centers", false) {
		return t.Lacks("sklearn.datasets.make_blobs(return_centers=)"), nil
	}
	source, err := numpy.State(t, b, "sklearn.datasets.make_blobs")
	if err != nil {
		return nil, err
	}
	counts, total, err := blobSizes(t, b)
	if err != nil {
		return nil, err
	}
	centers, err := blobCenters(t, b, len(counts), source)
	if err != nil {
		return nil, err
	}
	if len(counts) == 0 {
		counts = make([]int, len(centers))
		for i := range counts {
			counts[i] = total / len(centers)
			if i < total%len(centers) {
				counts[i]++
			}
		}
	}
	if len(counts) != len(centers) {
		return nil, eval.Raise("ValueError", "Length of `n_samples` not consistent with number of centers. Got n_samples = "+
			itoa(len(counts))+" and centers = "+itoa(len(centers)))
	}
	deviations, err := blobDeviations(t, b, len(centers))
	if err != nil {
		return nil, err
	}
	c := cloud{classes: true}
	for class, n := range counts {
		if err := t.Alloc(3 * n * len(centers[class])); err != nil {
			return nil, err
		}
		for range n {
			row := make([]float64, len(centers[class]))
			for j, center := range centers[class] {
				row[j] = center + deviations[class]*source.Normal()
			}
			c.x, c.targets = append(c.x, row), append(c.targets, float64(class))
		}
	}
	if b.Bool("shuffle", true) {
		c.shuffled(source)
	}
	return c.values(t)
}

// blobSizes reads n_samples: a number in all, or one for each center.
func blobSizes(t *eval.Thread, b eval.Bound) (counts []int, total int, err error) {
	if b.Has("n_samples") {
		if _, one := eval.AsInt(b.Value("n_samples")); !one {
			items, err := t.Iterate(b.Value("n_samples"))
			if err != nil {
				return nil, 0, err
			}
			for _, item := range items {
				n, ok := eval.AsInt(item)
				if !ok || n < 0 {
					return nil, 0, eval.Raise("TypeError", "'"+item.Class()+"' object cannot be interpreted as an integer")
				}
				counts = append(counts, n)
			}
			return counts, 0, nil
		}
	}
	total, err = rowsOf(t, b, "make_blobs", "n_samples", 100)
	return nil, total, err
}

// blobCenters are those that are given, or drawn from the center_box.
func blobCenters(t *eval.Thread, b eval.Bound, sizes int, source random.Source) (centers [][]float64, err error) {
	n := sizes
	if n == 0 {
		n = 3
	}
	if b.Has("centers") {
		count, one := eval.AsInt(b.Value("centers"))
		if !one {
			a, err := two(t, b.Value("centers"), "make_blobs")
			if err != nil {
				return nil, err
			}
			columns := a.Shape()[1]
			for i := 0; i+columns <= a.Size(); i += columns {
				centers = append(centers, a.Floats()[i:i+columns])
			}
			return centers, nil
		}
		if count < 1 {
			return nil, eval.Raise("ValueError", "make_blobs wants one center at least, and got "+itoa(count))
		}
		n = count
	}
	columns, err := rowsOf(t, b, "make_blobs", "n_features", 2)
	if err != nil {
		return nil, err
	}
	low, high := -10.0, 10.0
	if b.Has("center_box") {
		box, err := numpy.Of(t, b.Value("center_box"))
		if err != nil {
			return nil, err
		}
		if box.Size() != 2 {
			return nil, eval.Raise("ValueError", "make_blobs wants two numbers as the center_box, and got "+itoa(box.Size()))
		}
		low, high = floating(box).Floats()[0], floating(box).Floats()[1]
	}
	if err := t.Alloc(n); err != nil {
		return nil, err
	}
	for range n {
		if err := t.Alloc(columns); err != nil {
			return nil, err
		}
		center := make([]float64, columns)
		for j := range center {
			center[j] = low + (high-low)*source.Float64()
		}
		centers = append(centers, center)
	}
	return centers, nil
}

// blobDeviations reads cluster_std: one number, or one for each center.
func blobDeviations(t *eval.Thread, b eval.Bound, n int) ([]float64, error) {
	deviations := make([]float64, n)
	for i := range deviations {
		deviations[i] = 1
	}
	if !b.Has("cluster_std") {
		return deviations, nil
	}
	a, err := numpy.Of(t, b.Value("cluster_std"))
	if err != nil {
		return nil, err
	}
	given := floating(a).Floats()
	if len(a.Shape()) > 0 && len(given) != n {
		return nil, eval.Raise("ValueError", "Length of `clusters_std` not consistent with number of centers. Got "+itoa(len(given))+" for "+itoa(n)+" centers")
	}
	for i := range deviations {
		deviations[i] = given[min(i, len(given)-1)]
	}
	return deviations, nil
}
