// Metrics of models with one output: numbers that are logged and train nothing.
#pragma once
#include "line.h"
#include "plan.h"

// count adds a batch to the plan's metric. Values of single rows are float32, as
// in pkg/nn, their sums float64.
OUTLINE void count(plan *p, const float *y, const float *out, u32 rows) {
  double sum = 0, labels = 0, squares = 0;
  for (u32 i = 0; i < rows; i++) {
    const float e = out[i] - y[i];
    switch (p->metric) {
    case SQUARED_ERROR:
    case ROOT_SQUARED_ERROR: sum += e * e; break;
    case ABSOLUTE_ERROR: sum += __builtin_fabsf(e); break;
    case PERCENTAGE_ERROR: {
      const float size = __builtin_fabsf(y[i]);
      sum += 100 * __builtin_fabsf(e / (size > 1e-7f ? size : 1e-7f));
      break;
    }
    case BINARY_ACCURACY: sum += (out[i] > p->metric_option ? 1 : 0) == y[i]; break;
    case R2: {
      const double d = (double)y[i] - out[i];
      sum += d * d;
      labels += y[i];
      squares += (double)y[i] * y[i];
      break;
    }
    }
  }
  p->metric_sums[0] += rows;
  p->metric_sums[1] += labels;
  p->metric_sums[2] += squares;
  p->metric_sums[3] += sum;
}

// metric_result is the metric of the rows counted, which are forgotten.
INLINE double metric_result(plan *p) {
  const double n = p->metric_sums[0], labels = p->metric_sums[1], squares = p->metric_sums[2], sum = p->metric_sums[3];
  for (u32 i = 0; i < 4; i++) p->metric_sums[i] = 0;
  if (p->metric == ROOT_SQUARED_ERROR) return __builtin_sqrt(sum / n);
  if (p->metric != R2) return sum / n;
  const double score = 1 - sum / (squares - labels * labels / n);
  return __builtin_isinf(score) ? 0 : score;
}
