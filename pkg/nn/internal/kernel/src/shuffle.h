// The order of an epoch's rows, as pkg/nn draws it: that of Go's math/rand/v2.PCG
// with the seed and the epoch.
//
// Source: https://go.dev/src/math/rand/v2/pcg.go
#pragma once
#include "plan.h"

// high_product is the upper half of the product of two whole numbers.
INLINE u64 high_product(u64 a, u64 b) {
  const u64 low = 0xffffffff, a0 = a & low, a1 = a >> 32, b0 = b & low, b1 = b >> 32;
  const u64 middle = a1 * b0 + (a0 * b0 >> 32);
  return a1 * b1 + (middle >> 32) + ((a0 * b1 + (middle & low)) >> 32);
}

// draw shuffles the order of the plan's next epoch.
OUTLINE void draw(plan *p) {
  u32 *order = p->order;
  u64 high = p->seed, low = p->epoch;
  for (u32 i = 0; i < p->rows; i++) order[2 * i] = i;
  for (u32 i = p->rows - 1; i > 0; i--) {
    const u64 times = 4865540595714422341u, plus = 1442695040888963407u;
    high = high_product(low, times) + high * times + low * 2549297995355413924u;
    low = low * times + plus;
    high += 6364136223846793005u + (low < plus);
    u64 number = high;
    number ^= number >> 32;
    number *= 0xda942042e4dd58b5u;
    number ^= number >> 48;
    number *= low | 1;
    const u32 j = (u32)(number % (i + 1)), held = order[2 * i];
    order[2 * i] = order[2 * j];
    order[2 * j] = held;
  }
}
