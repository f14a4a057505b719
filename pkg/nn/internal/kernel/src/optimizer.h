// The optimizers' updates of n weights, in whole vectors: the arrays have room
// for them. The formulas are those of pkg/nn.
#pragma once
#include "plan.h"

// finite reports whether all of n values are: for the others v − v is not 0.
// What an update makes of the room beyond them may be anything.
INLINE int finite(const float *values, u32 n) {
  vec wrong = splat(0);
  u32 i = 0;
  for (; i + 4 <= n; i += 4) {
    vec v = load(values + i);
    wrong = wasm_v128_or(wrong, sub(v, v));
  }
  if (i < n) {
    vec v = load(values + i);
    wrong = wasm_v128_or(wrong, wasm_v128_and(sub(v, v), first(n - i)));
  }
  return !wasm_v128_any_true(wrong);
}

INLINE void copy(float *to, const float *from, u32 n) {
  for (u32 i = 0; i < n; i += 4) store(to + i, load(from + i));
}

// keep brings the guard up to date before an update, and descend is plain SGD
// that does so on its way.
INLINE void keep(plan *p) {
  if (p->guard && p->sound) copy(p->guard, p->weights, p->parameters);
}

INLINE void descend(plan *p) {
  float *w = p->weights, *g = p->gradients, *guard = p->guard;
  const vec rate = splat(p->rate);
  if (!guard || !p->sound) {
    for (u32 i = 0; i < p->parameters; i += 4) store(w + i, sub(load(w + i), mul(rate, load(g + i))));
    return;
  }
  vec wrong = splat(0);
  for (u32 i = 0; i < p->parameters; i += 4) {
    vec before = load(w + i), v = sub(before, mul(rate, load(g + i)));
    store(guard + i, before);
    store(w + i, v);
    wrong = wasm_v128_or(wrong, sub(v, v));
  }
  p->sound = !wasm_v128_any_true(wrong);
}

OUTLINE void update(plan *p) {
  float *w = p->weights, *g = p->gradients, *s0 = p->state[0], *s1 = p->state[1], *s2 = p->state[2];
  const u32 n = p->parameters;
  const vec rate = splat(p->rate), a = splat(p->options[0]), b = splat(p->options[1]), epsilon = splat(p->options[2]);
  keep(p);
  if (p->decay != 0) {
    const vec part = splat(p->decay * p->rate);
    for (u32 i = 0; i < n; i += 4) {
      vec v = load(w + i);
      store(w + i, sub(v, mul(v, part)));
    }
  }
  switch (p->optimizer) {
  case SGD:
    for (u32 i = 0; i < n; i += 4) store(w + i, sub(load(w + i), mul(rate, load(g + i))));
    break;
  case MOMENTUM:
    for (u32 i = 0; i < n; i += 4) {
      vec down = mul(rate, load(g + i)), v = sub(mul(a, load(s0 + i)), down);
      store(s0 + i, v);
      store(w + i, add(load(w + i), p->flag ? sub(mul(a, v), down) : v));
    }
    break;
  case ADAM: {
    // The powers of the betas are carried on in float64 and rounded as Keras has
    // them.
    p->power[0] *= p->beta[0];
    p->power[1] *= p->beta[1];
    const vec alpha = splat(p->rate * __builtin_sqrtf(1 - (float)p->power[1]) / (1 - (float)p->power[0]));
    for (u32 i = 0; i < n; i += 4) {
      vec d = load(g + i), m = load(s0 + i), v = load(s1 + i);
      m = add(m, mul(sub(d, m), a));
      v = add(v, mul(sub(mul(d, d), v), b));
      store(s0 + i, m);
      store(s1 + i, v);
      if (p->flag) {
        v = higher(load(s2 + i), v);
        store(s2 + i, v);
      }
      store(w + i, sub(load(w + i), divide(mul(m, alpha), add(root(v), epsilon))));
    }
    break;
  }
  case RMSPROP: {
    // a is rho, b the momentum.
    const vec rest = sub(splat(1), a);
    for (u32 i = 0; i < n; i += 4) {
      vec d = load(g + i), v = add(mul(a, load(s0 + i)), mul(mul(rest, d), d)), under = add(v, epsilon);
      store(s0 + i, v);
      if (p->flag) {
        vec mean = add(mul(a, load(s1 + i)), mul(rest, d));
        store(s1 + i, mean);
        under = add(sub(v, mul(mean, mean)), epsilon);
      }
      vec delta = divide(mul(rate, d), root(under));
      if (p->options[1] > 0) {
        delta = add(mul(b, load(s2 + i)), delta);
        store(s2 + i, delta);
      }
      store(w + i, sub(load(w + i), delta));
    }
    break;
  }
  case ADAGRAD:
    for (u32 i = 0; i < n; i += 4) {
      vec d = load(g + i), squares = add(load(s0 + i), mul(d, d));
      store(s0 + i, squares);
      store(w + i, sub(load(w + i), divide(mul(rate, d), root(add(squares, epsilon)))));
    }
    break;
  }
  if (p->guard) p->sound = finite(w, n);
}
