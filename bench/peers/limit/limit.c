// The limit: each workload whole in C, one call, every size known to the
// compiler, made of the kernel's own loops. Like the page's timeline it records the
// loss and the weights of every epoch; of the largest model, whose weights a
// timeline keeps seldom, the latest.
#define OUTLINE static inline __attribute__((always_inline))
#include "../../../pkg/nn/internal/kernel/src/activation.h"
#include "../../../pkg/nn/internal/kernel/src/line.h"
#include "../../../pkg/nn/internal/kernel/src/loss.h"
#include "../../../pkg/nn/internal/kernel/src/matrix.h"

#define MOST 110000 // weights
#define BATCH 128
#define UNITS 1024

static float w[MOST], g[MOST], room[MOST + 8 * UNITS];
static float y1[BATCH * UNITS], y2[BATCH * UNITS], y3[BATCH * UNITS], d1[BATCH * UNITS], d2[BATCH * UNITS], d3[BATCH * UNITS];
static double losses[512];
#define EPOCHS 500
static u64 every[EPOCHS]; // the epochs from 1 on
static float record[EPOCHS * 324];

extern char __heap_base;
__attribute__((export_name("heap"))) char *heap(void) { return &__heap_base; }

// train_net trains features → a → b → c, or features → a → c where b is 0.
INLINE double train_net(const u32 features, const u32 a, const u32 b, const u32 c, const u32 activation, const u32 loss,
                        const u32 rows, const u32 batch, const u32 epochs, const float rate, const float *x, const float *y) {
  const u32 k1 = 0, b1 = k1 + features * a, k2 = b1 + a, b2 = k2 + a * b, k3 = b2 + b;
  const u32 before = b ? b : a, b3 = k3 + before * c, all = b3 + c;
  float *in3 = b ? y2 : y1, *din3 = b ? d2 : d1;
  float *place = record;
  for (u32 epoch = 0; epoch < epochs; epoch++) {
    double sum = 0;
    for (u32 from = 0; from < rows; from += batch) {
      const u32 n = rows - from < batch ? rows - from : batch;
      const float *xb = x + from * features;
      outputs(y1, xb, w + k1, w + b1, n, features, a, room);
      activate(activation, y1, y1, n * a);
      if (b) {
        outputs(y2, y1, w + k2, w + b2, n, a, b, room);
        activate(activation, y2, y2, n * b);
      }
      outputs(y3, in3, w + k3, w + b3, n, before, c, room);
      sum += measure(loss, 0, y + from, y3, d3, n, c);
      kernel_gradient(g + k3, in3, d3, n, before, c, room);
      bias_gradient(g + b3, d3, n, c);
      input_gradient(din3, d3, w + k3, n, before, c, room);
      derive(activation, in3, in3, din3, din3, n * before);
      if (b) {
        kernel_gradient(g + k2, y1, d2, n, a, b, room);
        bias_gradient(g + b2, d2, n, b);
        input_gradient(d1, d2, w + k2, n, a, b, room);
        derive(activation, y1, y1, d1, d1, n * a);
      }
      kernel_gradient(g + k1, xb, d1, n, features, a, room);
      bias_gradient(g + b1, d1, n, a);
      const vec step = splat(rate);
      for (u32 i = 0; i < all; i += 4) store(w + i, sub(load(w + i), mul(step, load(g + i))));
    }
    losses[epoch] = sum / rows;
    for (u32 i = 0; i < all; i += 4) store(place + i, load(w + i));
    if (all < MOST / 2) place += all;
  }
  return losses[epochs - 1];
}

INLINE void begin(const float *start, u32 n) {
  for (u32 i = 0; i < n; i++) w[i] = start[i];
}

// train trains a workload of bench/workload and returns its last loss.
__attribute__((export_name("train"))) double train(u32 workload, const float *x, const float *y, const float *start) {
  switch (workload) {
  case 0:
    begin(start, 2);
    for (u32 i = 0; i < EPOCHS && !every[EPOCHS - 1]; i++) every[i] = i + 1; // once
    line_run(1, 0, x, y, 6, w, 0, 1, 0.01f * (2.0f / 6), EPOCHS, losses, 0, every, EPOCHS, record, 0.01f, 0, 0);
    return losses[499];
  case 1:
    begin(start, 321);
    return train_net(1, 16, 16, 1, TANH, MEAN_SQUARED, 200, 32, 500, 0.05f, x, y);
  case 2:
    begin(start, 105);
    return train_net(2, 8, 8, 1, TANH, MEAN_SQUARED, 500, 10, 500, 0.03f, x, y);
  case 3:
    begin(start, 4417);
    return train_net(2, 64, 64, 1, RELU, MEAN_SQUARED, 10000, 128, 20, 0.01f, x, y);
  case 4:
    begin(start, 101770);
    return train_net(784, 128, 0, 10, RELU, SPARSE_LOGITS, 10000, 128, 2, 0.05f, x, y);
  }
  return 0;
}
