// The matrix products of a Dense layer. All three are one product of strided
// matrices, computed in tiles whose sums stay in registers.
//
// room is for [outs, in], the transposed kernel, and after it for a strip of
// eight columns of any of the matrices.
#pragma once
#include "vector.h"

// add_row adds one row of a tile's terms.
#define add_row(s0, s1, a)          \
  do {                              \
    vec v = spread(a);              \
    s0 = add(s0, mul(v, w0));       \
    if (C == 2) s1 = add(s1, mul(v, w1)); \
  } while (0)

// store_row stores one row of a tile.
#define store_row(c, s0, s1)        \
  do {                              \
    store(c, s0);                   \
    if (C == 2) store((c) + 4, s1); \
  } while (0)

// tile sets R rows by 4·C columns of c = bias + a·b, where a's element (i, k)
// is a[i*am + k*ak] and b's (k, j) is b[k*bk + j]; R is 1, 2 or 4, C 1 or 2.
// The sums have names of their own: an array would not stay in registers.
INLINE void tile(const int R, const int C, float *c, u32 cs, const float *a, u32 am, u32 ak,
                 const float *b, u32 bk, const float *bias, u32 k) {
  vec s0 = bias ? load(bias) : splat(0), t0 = bias && C == 2 ? load(bias + 4) : splat(0);
  vec s1 = s0, t1 = t0, s2 = s0, t2 = t0, s3 = s0, t3 = t0;
  for (; k; k--, a += ak, b += bk) {
    vec w0 = load(b), w1 = C == 2 ? load(b + 4) : w0;
    add_row(s0, t0, a);
    if (R >= 2) add_row(s1, t1, a + am);
    if (R == 4) add_row(s2, t2, a + 2 * am);
    if (R == 4) add_row(s3, t3, a + 3 * am);
  }
  store_row(c, s0, t0);
  if (R >= 2) store_row(c + cs, s1, t1);
  if (R == 4) store_row(c + 2 * cs, s2, t2);
  if (R == 4) store_row(c + 3 * cs, s3, t3);
}

#undef add_row
#undef store_row

// wide_row sets one row by 16 columns, as tile does.
INLINE void wide_row(float *c, const float *a, u32 ak, const float *b, u32 bk, const float *bias, u32 k) {
  vec s0 = splat(0), s1 = s0, s2 = s0, s3 = s0;
  if (bias) s0 = load(bias), s1 = load(bias + 4), s2 = load(bias + 8), s3 = load(bias + 12);
  for (; k; k--, a += ak, b += bk) {
    vec v = spread(a);
    s0 = add(s0, mul(v, load(b)));
    s1 = add(s1, mul(v, load(b + 4)));
    s2 = add(s2, mul(v, load(b + 8)));
    s3 = add(s3, mul(v, load(b + 12)));
  }
  store(c, s0);
  store(c + 4, s1);
  store(c + 8, s2);
  store(c + 12, s3);
}

// strip sets 4·C columns of all m rows.
INLINE void strip(const int C, float *c, u32 cs, const float *a, u32 am, u32 ak, const float *b,
                  u32 bk, const float *bias, u32 m, u32 k) {
  for (; m >= 4; m -= 4, a += 4 * am, c += 4 * cs) tile(4, C, c, cs, a, am, ak, b, bk, bias, k);
  if (m >= 2) {
    tile(2, C, c, cs, a, am, ak, b, bk, bias, k);
    m -= 2, a += 2 * am, c += 2 * cs;
  }
  if (m) tile(1, C, c, cs, a, am, ak, b, bk, bias, k);
}

// across sets c [m, n] = bias + a·b for n ≥ 4. What is left over of the
// columns is a strip that overlaps the one before. A b that does not stay in
// the first cache is read in strips that are copied into packed, [k, 8].
INLINE void across(float *c, u32 cs, const float *a, u32 am, u32 ak, const float *b, u32 bk,
                   const float *bias, u32 m, u32 n, u32 k, float *packed) {
  const int pack = m >= 16 && n * k >= 4096;
  u32 j = 0;
  if (m == 1) {
    for (; j + 16 <= n; j += 16) wide_row(c + j, a, ak, b + j, bk, bias ? bias + j : 0, k);
  }
  for (; j + 8 <= n; j += 8) {
    const float *panel = b + j;
    u32 stride = bk;
    if (pack) {
      for (u32 i = 0; i < k; i++) {
        store(packed + 8 * i, load(panel + i * bk));
        store(packed + 8 * i + 4, load(panel + i * bk + 4));
      }
      panel = packed, stride = 8;
    }
    strip(2, c + j, cs, a, am, ak, panel, stride, bias ? bias + j : 0, m, k);
  }
  for (; j < n; j += 4) {
    if (j + 4 > n) j = n - 4;
    strip(1, c + j, cs, a, am, ak, b + j, bk, bias ? bias + j : 0, m, k);
  }
}

// product_by_one is the same one element at a time, for n < 4.
OUTLINE void product_by_one(float *c, u32 cs, const float *a, u32 am, u32 ak, const float *b, u32 bk,
                           const float *bias, u32 m, u32 n, u32 k) {
  for (u32 i = 0; i < m; i++) {
    for (u32 j = 0; j < n; j++) {
      float sum = bias ? bias[j] : 0;
      for (u32 t = 0; t < k; t++) sum += a[i * am + t * ak] * b[t * bk + j];
      c[i * cs + j] = sum;
    }
  }
}

// product sets c [m, n] = bias + a·b for a [m, k] and b [k, n].
OUTLINE void product(float *c, const float *a, const float *b, const float *bias, u32 m, u32 n, u32 k, float *packed) {
  across(c, n, a, k, 1, b, n, bias, m, n, k, packed);
}

// transposed_product sets c [m, n] = aᵀ·b for a [k, m] and b [k, n].
OUTLINE void transposed_product(float *c, const float *a, const float *b, u32 m, u32 n, u32 k, float *packed) {
  across(c, n, a, 1, m, b, n, 0, m, n, k, packed);
}

// dots_here sets c [m] = bias + a·b, with a [m, k] and a vector b.
INLINE void dots_here(float *c, const float *a, const float *b, float bias, u32 m, u32 k) {
  u32 i = 0, whole = k & ~3u;
  for (; i + 4 <= m; i += 4) {
    const float *row = a + i * k;
    vec s0 = splat(0), s1 = s0, s2 = s0, s3 = s0;
    for (u32 t = 0; t < whole; t += 4) {
      vec w = load(b + t);
      s0 = add(s0, mul(load(row + t), w));
      s1 = add(s1, mul(load(row + k + t), w));
      s2 = add(s2, mul(load(row + 2 * k + t), w));
      s3 = add(s3, mul(load(row + 3 * k + t), w));
    }
    vec sums = add(totals(s0, s1, s2, s3), splat(bias));
    for (u32 t = whole; t < k; t++) {
      vec column = wasm_f32x4_make(row[t], row[k + t], row[2 * k + t], row[3 * k + t]);
      sums = add(sums, mul(column, spread(b + t)));
    }
    store(c + i, sums);
  }
  for (; i < m; i++) {
    vec s = splat(0);
    for (u32 t = 0; t < whole; t += 4) s = add(s, mul(load(a + i * k + t), load(b + t)));
    float sum = total(s) + bias;
    for (u32 t = whole; t < k; t++) sum += a[i * k + t] * b[t];
    c[i] = sum;
  }
}

// transpose_here sets t [outs, in] = kernelᵀ.
INLINE void transpose_here(float *t, const float *kernel, u32 in, u32 outs) {
  u32 i = 0;
  for (; i + 4 <= in; i += 4) {
    const float *k = kernel + i * outs;
    u32 j = 0;
    for (; j + 4 <= outs; j += 4) {
      vec a = load(k + j), b = load(k + outs + j), c = load(k + 2 * outs + j), d = load(k + 3 * outs + j);
      vec ab = wasm_i32x4_shuffle(a, b, 0, 4, 1, 5), cd = wasm_i32x4_shuffle(c, d, 0, 4, 1, 5);
      store(t + j * in + i, wasm_i64x2_shuffle(ab, cd, 0, 2));
      store(t + (j + 1) * in + i, wasm_i64x2_shuffle(ab, cd, 1, 3));
      ab = wasm_i32x4_shuffle(a, b, 2, 6, 3, 7), cd = wasm_i32x4_shuffle(c, d, 2, 6, 3, 7);
      store(t + (j + 2) * in + i, wasm_i64x2_shuffle(ab, cd, 0, 2));
      store(t + (j + 3) * in + i, wasm_i64x2_shuffle(ab, cd, 1, 3));
    }
    for (; j < outs; j++) {
      store(t + j * in + i, wasm_f32x4_make(k[j], k[outs + j], k[2 * outs + j], k[3 * outs + j]));
    }
  }
  for (; i < in; i++) {
    for (u32 j = 0; j < outs; j++) t[j * in + i] = kernel[i * outs + j];
  }
}

// dots and transpose are the same as functions of their own, for sizes that are
// known only when they run.
OUTLINE void dots(float *c, const float *a, const float *b, float bias, u32 m, u32 k) { dots_here(c, a, b, bias, m, k); }

OUTLINE void transpose(float *t, const float *kernel, u32 in, u32 outs) { transpose_here(t, kernel, in, outs); }

// known says that the compiler knows a size: then a product is computed in line,
// with loops made for it.
#define known(n) __builtin_constant_p(n)

// outputs sets z [rows, outs] = x·kernel + bias, with x [rows, in], kernel
// [in, outs] and bias [outs] or null.
INLINE void outputs(float *z, const float *x, const float *kernel, const float *bias, u32 rows,
                    u32 in, u32 outs, float *room) {
  float *packed = room + in * outs;
  if (outs >= 4 && known(outs) && known(in)) {
    across(z, outs, x, in, 1, kernel, outs, bias, rows, outs, in, packed);
  } else if (outs >= 4) {
    product(z, x, kernel, bias, rows, outs, in, packed);
  } else if (outs == 1 && known(in)) {
    dots_here(z, x, kernel, bias ? *bias : 0, rows, in);
  } else if (outs == 1) {
    dots(z, x, kernel, bias ? *bias : 0, rows, in);
  } else {
    product_by_one(z, outs, x, in, 1, kernel, outs, bias, rows, outs, in);
  }
}

// kernel_gradient sets g [in, outs] = xᵀ·dz, with dz [rows, outs].
INLINE void kernel_gradient(float *g, const float *x, const float *dz, u32 rows, u32 in, u32 outs,
                             float *room) {
  float *packed = room + in * outs;
  if (outs >= 4 && known(outs) && known(in)) {
    across(g, outs, x, 1, in, dz, outs, 0, in, outs, rows, packed);
  } else if (outs >= 4) {
    transposed_product(g, x, dz, in, outs, rows, packed);
  } else if (outs == 1 && in >= 4 && known(in)) {
    across(g, in, dz, rows, 1, x, in, 0, 1, in, rows, packed);
  } else if (outs == 1 && in >= 4) {
    product(g, dz, x, 0, 1, in, rows, packed);
  } else {
    product_by_one(g, outs, x, 1, in, dz, outs, 0, in, outs, rows);
  }
}

// bias_gradient sets g [outs] to the sum of each column of dz [rows, outs].
INLINE void bias_gradient(float *g, const float *dz, u32 rows, u32 outs) {
  u32 j = 0;
  if (outs == 1) {
    vec sum = splat(0);
    for (; j + 4 <= rows; j += 4) sum = add(sum, load(dz + j));
    *g = total(add(sum, load_part(dz + j, rows - j)));
    return;
  }
  for (; j + 8 <= outs; j += 8) {
    vec s = splat(0), t = s, s2 = s, t2 = s;
    const float *d = dz + j;
    u32 r = 0;
    for (; r + 2 <= rows; r += 2, d += 2 * outs) {
      s = add(s, load(d)), t = add(t, load(d + 4));
      s2 = add(s2, load(d + outs)), t2 = add(t2, load(d + outs + 4));
    }
    if (r < rows) s = add(s, load(d)), t = add(t, load(d + 4));
    store(g + j, add(s, s2));
    store(g + j + 4, add(t, t2));
  }
  for (; j + 4 <= outs; j += 4) {
    vec s = splat(0);
    const float *d = dz + j;
    for (u32 r = 0; r < rows; r++, d += outs) s = add(s, load(d));
    store(g + j, s);
  }
  for (; j < outs; j++) {
    float sum = 0;
    for (u32 r = 0; r < rows; r++) sum += dz[r * outs + j];
    g[j] = sum;
  }
}

// input_gradient sets dx [rows, in] = dz·kernelᵀ.
INLINE void input_gradient(float *dx, const float *dz, const float *kernel, u32 rows, u32 in,
                           u32 outs, float *room) {
  if (outs > 1) {
    if (known(in) && known(outs)) transpose_here(room, kernel, in, outs);
    else transpose(room, kernel, in, outs);
    kernel = room;
  }
  if (in >= 4 && known(in) && known(outs)) {
    across(dx, in, dz, outs, 1, kernel, in, 0, rows, in, outs, room + in * outs);
  } else if (in >= 4) {
    product(dx, dz, kernel, 0, rows, in, outs, room + in * outs);
  } else {
    product_by_one(dx, in, dz, outs, 1, kernel, in, 0, rows, in, outs);
  }
}
