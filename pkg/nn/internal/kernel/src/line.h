// The lesson's own model: one Dense(1) without activation on one feature, the
// mean squared error and plain SGD, with every row in one batch:
//
//   e = (w·x + b) − y,  w ← w − step·Σ e·x,  b ← b − step·Σ e,  step = 2·rate/rows
//
// One run is a chain of additions that wait for each other; many runs at once
// fill the time.
#pragma once
#include "vector.h"

// Metrics: the codes of pkg/nn/internal/kernel.
enum { UNMEASURED, SQUARED_ERROR, ROOT_SQUARED_ERROR, ABSOLUTE_ERROR, PERCENTAGE_ERROR, BINARY_ACCURACY, R2 };

// line_update returns [w, b, w, b] after a step, from the sums of e·x and e.
INLINE vec line_update(vec wb, vec dw, vec db, vec step) {
  vec halves = add(wasm_i32x4_shuffle(dw, db, 0, 4, 1, 5), wasm_i32x4_shuffle(dw, db, 2, 6, 3, 7));
  vec sums = add(halves, wasm_i64x2_shuffle(halves, halves, 1, 0));
  return sub(wb, mul(step, sums));
}

// line_run makes up to so many epochs and returns how many it made. With a guard
// it stops before one whose loss is not finite, and leaves the weights of the
// last epoch that it made in the guard. weights are w and, when biased, b. Those
// after each of the keeps epochs at keep, counted from 1, of which epoch are done
// before, go to record, one after the other. Where it is penalized, the loss has
// l1·|w| + l2·w² more, and a step pulls w by rate times the derivative.
// Eight rows or fewer stay in registers.
INLINE u32 line_run(const int few, const int penalized, const float *x, const float *y, u32 rows, float *weights, float *guard, u32 biased,
                    float step, u32 epochs, double *losses, u64 epoch, const u64 *keep, u32 keeps, float *record,
                    float rate, double l1, double l2) {
  const u32 whole = rows & ~3u, rest = rows & 3;
  const float b0 = biased ? weights[1] : 0;
  vec wb = wasm_f32x4_make(weights[0], b0, weights[0], b0);
  const vec steps = biased ? splat(step) : wasm_f32x4_make(step, 0, step, 0);
  const u32 head = rows < 4 ? rows : 4;
  const vec x0 = load_part(x, head), y0 = load_part(y, head), in0 = first(head);
  const vec x1 = load_part(x + head, few ? rows - head : 0), y1 = load_part(y + head, few ? rows - head : 0);
  const vec in1 = first(rows - head);
  const vec xr = load_part(x + whole, few ? 0 : rest), yr = load_part(y + whole, few ? 0 : rest), inr = first(rest);
  const vec pull = wasm_f32x4_make(rate * (float)l1, 0, rate * (float)l1, 0);
  const vec shrink = wasm_f32x4_make(rate * (float)(2 * l2), 0, rate * (float)(2 * l2), 0);
  vec last = wb;
  u64 next = keeps ? *keep : 0;
  u32 made = 0;
  for (; made < epochs; made++) {
    const vec w = wasm_i32x4_shuffle(wb, wb, 0, 0, 0, 0), b = wasm_i32x4_shuffle(wb, wb, 1, 1, 1, 1);
    vec squares, dw, db;
    if (few) {
      vec e0 = wasm_v128_and(sub(add(mul(w, x0), b), y0), in0);
      vec e1 = wasm_v128_and(sub(add(mul(w, x1), b), y1), in1);
      squares = add(mul(e0, e0), mul(e1, e1));
      dw = add(mul(e0, x0), mul(e1, x1));
      db = add(e0, e1);
    } else {
      vec e = wasm_v128_and(sub(add(mul(w, xr), b), yr), inr);
      squares = mul(e, e), dw = mul(e, xr), db = e;
      for (u32 i = 0; i < whole; i += 4) {
        vec v = load(x + i);
        e = sub(add(mul(w, v), b), load(y + i));
        squares = add(squares, mul(e, e));
        dw = add(dw, mul(e, v));
        db = add(db, e);
      }
    }
    const float sum = total(squares);
    if (guard && sum - sum != 0) break;
    losses[made] = (double)sum / rows;
    last = wb;
    wb = line_update(wb, dw, db, steps);
    if (penalized) {
      const double v = wasm_f32x4_extract_lane(last, 0);
      losses[made] += l1 * __builtin_fabs(v) + l2 * (v * v);
      const vec zero = splat(0), signed_pull = wasm_v128_or(pull, wasm_v128_and(last, splat(-0.0f)));
      wb = sub(wb, add(mul(shrink, last), choose(wasm_f32x4_eq(last, zero), zero, signed_pull)));
    }
    if (++epoch != next) continue;
    if (biased) wasm_v128_store64_lane(record, wb, 0);
    else wasm_v128_store32_lane(record, wb, 0);
    record += 1 + biased;
    next = --keeps ? *++keep : 0;
  }
  weights[0] = wasm_f32x4_extract_lane(wb, 0);
  if (biased) weights[1] = wasm_f32x4_extract_lane(wb, 1);
  if (guard && made) {
    guard[0] = wasm_f32x4_extract_lane(last, 0);
    if (biased) guard[1] = wasm_f32x4_extract_lane(last, 1);
  }
  return made;
}

// line_metric_run measures lines, given by their weights one after the other, over
// some rows: the metric of each goes to to.
INLINE void line_metric_run(const float *x, const float *y, u32 rows, const float *weights, u32 biased, u32 lines,
                            u32 metric, float option, double *to) {
  double labels = 0, squares = 0;
  for (u32 r = 0; metric == R2 && r < rows; r++) labels += y[r], squares += (double)y[r] * y[r];
  const double around = squares - labels * labels / rows;
  for (u32 i = 0; i < lines; i += 4) { // four lines at once
    vec w, b = splat(0);
    const u32 left = lines - i < 4 ? lines - i : 4;
    if (biased && left == 4) {
      const vec first = load(weights + 2 * i), second = load(weights + 2 * i + 4);
      w = wasm_i32x4_shuffle(first, second, 0, 2, 4, 6), b = wasm_i32x4_shuffle(first, second, 1, 3, 5, 7);
    } else if (biased) {
      const float *v = weights + 2 * i;
      w = wasm_f32x4_make(v[0], left > 1 ? v[2] : 0, left > 2 ? v[4] : 0, 0);
      b = wasm_f32x4_make(v[1], left > 1 ? v[3] : 0, left > 2 ? v[5] : 0, 0);
    } else {
      w = load_part(weights + i, left);
    }
    vec sums = splat(0);
#define SUM(...)                                                                                \
  for (u32 r = 0; r < rows; r++) {                                                              \
    const vec label = spread(y + r), guess = add(mul(w, spread(x + r)), b), e = sub(guess, label); \
    (void)e;                                                                                    \
    sums = add(sums, __VA_ARGS__);                                                              \
  }                                                                                             \
  break
    switch (metric) {
    case ABSOLUTE_ERROR: SUM(magnitude(e));
    case PERCENTAGE_ERROR: SUM(mul(splat(100), magnitude(divide(e, higher(magnitude(label), splat(1e-7f))))));
    case BINARY_ACCURACY:
      SUM(wasm_v128_and(wasm_f32x4_eq(wasm_v128_and(above(guess, splat(option)), splat(1)), label), splat(1)));
    default: SUM(mul(e, e));
    }
#undef SUM
    for (u32 j = 0; j < left; j++) {
      const float whole = j == 0   ? wasm_f32x4_extract_lane(sums, 0)
                          : j == 1 ? wasm_f32x4_extract_lane(sums, 1)
                          : j == 2 ? wasm_f32x4_extract_lane(sums, 2)
                                   : wasm_f32x4_extract_lane(sums, 3);
      double result = (double)whole / rows;
      if (metric == ROOT_SQUARED_ERROR) result = __builtin_sqrt(result);
      if (metric == R2) {
        result = 1 - whole / around;
        if (__builtin_isinf(result)) result = 0;
      }
      to[i + j] = result;
    }
  }
}

// lines_run makes epochs of n runs side by side, n a multiple of 8: w, b, and
// step have one value a run.
INLINE void lines_run(const float *x, const float *y, u32 rows, float *w, float *b, const float *step, u32 n,
                      u32 biased, u32 epochs) {
  for (u32 i = 0; i < n; i += 8) {
    vec w0 = load(w + i), w1 = load(w + i + 4), b0 = load(b + i), b1 = load(b + i + 4);
    const vec step0 = load(step + i), step1 = load(step + i + 4);
    for (u32 epoch = 0; epoch < epochs; epoch++) {
      vec dw0 = splat(0), dw1 = dw0, db0 = dw0, db1 = dw0;
      for (u32 r = 0; r < rows; r++) {
        vec v = spread(x + r), t = spread(y + r);
        vec e0 = sub(add(mul(w0, v), b0), t), e1 = sub(add(mul(w1, v), b1), t);
        dw0 = add(dw0, mul(e0, v));
        dw1 = add(dw1, mul(e1, v));
        db0 = add(db0, e0);
        db1 = add(db1, e1);
      }
      w0 = sub(w0, mul(step0, dw0));
      w1 = sub(w1, mul(step1, dw1));
      if (biased) b0 = sub(b0, mul(step0, db0)), b1 = sub(b1, mul(step1, db1));
    }
    store(w + i, w0);
    store(w + i + 4, w1);
    store(b + i, b0);
    store(b + i + 4, b1);
  }
}
