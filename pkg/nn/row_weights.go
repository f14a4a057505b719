package nn

import (
	"fmt"
	"math"
)

// rowWeights returns the weight of each row, nil when all are 1.
func rowWeights(call string, sample []float32, class map[int]float64, y Matrix) ([]float32, error) {
	if err := checkSampleWeights(call, sample, y.Rows); err != nil {
		return nil, err
	}
	if class == nil {
		return sample, nil
	}
	if sample != nil {
		return nil, fmt.Errorf("nn: %s: both sample weights and class weights are given; give one of them", call)
	}
	for number, w := range class {
		if !finite(float32(w)) || w < 0 {
			return nil, fmt.Errorf("nn: %s: the weight of class %d is %v; give a finite number, not negative", call, number, w)
		}
	}
	weights := make([]float32, y.Rows)
	for i := range weights {
		number := highest(y.Row(i))
		if y.Cols == 1 {
			number = int(math.RoundToEven(float64(y.Row(i)[0])))
		}
		weights[i] = 1
		if w, ok := class[number]; ok {
			weights[i] = float32(w)
		}
	}
	return weights, nil
}

// checkSampleWeights reports weights that do not fit the rows; nil do.
func checkSampleWeights(call string, weights []float32, rows int) error {
	if weights != nil && len(weights) != rows {
		return fmt.Errorf("nn: %s: %d sample weights for %d rows; give one a row", call, len(weights), rows)
	}
	for i, w := range weights {
		if !finite(w) || w < 0 {
			return fmt.Errorf("nn: %s: the sample weight of row %d is %v; give a finite number, not negative", call, i, w)
		}
	}
	return nil
}
