// The SIMD kernel: what pkg/nn/internal/kernel imports. `make kernel` builds
// kernel.wasm of it.
#include "activation.h"
#include "line.h"
#include "loss.h"
#include "matrix.h"
#include "optimizer.h"
#include "plan.h"

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

// step makes one update and returns the sum of the rows' losses.
INLINE double step(plan *p, u32 rows) {
  const float *x = p->x + p->from * p->features, *y = p->y + p->from * p->labels;
  if (p->order) {
    gather(p->gathered_x, p->x, p->order + 2 * p->from, rows, p->features);
    gather(p->gathered_y, p->y, p->order + 2 * p->from, rows, p->labels);
    x = p->gathered_x, y = p->gathered_y;
  }
  layer *last = p->layers + p->depth - 1;
  const float *a = x;
  for (layer *l = p->layers; l <= last; l++) {
    outputs(l->z, a, l->kernel, l->bias, rows, l->in, l->outs, l->room);
    if (l != last || !p->from_z) activate_here(l->activation, l->z, l->y, rows * l->outs);
    a = l->y;
  }
  const float *out = p->from_z ? last->z : last->y;
  const double loss = p->loss == MEAN_SQUARED ? value_loss(MEAN_SQUARED, 0, y, out, last->delta, rows, last->outs)
                                              : measure(p->loss, p->loss_option, y, out, last->delta, rows, last->outs);
  if (p->guard) {
    const float rounded = (float)loss;
    if (rounded - rounded != 0) {
      copy(p->weights, p->guard, p->parameters);
      p->diverged = 1;
      return loss;
    }
  }
  if (!p->from_z) derive_here(last->activation, last->z, last->y, last->delta, rows * last->outs);
  for (layer *l = last;; l--) {
    const float *in = l == p->layers ? x : (l - 1)->y;
    kernel_gradient(l->kernel_gradient, in, l->delta, rows, l->in, l->outs, l->room);
    if (l->bias) bias_gradient(l->bias_gradient, l->delta, rows, l->outs);
    if (l == p->layers) break;
    layer *before = l - 1;
    input_gradient(before->delta, l->delta, l->kernel, rows, l->in, l->outs, l->room);
    derive_here(before->activation, before->z, before->y, before->delta, rows * before->outs);
  }
  if (p->optimizer == SGD && p->decay == 0) {
    descend(p);
  } else {
    update(p);
  }
  return loss;
}

// train makes up to so many updates and returns how many it made. It ends early
// where the plan says so.
EXPORT("train") u32 train(plan *p, u32 steps) {
  p->sound = finite(p->weights, p->parameters);
  for (u32 made = 0; made < steps;) {
    const u32 left = p->rows - p->from, rows = left < p->batch ? left : p->batch;
    p->sum += step(p, rows);
    if (p->diverged) return made;
    made++;
    p->from += rows;
    if (p->from < p->rows) continue;
    if (!p->losses) return made;
    *p->losses++ = p->sum / p->rows;
    p->sum = 0;
    p->from = 0;
  }
  return steps;
}

// line makes epochs of the lesson's own model, as line.h tells.
EXPORT("line")
u32 line(const float *x, const float *y, u32 rows, float *weights, float *guard, u32 biased, float step, u32 epochs,
         double *losses) {
  if (rows <= 8) return line_run(1, x, y, rows, weights, guard, biased, step, epochs, losses);
  return line_run(0, x, y, rows, weights, guard, biased, step, epochs, losses);
}

// lines makes epochs of many runs of it.
EXPORT("lines")
void lines(const float *x, const float *y, u32 rows, float *w, float *b, const float *step, u32 n, u32 biased,
           u32 epochs) {
  lines_run(x, y, rows, w, b, step, n, biased, epochs);
}
