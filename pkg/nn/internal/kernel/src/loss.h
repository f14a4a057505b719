// Losses: each sets d = dLoss/dp of a batch's mean loss and returns the sum of
// the rows' losses.
#pragma once
#include "vector.h"

// The codes of pkg/nn/internal/kernel. The last three are measured on what
// goes into the last layer's sigmoid or softmax.
enum { MEAN_SQUARED, MEAN_ABSOLUTE, HUBER, BINARY_LOGITS, CATEGORICAL_LOGITS, SPARSE_LOGITS };

// value_loss is a loss of each of rows·cols values by itself. option is
// Huber's delta, or the smoothing of labels.
INLINE double value_loss(u32 loss, float option, const float *y, const float *p, float *d, u32 rows, u32 cols) {
  const u32 n = rows * cols;
  const vec zero = splat(0), scale = splat(1 / (float)cols / (float)rows), limit = splat(option);
  vec sums = zero;
  for (u32 i = 0; i < n; i += 4) {
    u32 left = n - i;
    vec t, v;
    if (left >= 4) {
      t = load(y + i), v = load(p + i);
    } else {
      t = load_part(y + i, left), v = load_part(p + i, left);
    }
    vec value, slope, e = sub(v, t);
    switch (loss) {
    case MEAN_ABSOLUTE:
      value = magnitude(e);
      slope = choose(above(e, zero), splat(1), choose(above(zero, e), splat(-1), zero));
      break;
    case HUBER: {
      vec far = magnitude(e), half = splat(0.5f);
      value = choose(wasm_f32x4_le(far, limit), mul(mul(half, e), e),
                     sub(mul(limit, far), mul(mul(half, limit), limit)));
      slope = lower(higher(e, sub(zero, limit)), limit);
      break;
    }
    case BINARY_LOGITS: {
      t = add(mul(t, sub(splat(1), limit)), mul(splat(0.5f), limit));
      value = add(sub(higher(v, zero), mul(v, t)), logarithm_1p(exponential(sub(zero, magnitude(v)))));
      slope = sub(sigmoid(v), t);
      break;
    }
    default:
      value = mul(e, e);
      slope = add(e, e);
    }
    if (left < 4) value = wasm_v128_and(value, first(left));
    sums = add_wide(sums, value);
    store(d + i, mul(slope, scale));
  }
  return total_wide(sums) / cols;
}

// class_loss is the crossentropy of the classes that softmax gives: with class
// numbers y [rows, 1], or a probability for each, [rows, cols]. Labels are
// smoothed by option.
INLINE double class_loss(u32 sparse, float option, const float *y, const float *p, float *d, u32 rows, u32 cols) {
  const u32 n = rows * cols;
  const float scale = 1 / (float)rows, even = option / (float)cols;
  double sum = 0;
  // The exponentials of all rows at once: rows of ten fill no vectors.
  for (u32 i = 0; i < n; i += cols) {
    float highest = p[i];
    for (u32 j = 1; j < cols; j++) highest = p[i + j] > highest ? p[i + j] : highest;
    for (u32 j = 0; j < cols; j++) d[i + j] = p[i + j] - highest;
  }
  for (u32 i = 0; i < n; i += 4) store(d + i, exponential(load(d + i)));
  for (u32 r = 0; r < rows; r++, p += cols, d += cols) {
    u32 top = 0;
    for (u32 j = 1; j < cols; j++) top = p[j] > p[top] ? j : top;
    // The highest has an exponential of 1. The others are summed without it: beside
    // it those of a row that is nearly right would be rounded away.
    const float highest = p[top], one = d[top];
    float rest = one - one; // NaN for what is not finite, which must not vanish
    d[top] = 0;
    for (u32 j = 0; j < cols; j++) rest += d[j];
    d[top] = 1;
    const float all = 1 + rest;
    const vec logarithms = rest <= 1 ? logarithm_1p(splat(rest)) : logarithm(splat(all));
    const float log_all = wasm_f32x4_extract_lane(logarithms, 0) + (all - all);
    if (sparse) {
      const u32 class = (u32)y[r];
      const float part = scale / all;
      for (u32 j = 0; j < cols; j++) d[j] *= part;
      d[class] -= scale;
      sum += log_all + (highest - p[class]);
      continue;
    }
    float row = 0;
    for (u32 j = 0; j < cols; j++) {
      const float t = y[r * cols + j] * (1 - option) + even;
      row += t * (log_all + (highest - p[j]));
    }
    // Labels that do not add up to 1 have the gradient of those that do, as in Keras.
    const float part = scale / all;
    for (u32 j = 0; j < cols; j++) d[j] = d[j] * part - scale * (y[r * cols + j] * (1 - option) + even);
    sum += row;
  }
  return sum;
}

OUTLINE double measure(u32 loss, float option, const float *y, const float *p, float *d, u32 rows, u32 cols) {
  if (loss >= CATEGORICAL_LOGITS) return class_loss(loss == SPARSE_LOGITS, option, y, p, d, rows, cols);
  // A loop of its own for the most common.
  if (loss == MEAN_SQUARED) return value_loss(MEAN_SQUARED, option, y, p, d, rows, cols);
  return value_loss(loss, option, y, p, d, rows, cols);
}
