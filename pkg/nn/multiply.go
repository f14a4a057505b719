package nn

// The matrix products of a Dense layer, over flat slices: three tiled loops and
// their edges, which share one shape and are longer than 300 lines together.
//
// In Go's WebAssembly every taken jump goes through a jump table, so that
// straight-line blocks win: the products work on tiles of two rows by four
// columns, whose eight sums stay in registers while the inner loop goes over
// four terms at a time. What is left at the edges goes one by one.

// multiply sets z = x·kernel + bias, with x [rows, in], kernel [in, outs] and
// bias [outs] or nil.
func multiply(z, x, kernel, bias []float32, rows, in, outs int) {
	if outs == 1 {
		b := float32(0)
		if bias != nil {
			b = bias[0]
		}
		for r := range rows {
			z[r] = b + dot(x[r*in:(r+1)*in], kernel)
		}
		return
	}
	r := 0
	for ; r+2 <= rows; r += 2 {
		multiplyTwoRows(z[r*outs:(r+2)*outs], x[r*in:(r+2)*in], kernel, bias, in, outs)
	}
	if r < rows {
		multiplyRow(z[r*outs:(r+1)*outs], x[r*in:(r+1)*in], kernel, bias)
	}
}

// multiplyTwoRows is multiply for two rows.
func multiplyTwoRows(z, x, kernel, bias []float32, in, outs int) {
	x0, x1 := x[:in], x[in:2*in]
	x1 = x1[:len(x0)]
	z0, z1 := z[:outs], z[outs:2*outs]
	j := 0
	for ; j+4 <= outs; j += 4 {
		var a0, a1, a2, a3, b0, b1, b2, b3 float32
		if bias != nil {
			b := bias[j : j+4 : j+4]
			a0, a1, a2, a3 = b[0], b[1], b[2], b[3]
			b0, b1, b2, b3 = a0, a1, a2, a3
		}
		at, k := j, 0
		for ; k+4 <= len(x0); k += 4 {
			u, v := x0[k:k+4:k+4], x1[k:k+4:k+4]
			w := kernel[at : at+4 : at+4]
			w0, w1, w2, w3 := w[0], w[1], w[2], w[3]
			p, q := u[0], v[0]
			a0 += p * w0
			a1 += p * w1
			a2 += p * w2
			a3 += p * w3
			b0 += q * w0
			b1 += q * w1
			b2 += q * w2
			b3 += q * w3
			at += outs
			w = kernel[at : at+4 : at+4]
			w0, w1, w2, w3 = w[0], w[1], w[2], w[3]
			p, q = u[1], v[1]
			a0 += p * w0
			a1 += p * w1
			a2 += p * w2
			a3 += p * w3
			b0 += q * w0
			b1 += q * w1
			b2 += q * w2
			b3 += q * w3
			at += outs
			w = kernel[at : at+4 : at+4]
			w0, w1, w2, w3 = w[0], w[1], w[2], w[3]
			p, q = u[2], v[2]
			a0 += p * w0
			a1 += p * w1
			a2 += p * w2
			a3 += p * w3
			b0 += q * w0
			b1 += q * w1
			b2 += q * w2
			b3 += q * w3
			at += outs
			w = kernel[at : at+4 : at+4]
			w0, w1, w2, w3 = w[0], w[1], w[2], w[3]
			p, q = u[3], v[3]
			a0 += p * w0
			a1 += p * w1
			a2 += p * w2
			a3 += p * w3
			b0 += q * w0
			b1 += q * w1
			b2 += q * w2
			b3 += q * w3
			at += outs
		}
		for ; k < len(x0); k++ {
			w := kernel[at : at+4 : at+4]
			p, q := x0[k], x1[k]
			a0 += p * w[0]
			a1 += p * w[1]
			a2 += p * w[2]
			a3 += p * w[3]
			b0 += q * w[0]
			b1 += q * w[1]
			b2 += q * w[2]
			b3 += q * w[3]
			at += outs
		}
		to := z0[j : j+4 : j+4]
		to[0], to[1], to[2], to[3] = a0, a1, a2, a3
		to = z1[j : j+4 : j+4]
		to[0], to[1], to[2], to[3] = b0, b1, b2, b3
	}
	for ; j < outs; j++ {
		var a, b float32
		if bias != nil {
			a, b = bias[j], bias[j]
		}
		for k, p := range x0 {
			w := kernel[k*outs+j]
			a += p * w
			b += x1[k] * w
		}
		z0[j], z1[j] = a, b
	}
}

// multiplyRow is multiply for one row.
func multiplyRow(z, x, kernel, bias []float32) {
	if bias != nil {
		copy(z, bias)
	} else {
		clear(z)
	}
	for k, v := range x {
		addScaled(z, kernel[k*len(z):(k+1)*len(z)], v)
	}
}

// addTransposeMultiply adds xᵀ·dz to gradient, with x [rows, in], dz [rows,
// outs] and gradient [in, outs].
func addTransposeMultiply(gradient, x, dz []float32, rows, in, outs int) {
	if outs == 1 {
		for r := range rows {
			addScaled(gradient, x[r*in:(r+1)*in], dz[r])
		}
		return
	}
	i := 0
	for ; i+2 <= in; i += 2 {
		j := 0
		for ; j+4 <= outs; j += 4 {
			addTile(gradient[i*outs+j:], x[i:], dz[j:], rows, in, outs)
		}
		for ; j < outs; j++ {
			var a, b float32
			for r := range rows {
				d := dz[r*outs+j]
				a += x[r*in+i] * d
				b += x[r*in+i+1] * d
			}
			gradient[i*outs+j] += a
			gradient[(i+1)*outs+j] += b
		}
	}
	if i < in {
		g := gradient[i*outs : (i+1)*outs]
		for r := range rows {
			addScaled(g, dz[r*outs:(r+1)*outs], x[r*in+i])
		}
	}
}

// addTile adds a tile of xᵀ·dz to two rows by four columns of gradient.
func addTile(gradient, x, dz []float32, rows, in, outs int) {
	var a0, a1, a2, a3, b0, b1, b2, b3 float32
	atX, atD, r := 0, 0, 0
	for ; r+2 <= rows; r += 2 {
		u, d := x[atX:atX+2:atX+2], dz[atD:atD+4:atD+4]
		p, q := u[0], u[1]
		d0, d1, d2, d3 := d[0], d[1], d[2], d[3]
		a0 += p * d0
		a1 += p * d1
		a2 += p * d2
		a3 += p * d3
		b0 += q * d0
		b1 += q * d1
		b2 += q * d2
		b3 += q * d3
		atX, atD = atX+in, atD+outs
		u, d = x[atX:atX+2:atX+2], dz[atD:atD+4:atD+4]
		p, q = u[0], u[1]
		d0, d1, d2, d3 = d[0], d[1], d[2], d[3]
		a0 += p * d0
		a1 += p * d1
		a2 += p * d2
		a3 += p * d3
		b0 += q * d0
		b1 += q * d1
		b2 += q * d2
		b3 += q * d3
		atX, atD = atX+in, atD+outs
	}
	if r < rows {
		u, d := x[atX:atX+2:atX+2], dz[atD:atD+4:atD+4]
		a0 += u[0] * d[0]
		a1 += u[0] * d[1]
		a2 += u[0] * d[2]
		a3 += u[0] * d[3]
		b0 += u[1] * d[0]
		b1 += u[1] * d[1]
		b2 += u[1] * d[2]
		b3 += u[1] * d[3]
	}
	g := gradient[0:4:4]
	g[0] += a0
	g[1] += a1
	g[2] += a2
	g[3] += a3
	g = gradient[outs : outs+4 : outs+4]
	g[0] += b0
	g[1] += b1
	g[2] += b2
	g[3] += b3
}

// multiplyTranspose sets dx = dz·kernelᵀ, with dz [rows, outs], kernel [in,
// outs] and dx [rows, in].
func multiplyTranspose(dx, dz, kernel []float32, rows, outs, in int) {
	if outs == 1 {
		for r := range rows {
			d, to := dz[r], dx[r*in:(r+1)*in]
			for k, w := range kernel[:len(to)] {
				to[k] = d * w
			}
		}
		return
	}
	r := 0
	for ; r+2 <= rows; r += 2 {
		d0, d1 := dz[r*outs:(r+1)*outs], dz[(r+1)*outs:(r+2)*outs]
		t0, t1 := dx[r*in:(r+1)*in], dx[(r+1)*in:(r+2)*in]
		k := 0
		for ; k+2 <= in; k += 2 {
			t0[k], t0[k+1], t1[k], t1[k+1] = dotTile(d0, d1, kernel[k*outs:(k+1)*outs], kernel[(k+1)*outs:(k+2)*outs])
		}
		if k < in {
			w := kernel[k*outs : (k+1)*outs]
			t0[k], t1[k] = dot(d0, w), dot(d1, w)
		}
	}
	if r < rows {
		d, to := dz[r*outs:(r+1)*outs], dx[r*in:(r+1)*in]
		for k := range to {
			to[k] = dot(d, kernel[k*outs:(k+1)*outs])
		}
	}
}

// dotTile returns the four dot products of two vectors with two others.
func dotTile(a, b, v, w []float32) (av, aw, bv, bw float32) {
	n := len(a)
	b, v, w = b[:n], v[:n], w[:n]
	i := 0
	for ; i+4 <= n; i += 4 {
		p, q, s, t := a[i:i+4:i+4], b[i:i+4:i+4], v[i:i+4:i+4], w[i:i+4:i+4]
		p0, q0, s0, t0 := p[0], q[0], s[0], t[0]
		av += p0 * s0
		aw += p0 * t0
		bv += q0 * s0
		bw += q0 * t0
		p0, q0, s0, t0 = p[1], q[1], s[1], t[1]
		av += p0 * s0
		aw += p0 * t0
		bv += q0 * s0
		bw += q0 * t0
		p0, q0, s0, t0 = p[2], q[2], s[2], t[2]
		av += p0 * s0
		aw += p0 * t0
		bv += q0 * s0
		bw += q0 * t0
		p0, q0, s0, t0 = p[3], q[3], s[3], t[3]
		av += p0 * s0
		aw += p0 * t0
		bv += q0 * s0
		bw += q0 * t0
	}
	for ; i < n; i++ {
		av += a[i] * v[i]
		aw += a[i] * w[i]
		bv += b[i] * v[i]
		bw += b[i] * w[i]
	}
	return av, aw, bv, bw
}

// addColumnSums adds the sum of each column of dz [rows, outs] to sums.
func addColumnSums(sums, dz []float32, rows, outs int) {
	if outs == 1 {
		var sum float32
		for _, v := range dz[:rows] {
			sum += v
		}
		sums[0] += sum
		return
	}
	for r := range rows {
		addScaled(sums, dz[r*outs:(r+1)*outs], 1)
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
