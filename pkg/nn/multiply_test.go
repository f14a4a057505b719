package nn

import (
	"math"
	"math/rand/v2"
	"testing"
)

// TestProducts compares the products with their definitions, for all sizes
// around those of a tile.
func TestProducts(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	draw := func(n int) []float32 {
		values := make([]float32, n)
		for i := range values {
			values[i] = r.Float32() - 0.5
		}
		return values
	}
	same := func(what string, got []float32, want func(i int) float64) {
		t.Helper()
		for i, v := range got {
			if math.Abs(float64(v)-want(i)) > 1e-5 {
				t.Fatalf("%s[%d] = %v, want %v", what, i, v, want(i))
			}
		}
	}
	for rows := 1; rows <= 5; rows++ {
		for in := 1; in <= 9; in++ {
			for outs := 1; outs <= 9; outs++ {
				x, kernel, bias, dz, before := draw(rows*in), draw(in*outs), draw(outs), draw(rows*outs), draw(in*outs)
				z := draw(rows * outs)
				for _, b := range [][]float32{bias, nil} {
					multiply(z, x, kernel, b, rows, in, outs)
					same("multiply", z, func(i int) float64 {
						sum := 0.0
						if b != nil {
							sum = float64(b[i%outs])
						}
						for k := range in {
							sum += float64(x[i/outs*in+k]) * float64(kernel[k*outs+i%outs])
						}
						return sum
					})
				}
				gradient := append([]float32(nil), before...)
				addTransposeMultiply(gradient, x, dz, rows, in, outs)
				same("addTransposeMultiply", gradient, func(i int) float64 {
					sum := float64(before[i])
					for r := range rows {
						sum += float64(x[r*in+i/outs]) * float64(dz[r*outs+i%outs])
					}
					return sum
				})
				dx := draw(rows * in)
				multiplyTranspose(dx, dz, kernel, rows, outs, in)
				same("multiplyTranspose", dx, func(i int) float64 {
					sum := 0.0
					for j := range outs {
						sum += float64(dz[i/in*outs+j]) * float64(kernel[i%in*outs+j])
					}
					return sum
				})
				sums := append([]float32(nil), bias...)
				addColumnSums(sums, dz, rows, outs)
				same("addColumnSums", sums, func(i int) float64 {
					sum := float64(bias[i])
					for r := range rows {
						sum += float64(dz[r*outs+i])
					}
					return sum
				})
			}
		}
	}
}
