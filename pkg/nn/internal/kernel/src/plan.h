// A plan is a training as Go describes it. The structs Plan and Layer of
// pkg/nn/internal/kernel/plan.go have the same fields at the same places, which
// layout.h checks. Pointers are addresses in Go's memory.
#pragma once
#include "vector.h"

// The codes of pkg/nn/internal/kernel. With NONE, Go makes the update.
enum { NONE, SGD, MOMENTUM, ADAM, RMSPROP, ADAGRAD };

typedef struct {
  double kernel_l1, kernel_l2, bias_l1, bias_l2; // the penalties
  u32 in, outs, activation;
  float *kernel, *bias; // bias may be null
  float *kernel_gradient, *bias_gradient;
  float *z, *y; // [batch, outs]; the same where the activation allows it
  float *delta; // dLoss/dz, [batch, outs]
  float *room;  // for the matrix products, see matrix.h
} layer;

typedef struct {
  // The sum of the losses of the epoch's rows so far; the betas of Adam, and
  // their powers so far.
  double sum, beta[2], power[2];
  // The sums of the metric over the epoch's rows so far: rows, labels, their squares,
  // and the rows' values. logged are the latest epoch's loss and metric, and those of
  // the validation part.
  double metric_sums[4], logged[4];
  // How many epochs are done, and the next of the keeps epochs, counted from 1, after
  // which the weights are kept, each at a place of its own from record on. What is at
  // record otherwise are the latest. Null where nothing is recorded.
  u64 epoch;
  const u64 *keep;
  float *record;
  u32 keeps;

  // What is trained: layers, and the flat arrays that hold their variables.
  layer *layers;
  u32 depth, parameters;
  float *weights, *gradients;

  // The data. order has a row number in the low half of each 64 bits, or is
  // null for rows in order; gathered_x and gathered_y then hold a batch. The order of
  // an epoch is drawn from the seed.
  const float *x, *y;
  u32 rows, batch, features, labels;
  u32 *order;
  float *gathered_x, *gathered_y;
  u64 seed;

  // The validation part, of 0 rows where there is none, in batches that the layers
  // have room for.
  const float *validation_x, *validation_y;
  u32 validation_rows, validation_batch;

  // What is measured beside the loss, and whether any layer has a penalty.
  u32 metric, penalized;
  float metric_option;

  // The loss. from_z says that the last layer's activation is part of it.
  u32 loss, from_z;
  float loss_option;

  // The optimizer, and its arrays.
  u32 optimizer, flag;
  float rate, decay, options[3];
  float *state[3];

  // guard holds the latest weights that gave a finite loss, and start has room
  // for the weights and the optimizer's arrays of when a call began; null where
  // no loss is looked at.
  float *guard, *start;

  // How far it is. from is the first row of the next step. diverged is set when
  // a loss was not finite and the weights were restored from guard, overflow when an
  // epoch that is recorded left weights that are not finite. sound is set when all
  // weights are finite. ended is how many epochs a call has ended. Where
  // losses is not null, what each epoch logs goes there and to the columns after it,
  // where they are not null; otherwise a call stops at the end of an epoch. With the
  // optimizer NONE Go ends the epoch, after its update.
  u32 from, diverged, overflow, sound;
  u32 ended;
  double *losses, *metrics, *validation_losses, *validation_metrics;
} plan;
