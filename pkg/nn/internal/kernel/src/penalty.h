// Penalties on large weights, l1·Σ|w| + l2·Σw², which Keras calls regularizers.
#pragma once
#include "plan.h"

// penalty_of returns the penalty on n values.
INLINE double penalty_of(const float *values, u32 n, double l1, double l2) {
  vec absolute = splat(0), squares = splat(0); // two sums of float64 each
  for (u32 i = 0; i < n; i += 4) {
    vec v = n - i >= 4 ? load(values + i) : load_part(values + i, n - i);
    absolute = add_wide(absolute, magnitude(v));
    vec low = wasm_f64x2_promote_low_f32x4(v);
    vec high = wasm_f64x2_promote_low_f32x4(wasm_i32x4_shuffle(v, v, 2, 3, 2, 3));
    squares = wasm_f64x2_add(squares, wasm_f64x2_mul(low, low));
    squares = wasm_f64x2_add(squares, wasm_f64x2_mul(high, high));
  }
  return l1 * total_wide(absolute) + l2 * total_wide(squares);
}

// add_penalty_gradient adds l1·sign(w) + 2·l2·w to a gradient.
INLINE void add_penalty_gradient(float *gradient, const float *values, u32 n, float l1, float l2) {
  const vec zero = splat(0), one = splat(1), step = splat(l1), scale = splat(l2);
  u32 i = 0;
  for (; i + 4 <= n; i += 4) {
    vec v = load(values + i);
    vec sign = choose(above(v, zero), one, choose(above(zero, v), splat(-1), zero));
    store(gradient + i, add(load(gradient + i), add(mul(scale, v), mul(step, sign))));
  }
  for (; i < n; i++) {
    const float v = values[i];
    gradient[i] += l2 * v + (v > 0 ? l1 : v < 0 ? -l1 : 0);
  }
}

// penalty is that on all layers.
OUTLINE double penalty(const plan *p) {
  double sum = 0;
  for (const layer *l = p->layers; l < p->layers + p->depth; l++) {
    sum += penalty_of(l->kernel, l->in * l->outs, l->kernel_l1, l->kernel_l2);
    if (l->bias) sum += penalty_of(l->bias, l->outs, l->bias_l1, l->bias_l2);
  }
  return sum;
}

OUTLINE void penalty_gradients(const plan *p) {
  for (const layer *l = p->layers; l < p->layers + p->depth; l++) {
    add_penalty_gradient(l->kernel_gradient, l->kernel, l->in * l->outs, (float)l->kernel_l1, (float)(2 * l->kernel_l2));
    if (l->bias) add_penalty_gradient(l->bias_gradient, l->bias, l->outs, (float)l->bias_l1, (float)(2 * l->bias_l2));
  }
}
