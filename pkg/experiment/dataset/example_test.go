package dataset_test

import (
	"fmt"

	"firstneuron/pkg/experiment/dataset"
)

// The points of a recipe, in TensorFlow Playground's order, and what a model is fed
// with.
func Example() {
	recipe, err := dataset.Parse("circle:0.97800:25:500")
	if err != nil {
		fmt.Println(err)
		return
	}
	points, random := recipe.Draw()
	first := points[0]
	fmt.Printf("%d points, the first at %.4f, %.4f with the label %v\n", len(points), first.X1, first.X2, first.Y)
	product, _ := dataset.FeatureNamed("x1x2")
	fmt.Printf("its %s is %.4f\n", product.Label, product.Of(first.X1, first.X2))
	fmt.Printf("the first weight would be %.4f\n", random.Float64()-0.5)

	_, err = dataset.Parse("cirle:1")
	fmt.Println(err)
	// Output:
	// 500 points, the first at -0.4256, -3.6719 with the label -1
	// its x1·x2 is 1.5628
	// the first weight would be 0.0617
	// dataset: set: "cirle" is no set of data; give one of circle, xor, gauss, spiral, plane, multi-gauss, moons, checkerboard, rings, blobs
}
