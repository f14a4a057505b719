// Activations, as pkg/nn has them. Of n values, whole vectors are written: the
// arrays have room for them.
#pragma once
#include "vector.h"

// The codes of pkg/nn/internal/kernel.
enum { LINEAR, RELU, LEAKY_RELU, ELU, SELU, TANH, SIGMOID, EXPONENTIAL, SOFTPLUS, SOFTSIGN, SILU };

#define SELU_SCALE 1.0507009873554804934193349852946f
#define SELU_BOTH 1.7580993408473768599402175208123f // scale·alpha

#define EACH(...)                              \
  for (u32 i = 0; i < n; i += 4) {             \
    vec v = load(z + i);                       \
    store(y + i, __VA_ARGS__);                 \
  }                                            \
  break

// activate sets y = f(z). z and y may be the same.
OUTLINE void activate(u32 activation, const float *z, float *y, u32 n) {
  const vec zero = splat(0), one = splat(1);
  switch (activation) {
  case RELU: EACH(higher(v, zero));
  case LEAKY_RELU: EACH(choose(above(v, zero), v, mul(v, splat(0.2f))));
  case ELU: EACH(choose(above(v, zero), v, sub(exponential(v), one)));
  case SELU:
    EACH(choose(above(v, zero), mul(v, splat(SELU_SCALE)), mul(splat(SELU_BOTH), sub(exponential(v), one))));
  case TANH: EACH(tangent(v));
  case SIGMOID: EACH(sigmoid(v));
  case EXPONENTIAL: EACH(exponential(v));
  case SOFTPLUS: EACH(add(higher(v, zero), logarithm_1p(exponential(sub(zero, magnitude(v))))));
  case SOFTSIGN: EACH(divide(v, add(one, magnitude(v))));
  case SILU: EACH(mul(v, sigmoid(v)));
  }
}

#undef EACH
#define EACH(...)                                          \
  for (u32 i = 0; i < n; i += 4) {                         \
    vec v = load(z + i), f = load(y + i), d = load(dy + i); \
    (void)v, (void)f;                                      \
    store(dz + i, __VA_ARGS__);                            \
  }                                                        \
  break

// derive sets dz = dLoss/dz from dy = dLoss/dy and y = f(z). dy and dz may be
// the same. z and y may be the same for activations before SOFTPLUS, whose f' is
// computed from y (UsesZ in kernel.go).
OUTLINE void derive(u32 activation, const float *z, const float *y, const float *dy, float *dz, u32 n) {
  const vec zero = splat(0), one = splat(1);
  switch (activation) {
  case LINEAR:
    if (dy != dz) EACH(d);
    break;
  case RELU: EACH(wasm_v128_andnot(d, wasm_f32x4_le(f, zero)));
  case LEAKY_RELU: EACH(choose(above(f, zero), d, mul(d, splat(0.2f))));
  case ELU: EACH(mul(d, choose(above(f, zero), one, add(f, one))));
  case SELU: EACH(mul(d, choose(wasm_f32x4_ge(f, zero), splat(SELU_SCALE), add(f, splat(SELU_BOTH)))));
  case TANH: EACH(mul(d, sub(one, mul(f, f))));
  case SIGMOID: EACH(mul(d, mul(f, sub(one, f))));
  case EXPONENTIAL: EACH(mul(d, f));
  case SOFTPLUS: EACH(mul(d, sigmoid(v)));
  case SOFTSIGN: {
    for (u32 i = 0; i < n; i += 4) {
      vec q = add(one, magnitude(load(z + i)));
      store(dz + i, divide(load(dy + i), mul(q, q)));
    }
    break;
  }
  case SILU: {
    for (u32 i = 0; i < n; i += 4) {
      vec v = load(z + i), s = sigmoid(v);
      store(dz + i, mul(load(dy + i), add(s, mul(v, mul(s, sub(one, s))))));
    }
    break;
  }
  }
}

#undef EACH
