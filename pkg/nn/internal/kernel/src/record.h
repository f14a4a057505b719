// The record of a training: its weights at the epochs that are kept.
#pragma once
#include "optimizer.h"

// record keeps the weights after an epoch, or finds that they are not finite. The
// place is that of the next epoch to keep, and until that comes has the latest.
INLINE int record(plan *p) {
  if (!p->record) return 1;
  if (!finite(p->weights, p->parameters)) {
    p->overflow = 1;
    return 0;
  }
  copy(p->record, p->weights, p->parameters);
  if (p->keeps && *p->keep == p->epoch) {
    p->record += p->parameters;
    p->keep++;
    p->keeps--;
  }
  return 1;
}
