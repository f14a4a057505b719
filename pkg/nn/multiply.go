package nn

// The matrix products of a Dense layer. Each is straight-line code over flat
// slices: in Go's WebAssembly every taken jump goes through a jump table, so
// work per iteration is what counts.

// multiply sets z = x·kernel + bias, with x [rows, in], kernel [in, outs] and
// bias [outs] or nil.
func multiply(z, x, kernel, bias []float32, rows, in, outs int) {
	for r := range rows {
		zr, xr := z[r*outs:(r+1)*outs], x[r*in:(r+1)*in]
		if bias != nil {
			copy(zr, bias)
		} else {
			clear(zr)
		}
		for k, v := range xr {
			addScaled(zr, kernel[k*outs:(k+1)*outs], v)
		}
	}
}

// addTransposeMultiply adds xᵀ·dz to gradient, with x [rows, in], dz [rows,
// outs] and gradient [in, outs].
func addTransposeMultiply(gradient, x, dz []float32, rows, in, outs int) {
	for r := range rows {
		xr, dzr := x[r*in:(r+1)*in], dz[r*outs:(r+1)*outs]
		for k, v := range xr {
			addScaled(gradient[k*outs:(k+1)*outs], dzr, v)
		}
	}
}

// multiplyTranspose sets dx = dz·kernelᵀ, with dz [rows, outs], kernel [in,
// outs] and dx [rows, in].
func multiplyTranspose(dx, dz, kernel []float32, rows, outs, in int) {
	for r := range rows {
		dzr, dxr := dz[r*outs:(r+1)*outs], dx[r*in:(r+1)*in]
		for k := range dxr {
			dxr[k] = dot(dzr, kernel[k*outs:(k+1)*outs])
		}
	}
}

// addColumnSums adds the sum of each column of dz [rows, outs] to sums.
func addColumnSums(sums, dz []float32, rows, outs int) {
	for r := range rows {
		for j, v := range dz[r*outs : (r+1)*outs] {
			sums[j] += v
		}
	}
}

// addScaled adds s·b to a.
func addScaled(a, b []float32, s float32) {
	b = b[:len(a)]
	i := 0
	for ; i+4 <= len(a); i += 4 {
		p, q := a[i:i+4:i+4], b[i:i+4:i+4]
		p[0] += s * q[0]
		p[1] += s * q[1]
		p[2] += s * q[2]
		p[3] += s * q[3]
	}
	for ; i < len(a); i++ {
		a[i] += s * b[i]
	}
}

// dot returns Σ a·b.
func dot(a, b []float32) float32 {
	b = b[:len(a)]
	var s0, s1, s2, s3 float32
	i := 0
	for ; i+4 <= len(a); i += 4 {
		p, q := a[i:i+4:i+4], b[i:i+4:i+4]
		s0 += p[0] * q[0]
		s1 += p[1] * q[1]
		s2 += p[2] * q[2]
		s3 += p[3] * q[3]
	}
	for ; i < len(a); i++ {
		s0 += a[i] * b[i]
	}
	return s0 + s1 + (s2 + s3)
}
