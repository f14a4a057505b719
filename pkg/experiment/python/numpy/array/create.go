package array

import "math"

// Full makes an array of one value.
func Full(dtype DType, value *Array, shape ...int) (*Array, error) {
	a, err := New(dtype, shape...)
	if err != nil {
		return nil, err
	}
	for i := range a.Size() {
		a.copyFrom(i, value, value.offset)
	}
	a.data.places = nil
	return a, nil
}

// Eye is a matrix with ones on its diagonal number k, which k = 0 is the main of.
func Eye(dtype DType, rows, columns, k int) (*Array, error) {
	a, err := New(dtype, rows, columns)
	if err != nil {
		return nil, err
	}
	for i := range rows {
		if j := i + k; j >= 0 && j < columns {
			a.setInt(i*columns+j, 1)
		}
	}
	return a, nil
}

// Arange are the numbers from start to stop, which is left out, by step.
func Arange(start, stop, step *Array, dtype DType) (*Array, error) {
	b, e, d := start.float(start.offset), stop.float(stop.offset), step.float(step.offset)
	if d == 0 {
		return nil, &Error{"ZeroDivisionError", "division by zero"}
	}
	n := math.Ceil((e - b) / d)
	if math.IsNaN(n) {
		return nil, valueError("arange: cannot compute length")
	}
	if n > MaxElements {
		return nil, &Error{"MemoryError", "more elements than the " + itoa(MaxElements) + " that this page gives a program"}
	}
	a, err := New(dtype, int(max(n, 0)))
	if err != nil {
		return nil, err
	}
	if !start.dtype.Floating() && !step.dtype.Floating() {
		first, by := start.data.ints[start.offset], step.data.ints[step.offset]
		for i := range a.Size() {
			a.setInt(i, first+int64(i)*by)
		}
		return a, nil
	}
	// As NumPy fills it: by the difference of the first two.
	if dtype.Floating() {
		by := (b + d) - b
		if dtype == Float32 {
			by = float64(float32(b+d) - float32(b))
		}
		for i := range a.Size() {
			a.setFloat(i, b+float64(float64(i)*by))
		}
		return a, nil
	}
	first, by := whole(b, Int64), whole(b+d, Int64)-whole(b, Int64)
	for i := range a.Size() {
		a.setInt(i, first+int64(i)*by)
	}
	return a, nil
}

// Linspace are n numbers in equal steps from start to stop, which is the last of
// them unless end is false. It also answers the step.
func Linspace(start, stop float64, n int, end bool) (values *Array, step float64, err error) {
	if n < 0 {
		return nil, 0, valueError("Number of samples, " + itoa(n) + ", must be non-negative.")
	}
	a, err := New(Float64, n)
	if err != nil {
		return nil, 0, err
	}
	parts := float64(n)
	if end {
		parts--
	}
	delta := stop - start
	step = math.NaN()
	v := a.data.floats
	if parts > 0 {
		step = delta / parts
		for i := range v {
			if step == 0 {
				v[i] = float64(float64(i)/parts*delta) + start
			} else {
				v[i] = float64(float64(i)*step) + start
			}
		}
	} else {
		for i := range v {
			v[i] = float64(float64(i)*delta) + start
		}
	}
	if end && n > 1 {
		v[n-1] = stop
	}
	return a, step, nil
}
