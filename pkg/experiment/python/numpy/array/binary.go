package array

// turned is the transposed array where that is what lies in order in memory; nil
// for others.
func (a *Array) turned() *Array {
	if len(a.shape) < 2 || a.contiguous() {
		return nil
	}
	if t, err := a.Transpose(nil); err == nil && t.contiguous() {
		return t
	}
	return nil
}

// Binary is an operation by the name of its ufunc, such as "add".
func Binary(name string, x, y *Array) (*Array, error) {
	// What is computed of a turned array lies in memory as it does, which shows in
	// the last bit of its sum.
	if tx, ty := x.turned(), y.turned(); tx != nil && ty != nil && len(x.shape) == len(y.shape) || tx != nil && len(y.shape) == 0 || ty != nil && len(x.shape) == 0 {
		if tx == nil {
			tx = x
		}
		if ty == nil {
			ty = y
		}
		if r, err := Binary(name, tx, ty); err == nil {
			return r.Transpose(nil)
		}
	}
	var shape []int
	if len(x.shape)+len(y.shape) > 0 {
		var err error
		if shape, err = fit(x, y); err != nil {
			return nil, err
		}
	}
	op := operationOf(name)
	weakX, weakY := x.weak, y.weak
	dtype := resultType(x, y)
	if x.weak && y.weak {
		dtype = promote(x.dtype, y.dtype)
	}
	if len(shape) > 0 {
		x, _ = x.broadcast(shape)
		y, _ = y.broadcast(shape)
	}
	switch {
	case op.compares != nil:
		result := blank(Bool, shape)
		if dtype == Int64 {
			return number(compareInts(name, result, x.Ints(), y.Ints())), nil
		}
		xs, ys := x.rounded(dtype), y.rounded(dtype)
		for i := range xs {
			result.data.ints[i] = bit(op.compares(xs[i], ys[i]))
		}
		return number(result), nil
	case dtype == Bool && op.noTruths != "":
		return nil, typeError(op.noTruths)
	case op.whole && dtype.Floating():
		return nil, typeError("ufunc '" + name + "' not supported for the input types, and the inputs could not be safely coerced to any supported types according to the casting rule ''safe''")
	case dtype == Bool && op.truths != nil:
		xs, ys := x.Ints(), y.Ints()
		for i := range xs {
			xs[i] = bit(op.truths(xs[i] != 0, ys[i] != 0))
		}
		return number(intArray(Bool, shape, xs)), nil
	case name == "power" && x.dtype == Bool && !weakX && weakY && y.float(y.offset) == 2:
		return nil, lacksSmall(name) // which NumPy squares
	case op.ints != nil && !dtype.Floating():
		if dtype == Bool {
			if !weakX || !weakY {
				return nil, lacksSmall(name)
			}
			dtype = Int64
		}
		xs, ys := x.Ints(), y.Ints()
		for i := range xs {
			if name == "power" && ys[i] < 0 {
				return nil, valueError("Integers to negative integer powers are not allowed.")
			}
			if xs[i] = op.ints(xs[i], ys[i]); dtype == Int32 {
				xs[i] = int64(int32(xs[i]))
			}
		}
		return number(intArray(dtype, shape, xs)), nil
	}
	if dtype == Bool && name != "divide" && (!weakX || !weakY) {
		return nil, lacksSmall(name)
	}
	dtype = dtype.float()
	xs, ys := x.rounded(dtype), y.rounded(dtype)
	for i := range xs {
		xs[i] = op.floats(xs[i], ys[i])
	}
	return number(floatArray(dtype, shape, xs)), nil
}

// compareInts compares whole numbers that a float64 might not tell apart.
func compareInts(name string, result *Array, xs, ys []int64) *Array {
	for i, x := range xs {
		y, v := ys[i], false
		switch name {
		case "equal":
			v = x == y
		case "not_equal":
			v = x != y
		case "less":
			v = x < y
		case "less_equal":
			v = x <= y
		case "greater":
			v = x > y
		case "greater_equal":
			v = x >= y
		default:
			v = operationOf(name).compares(float64(x), float64(y))
		}
		result.data.ints[i] = bit(v)
	}
	return result
}

// rounded are the elements as those of a type.
func (a *Array) rounded(dtype DType) []float64 {
	values := a.Floats()
	if dtype == Float32 && a.dtype != Float32 {
		for i, v := range values {
			values[i] = float64(float32(v))
		}
	}
	return values
}

// Update is x op= y: the result goes into x itself.
func (a *Array) Update(name, operator string, y *Array) error {
	if _, ok := common(a, y); !ok {
		_, err := fit(a, y, a)
		return err
	}
	result, err := Binary(name, a, y)
	if err != nil {
		return err
	}
	if len(result.shape) != len(a.shape) || result.Size() != a.Size() {
		return valueError("non-broadcastable output operand with shape " + tight(a.shape) + " doesn't match the broadcast shape " + tight(result.shape))
	}
	if a.dtype < result.dtype && (result.dtype.Floating() != a.dtype.Floating() || a.dtype == Bool) {
		return &Error{"numpy._core._exceptions.UFuncTypeError", "Cannot cast ufunc '" + name + "' output from dtype('" + result.dtype.String() + "') to dtype('" + a.dtype.String() + "') with casting rule 'same_kind'"}
	}
	values := result.AsArray()
	values.data.places = nil
	return a.Set(values)
}
