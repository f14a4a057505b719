// The SIMD kernel: the functions that pkg/nn/internal/kernel imports. `make
// kernel` compiles it to kernel.wasm.
#include "activation.h"
#include "layout.h"
#include "line.h"
#include "loss.h"
#include "matrix.h"
#include "metric.h"
#include "optimizer.h"
#include "penalty.h"
#include "plan.h"
#include "record.h"
#include "shuffle.h"

#define EXPORT(name) __attribute__((export_name(name)))

EXPORT("outputs")
void export_outputs(float *z, const float *x, const float *kernel, const float *bias, u32 rows, u32 in,
                    u32 outs, float *room) {
  outputs(z, x, kernel, bias, rows, in, outs, room);
}

EXPORT("gradients")
void export_gradients(float *kernel, float *bias, const float *x, const float *dz, u32 rows, u32 in,
                      u32 outs, float *room) {
  kernel_gradient(kernel, x, dz, rows, in, outs, room);
  if (bias) bias_gradient(bias, dz, rows, outs);
}

EXPORT("inputs")
void export_inputs(float *dx, const float *dz, const float *kernel, u32 rows, u32 in, u32 outs, float *room) {
  input_gradient(dx, dz, kernel, rows, in, outs, room);
}

EXPORT("activate")
void export_activate(u32 activation, const float *z, float *y, u32 n) { activate(activation, z, y, n); }

EXPORT("derive")
void export_derive(u32 activation, const float *z, const float *y, const float *dy, float *dz, u32 n) {
  derive(activation, z, y, dy, dz, n);
}

// gather copies a batch in the epoch's order.
INLINE void gather(float *to, const float *all, const u32 *order, u32 rows, u32 cols) {
  for (u32 r = 0; r < rows; r++, to += cols) {
    const float *row = all + order[2 * r] * cols;
    u32 j = 0;
    for (; j + 4 <= cols; j += 4) store(to + j, load(row + j));
    for (; j < cols; j++) to[j] = row[j];
  }
}

// activate_here and derive_here have the most common activations in line: a
// small layer takes no longer than a call.
INLINE void activate_here(u32 activation, const float *z, float *y, u32 n) {
  if (activation == TANH) {
    for (u32 i = 0; i < n; i += 4) store(y + i, tangent(load(z + i)));
  } else if (activation == RELU) {
    for (u32 i = 0; i < n; i += 4) store(y + i, higher(load(z + i), splat(0)));
  } else if (activation != LINEAR) {
    activate(activation, z, y, n);
  }
}

INLINE void derive_here(u32 activation, const float *z, const float *y, float *d, u32 n) {
  if (activation == TANH) {
    for (u32 i = 0; i < n; i += 4) {
      vec f = load(y + i);
      store(d + i, mul(load(d + i), sub(splat(1), mul(f, f))));
    }
  } else if (activation == RELU) {
    for (u32 i = 0; i < n; i += 4) store(d + i, wasm_v128_andnot(load(d + i), wasm_f32x4_le(load(y + i), splat(0))));
  } else if (activation != LINEAR) {
    derive(activation, z, y, d, d, n);
  }
}

// sized_forward computes a layer, sized_backward its gradients and, into dx,
// dLoss/dx.
INLINE void sized_forward(const layer *l, const float *x, u32 rows, u32 in, u32 outs) {
  outputs(l->z, x, l->kernel, l->bias, rows, in, outs, l->room);
}

INLINE void sized_backward(const layer *l, const float *x, float *dx, u32 rows, u32 in, u32 outs) {
  kernel_gradient(l->kernel_gradient, x, l->delta, rows, in, outs, l->room);
  if (l->bias) bias_gradient(l->bias_gradient, l->delta, rows, outs);
  if (dx) input_gradient(dx, l->delta, l->kernel, rows, in, outs, l->room);
}

// The layers of the small nets that are played with most have functions of their
// own, in which the compiler knows how large they are.
#define SIZES(EACH) \
  EACH(1, 8) EACH(2, 8) EACH(8, 8) EACH(8, 1) EACH(1, 16) EACH(2, 16) EACH(16, 16) EACH(16, 1)

#define DEFINE(IN, OUTS)                                                                          \
  OUTLINE void forward_##IN##_##OUTS(const layer *l, const float *x, u32 rows) {                  \
    sized_forward(l, x, rows, IN, OUTS);                                                          \
  }                                                                                               \
  OUTLINE void backward_##IN##_##OUTS(const layer *l, const float *x, float *dx, u32 rows) {      \
    sized_backward(l, x, dx, rows, IN, OUTS);                                                     \
  }
SIZES(DEFINE)
#undef DEFINE

INLINE void forward(const layer *l, const float *x, u32 rows) {
#define CASE(IN, OUTS) \
  case IN << 16 | OUTS: forward_##IN##_##OUTS(l, x, rows); return;
  switch (l->in << 16 | l->outs) { SIZES(CASE) }
#undef CASE
  sized_forward(l, x, rows, l->in, l->outs);
}

INLINE void backward(const layer *l, const float *x, float *dx, u32 rows) {
#define CASE(IN, OUTS) \
  case IN << 16 | OUTS: backward_##IN##_##OUTS(l, x, dx, rows); return;
  switch (l->in << 16 | l->outs) { SIZES(CASE) }
#undef CASE
  sized_backward(l, x, dx, rows, l->in, l->outs);
}

// guess goes forward through the layers, counts the batch for the metric, sets the
// last layer's delta to dLoss/dp and returns the sum of the rows' losses.
INLINE double guess(plan *p, const float *x, const float *y, u32 rows) {
  layer *last = p->layers + p->depth - 1;
  for (layer *l = p->layers; l <= last; l++) {
    forward(l, x, rows);
    if (l != last || !p->from_z || p->metric) activate_here(l->activation, l->z, l->y, rows * l->outs);
    x = l->y;
  }
  if (p->metric) count(p, y, last->y, rows);
  const float *out = p->from_z ? last->z : last->y;
  const double loss = p->loss == MEAN_SQUARED ? value_loss(MEAN_SQUARED, 0, y, out, last->delta, rows, last->outs)
                                              : measure(p->loss, p->loss_option, y, out, last->delta, rows, last->outs);
  return p->penalized ? loss + penalty(p) * rows : loss;
}

// step makes one update and returns the sum of the rows' losses.
INLINE double step(plan *p, u32 rows) {
  const float *x = p->x + p->from * p->features, *y = p->y + p->from * p->labels;
  if (p->order) {
    gather(p->gathered_x, p->x, p->order + 2 * p->from, rows, p->features);
    gather(p->gathered_y, p->y, p->order + 2 * p->from, rows, p->labels);
    x = p->gathered_x, y = p->gathered_y;
  }
  layer *last = p->layers + p->depth - 1;
  const double loss = guess(p, x, y, rows);
  if (p->start) {
    const float rounded = (float)loss;
    if (rounded - rounded != 0) {
      if (p->guard) copy(p->weights, p->guard, p->parameters);
      p->diverged = 1;
      return loss;
    }
  }
  if (!p->from_z) derive_here(last->activation, last->z, last->y, last->delta, rows * last->outs);
  for (layer *l = last;; l--) {
    layer *before = l == p->layers ? 0 : l - 1;
    backward(l, before ? before->y : x, before ? before->delta : 0, rows);
    if (!before) break;
    derive_here(before->activation, before->z, before->y, before->delta, rows * before->outs);
  }
  if (p->penalized) penalty_gradients(p);
  if (p->optimizer == SGD && p->decay == 0) {
    descend(p);
  } else {
    update(p);
  }
  return loss;
}

// validate measures the validation part with the weights as they are.
OUTLINE void validate(plan *p) {
  double sum = 0;
  for (u32 from = 0; from < p->validation_rows; from += p->validation_batch) {
    const u32 left = p->validation_rows - from, rows = left < p->validation_batch ? left : p->validation_batch;
    sum += guess(p, p->validation_x + from * p->features, p->validation_y + from * p->labels, rows);
  }
  p->logged[2] = sum / p->validation_rows;
  if (p->metric) p->logged[3] = metric_result(p);
}

// end ends an epoch and writes what it logs to the columns.
INLINE void end(plan *p) {
  p->logged[0] = p->sum / p->rows;
  p->sum = 0;
  p->from = 0;
  p->epoch++;
  p->ended++;
  if (p->metric) p->logged[1] = metric_result(p);
  if (p->validation_rows) validate(p);
  if (!p->losses) return;
  *p->losses++ = p->logged[0];
  if (p->metrics) *p->metrics++ = p->logged[1];
  if (p->validation_losses) *p->validation_losses++ = p->logged[2];
  if (p->validation_metrics) *p->validation_metrics++ = p->logged[3];
}

// run makes up to so many updates and returns how many it made. It ends early
// where the plan says so.
OUTLINE u32 run(plan *p, u32 steps) {
  for (u32 made = 0; made < steps;) {
    const u32 left = p->rows - p->from, rows = left < p->batch ? left : p->batch;
    if (p->order && made && !p->from) draw(p); // the first one is there
    p->sum += step(p, rows);
    if (p->diverged) return made;
    made++;
    p->from += rows;
    if (p->from < p->rows) continue;
    if (p->optimizer == NONE) return made;
    end(p);
    if (!p->losses || !record(p)) return made;
  }
  return steps;
}

// hold copies what a training changes to the start, or back from there.
INLINE void hold(plan *p, u32 back) {
  const u32 n = p->parameters, far = (n + 3) & ~3u;
#define HOLD(i, values) \
  if (values) copy(back ? values : p->start + i * far, back ? p->start + i * far : values, n)
  HOLD(0, p->weights);
  HOLD(1, p->state[0]);
  HOLD(2, p->state[1]);
  HOLD(3, p->state[2]);
#undef HOLD
}

// train makes up to so many updates and returns how many it made. It ends early
// where the plan says so. To keep the guard up to date with every update would
// cost a tenth of a small net's time: so all but the last are tried without,
// and all made once more with it where either ends in what is not finite.
EXPORT("train") u32 train(plan *p, u32 steps) {
  p->sound = finite(p->weights, p->parameters);
  if (!p->losses) {
    const u32 rest = (p->rows - p->from + p->batch - 1) / p->batch;
    steps = steps < rest ? steps : rest;
  }
  if (!p->guard || !p->sound || p->optimizer == NONE || steps < 3) return run(p, steps);
  const double sum = p->sum, power0 = p->power[0], power1 = p->power[1];
  const u32 from = p->from;
  double *losses = p->losses, *metrics = p->metrics;
  double *validation_losses = p->validation_losses, *validation_metrics = p->validation_metrics;
  const double sum0 = p->metric_sums[0], sum1 = p->metric_sums[1], sum2 = p->metric_sums[2], sum3 = p->metric_sums[3];
  float *guard = p->guard, *kept = p->record;
  const u64 epoch = p->epoch, *keep = p->keep;
  const u32 keeps = p->keeps;
  hold(p, 0);
  p->guard = 0;
  run(p, steps - 1);
  p->guard = guard;
  if (!p->diverged && !p->overflow && finite(p->weights, p->parameters)) {
    const u32 made = steps - 1 + run(p, 1);
    if (!p->diverged && !p->overflow) return made;
  }
  hold(p, 1);
  p->sum = sum, p->power[0] = power0, p->power[1] = power1;
  p->from = from, p->losses = losses, p->diverged = 0;
  p->metrics = metrics, p->validation_losses = validation_losses, p->validation_metrics = validation_metrics;
  p->metric_sums[0] = sum0, p->metric_sums[1] = sum1, p->metric_sums[2] = sum2, p->metric_sums[3] = sum3;
  if (p->order && p->epoch != epoch) {
    p->epoch = epoch;
    draw(p);
  }
  p->ended = 0;
  p->record = kept, p->epoch = epoch, p->keep = keep, p->keeps = keeps, p->overflow = 0;
  return run(p, steps);
}

// line makes epochs of the lesson's own model, as line.h tells. epoch is a double
// because JavaScript, which passes the call on, has no whole number of 64 bits that
// costs nothing.
EXPORT("line")
u32 line(const float *x, const float *y, u32 rows, float *weights, float *guard, u32 biased, float step, u32 epochs,
         double *losses, double epoch, const u64 *keep, u32 keeps, float *record, float rate, double l1, double l2) {
#define RUN(few, penalized)                                                                                       \
  line_run(few, penalized, x, y, rows, weights, guard, biased, step, epochs, losses, (u64)epoch, keep, keeps, record, \
           rate, l1, l2)
  if (l1 != 0 || l2 != 0) return RUN(0, 1);
  return rows <= 8 ? RUN(1, 0) : RUN(0, 0);
#undef RUN
}

// line_metric measures such models.
EXPORT("line_metric")
void line_metric(const float *x, const float *y, u32 rows, const float *weights, u32 biased, u32 lines, u32 metric,
                 float option, double *to) {
  line_metric_run(x, y, rows, weights, biased, lines, metric, option, to);
}

// lines makes epochs of many runs of it.
EXPORT("lines")
void lines(const float *x, const float *y, u32 rows, float *w, float *b, const float *step, u32 n, u32 biased,
           u32 epochs) {
  lines_run(x, y, rows, w, b, step, n, biased, epochs);
}
