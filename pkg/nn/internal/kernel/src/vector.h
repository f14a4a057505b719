// Four float32 at once, and the functions of math for them.
//
// Nothing in this module may need a stack, a global or constant data in memory:
// the memory is Go's.
#pragma once
#include <wasm_simd128.h>

typedef unsigned int u32;
typedef unsigned long long u64;
typedef v128_t vec;

#define INLINE static inline __attribute__((always_inline))
#ifndef OUTLINE
#define OUTLINE static __attribute__((noinline))
#endif

INLINE vec load(const float *p) { return wasm_v128_load(p); }
INLINE void store(float *p, vec v) { wasm_v128_store(p, v); }
INLINE vec splat(float v) { return wasm_f32x4_splat(v); }
INLINE vec spread(const float *p) { return wasm_v128_load32_splat(p); }
INLINE vec add(vec a, vec b) { return wasm_f32x4_add(a, b); }
INLINE vec sub(vec a, vec b) { return wasm_f32x4_sub(a, b); }
INLINE vec mul(vec a, vec b) { return wasm_f32x4_mul(a, b); }
INLINE vec divide(vec a, vec b) { return wasm_f32x4_div(a, b); }
INLINE vec root(vec a) { return wasm_f32x4_sqrt(a); }
INLINE vec magnitude(vec a) { return wasm_f32x4_abs(a); }
// Of a NaN and a number, lower and higher return a when it is the NaN.
INLINE vec lower(vec a, vec b) { return wasm_f32x4_pmin(a, b); }
INLINE vec higher(vec a, vec b) { return wasm_f32x4_pmax(a, b); }
INLINE vec choose(vec mask, vec yes, vec no) { return wasm_v128_bitselect(yes, no, mask); }
INLINE vec above(vec a, vec b) { return wasm_f32x4_gt(a, b); }

// load_part loads the first n of four values, the others are 0.
INLINE vec load_part(const float *p, u32 n) {
  vec v = splat(0);
  if (n > 0) v = wasm_f32x4_replace_lane(v, 0, p[0]);
  if (n > 1) v = wasm_f32x4_replace_lane(v, 1, p[1]);
  if (n > 2) v = wasm_f32x4_replace_lane(v, 2, p[2]);
  if (n > 3) v = wasm_f32x4_replace_lane(v, 3, p[3]);
  return v;
}

// first is all ones in the first n lanes.
INLINE vec first(u32 n) {
  return wasm_i32x4_lt(wasm_i32x4_make(0, 1, 2, 3), wasm_i32x4_splat((int)n));
}

// total is the sum of the four values.
INLINE float total(vec v) {
  v = add(v, wasm_i32x4_shuffle(v, v, 2, 3, 0, 1));
  v = add(v, wasm_i32x4_shuffle(v, v, 1, 0, 3, 2));
  return wasm_f32x4_extract_lane(v, 0);
}

// totals are the sums of the four values of each of four vectors.
INLINE vec totals(vec a, vec b, vec c, vec d) {
  vec ab = add(wasm_i32x4_shuffle(a, b, 0, 4, 1, 5), wasm_i32x4_shuffle(a, b, 2, 6, 3, 7));
  vec cd = add(wasm_i32x4_shuffle(c, d, 0, 4, 1, 5), wasm_i32x4_shuffle(c, d, 2, 6, 3, 7));
  return add(wasm_i32x4_shuffle(ab, cd, 0, 1, 4, 5), wasm_i32x4_shuffle(ab, cd, 2, 3, 6, 7));
}

// add_wide adds four values to two sums of float64.
INLINE vec add_wide(vec sums, vec v) {
  vec high = wasm_i32x4_shuffle(v, v, 2, 3, 2, 3);
  sums = wasm_f64x2_add(sums, wasm_f64x2_promote_low_f32x4(v));
  return wasm_f64x2_add(sums, wasm_f64x2_promote_low_f32x4(high));
}

INLINE double total_wide(vec sums) {
  return wasm_f64x2_extract_lane(sums, 0) + wasm_f64x2_extract_lane(sums, 1);
}

// exponential is exp(x): 2ⁿ·exp(r) with r = x − n·ln 2, and a polynomial for
// exp(r), right to about a unit in the last place.
//
// Source: the coefficients of Cephes, expf.
INLINE vec exponential(vec x) {
  x = lower(higher(x, splat(-104)), splat(89));
  vec n = wasm_f32x4_nearest(mul(x, splat(1.44269504088896341f)));
  vec r = sub(sub(x, mul(n, splat(0.693359375f))), mul(n, splat(-2.12194440e-4f)));
  vec p = splat(1.9875691500e-4f);
  p = add(mul(p, r), splat(1.3981999507e-3f));
  p = add(mul(p, r), splat(8.3334519073e-3f));
  p = add(mul(p, r), splat(4.1665795894e-2f));
  p = add(mul(p, r), splat(1.6666665459e-1f));
  p = add(mul(p, r), splat(5.0000001201e-1f));
  p = add(add(mul(mul(p, r), r), r), splat(1));
  // In two halves: the ends of the range are beyond what one factor can say.
  vec whole = wasm_i32x4_trunc_sat_f32x4(n), half = wasm_i32x4_shr(whole, 1);
  vec one = wasm_i32x4_splat(127);
  p = mul(p, wasm_i32x4_shl(wasm_i32x4_add(half, one), 23));
  return mul(p, wasm_i32x4_shl(wasm_i32x4_add(wasm_i32x4_sub(whole, half), one), 23));
}

// logarithm is log(x) of normal numbers above 0.
//
// Source: the coefficients of Cephes, logf.
INLINE vec logarithm(vec x) {
  vec bits = wasm_i32x4_sub(x, wasm_i32x4_splat(0x3f3504f3)); // √½
  vec n = wasm_f32x4_convert_i32x4(wasm_i32x4_shr(bits, 23));
  vec m = wasm_i32x4_add(wasm_v128_and(bits, wasm_i32x4_splat(0x007fffff)), wasm_i32x4_splat(0x3f3504f3));
  vec r = sub(m, splat(1)), q = mul(r, r);
  vec p = splat(7.0376836292e-2f);
  p = add(mul(p, r), splat(-1.1514610310e-1f));
  p = add(mul(p, r), splat(1.1676998740e-1f));
  p = add(mul(p, r), splat(-1.2420140846e-1f));
  p = add(mul(p, r), splat(1.4249322787e-1f));
  p = add(mul(p, r), splat(-1.6668057665e-1f));
  p = add(mul(p, r), splat(2.0000714765e-1f));
  p = add(mul(p, r), splat(-2.4999993993e-1f));
  p = add(mul(p, r), splat(3.3333331174e-1f));
  p = mul(mul(p, r), q);
  p = add(p, mul(n, splat(-2.12194440e-4f)));
  p = sub(p, mul(q, splat(0.5f)));
  return add(add(r, p), mul(n, splat(0.693359375f)));
}

// logarithm_1p is log(1 + u) for u from 0 to 1, exact for small u too: the
// quotient makes up for what rounding 1 + u lost.
INLINE vec logarithm_1p(vec u) {
  vec w = add(splat(1), u), lost = sub(w, splat(1));
  vec large = above(lost, splat(0));
  return choose(large, mul(logarithm(w), divide(u, choose(large, lost, splat(1)))), u);
}

// tangent is tanh(x), a rational function of degree 13 over 6; NaN for what is
// not finite, as in pure Go, so that a divergence does not vanish.
//
// Source: the coefficients of Eigen, MathFunctionsImpl.h.
INLINE vec tangent(vec v) {
  vec x = lower(higher(v, splat(-7.90531110763549805f)), splat(7.90531110763549805f));
  vec q = mul(x, x);
  vec p = splat(-2.76076847742355e-16f);
  p = add(mul(p, q), splat(2.00018790482477e-13f));
  p = add(mul(p, q), splat(-8.60467152213735e-11f));
  p = add(mul(p, q), splat(5.12229709037114e-08f));
  p = add(mul(p, q), splat(1.48572235717979e-05f));
  p = add(mul(p, q), splat(6.37261928875436e-04f));
  p = mul(add(mul(p, q), splat(4.89352455891786e-03f)), x);
  vec d = splat(1.19825839466702e-06f);
  d = add(mul(d, q), splat(1.18534705686654e-04f));
  d = add(mul(d, q), splat(2.26843463243900e-03f));
  d = add(mul(d, q), splat(4.89352518554385e-03f));
  return add(divide(p, d), sub(v, v));
}

INLINE vec sigmoid(vec x) { return divide(splat(1), add(splat(1), exponential(sub(splat(0), x)))); }
