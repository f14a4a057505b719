package array

// Cumulate is "cumsum" or "cumprod", along all elements where axis is nil.
func Cumulate(name string, x *Array, axis *int) (*Array, error) {
	dtype := x.dtype
	if dtype == Bool || dtype == Int32 {
		dtype = Int64
	}
	x, at, err := x.along(axis)
	if err != nil {
		return nil, err
	}
	result := x.AsType(dtype)
	result.scalar, result.weak, result.data.places = false, false, nil
	step, n := result.strides[at], result.shape[at]
	l := line{dtype: dtype}
	for i := range result.Size() {
		if i/step%n == 0 {
			continue
		}
		if dtype.Floating() {
			f := result.data.floats
			if name == "cumsum" {
				f[i] = l.round(f[i] + f[i-step])
			} else {
				f[i] = l.round(f[i] * f[i-step])
			}
			continue
		}
		if f := result.data.ints; name == "cumsum" {
			f[i] += f[i-step]
		} else {
			f[i] *= f[i-step]
		}
	}
	return result, nil
}
