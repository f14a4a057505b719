// Package fdlibm has sin, cos, log, exp and tanh as V8 computes them, the JavaScript
// of Chrome and Node: by the polynomials of fdlibm.
//
// Go's own differ from them by one unit in the last place: sin and cos for a quarter
// of all arguments, tanh and exp for up to one in five, log for two in a hundred. That
// is nothing to look at, but a training of TensorFlow Playground whose points or
// outputs differ in a last bit is another training after some hundred epochs of a
// spiral. Python's are others again, those of package elementary: to the last bit no
// two of the three agree, so that they have no method in common.
//
// The conversions to float64 keep a processor from rounding a product and a sum at
// once: the result is the same on every machine.
//
// Source of the methods and of their constants: Sun Microsystems, fdlibm 5.3, 1993;
// each file names those of its functions.
package fdlibm

// polynomial is c0 + z·(c1 + z·(c2 + …)).
func polynomial(z float64, coefficients ...float64) float64 {
	var sum float64
	for i := len(coefficients) - 1; i >= 0; i-- {
		sum = coefficients[i] + float64(z*sum)
	}
	return sum
}
