// What every peer's page runs.
"use strict";

const peers = {};

// fetchWorkload returns workload i and its data.
async function fetchWorkload(i) {
  const workload = (await (await fetch("workloads.json")).json())[i];
  const values = new Float32Array(await (await fetch("data/" + i)).arrayBuffer());
  const features = workload.rows * workload.features;
  return {
    workload,
    data: {
      x: values.subarray(0, features),
      y: values.subarray(features, features + workload.rows),
      start: values.subarray(features + workload.rows),
    },
  };
}

// measure returns the milliseconds of a training of workload i, its loss, and
// the loss of the twin in plain JavaScript. What takes longer than the budget
// is measured on fewer epochs, or fewer rows of one, and scaled.
async function measure(name, i, budget) {
  const peer = peers[name];
  const { workload, data } = (measure.kept = measure.kept?.i === i ? measure.kept : { i, ...(await fetchWorkload(i)) });
  const missing = peer.wants?.(workload);
  if (missing) return { missing };
  const whole = workload.rows * workload.epochs;
  let part = workload, result;
  if (peer.repeats) {
    if (peer.warm !== i) await timed(peer, part, data, i);
    peer.warm = i;
    result = await best(peer, part, data, i);
  } else {
    // More and more of it, so that what has to warm up does.
    for (let size = 2 * workload.batch; ; ) {
      part = share(workload, size);
      result = await timed(peer, part, data, i);
      size = part.rows * part.epochs;
      if (size === whole || result.ms > budget / 4) break;
      size *= Math.min(16, Math.max(2, budget / 2 / result.ms));
    }
    if (result.ms < budget / 20) result = await best(peer, part, data, i);
  }
  const { ms, loss } = result;
  let like = part;
  if (peer.online) like = { ...like, batch: 1, eager: peer.eager };
  if (peer.output) {
    const layers = workload.layers.slice(0, -1);
    like = { ...like, layers: [...layers, { units: 1, activation: peer.output }] };
  }
  const scale = whole / (part.rows * part.epochs);
  return { ms: (ms * scale) / (peer.repeats ? workload.repeat : 1), loss, want: twin(like, data), scaled: scale > 1 };
}

// share is a workload of about so many rows in all: of whole epochs, or of
// whole batches of one.
function share(workload, rows) {
  return {
    ...workload,
    epochs: Math.max(1, Math.min(workload.epochs, Math.floor(rows / workload.rows))),
    rows: Math.min(workload.rows, Math.ceil(rows / workload.batch) * workload.batch),
  };
}

// best is the fastest of several trainings, where they are short: what else the
// machine does only adds to their time. Of those that the clock, which ticks
// every tenth of a millisecond, can hardly see, it is the mean.
async function best(peer, workload, data, i) {
  let fastest = await timed(peer, workload, data, i);
  let spent = fastest.ms, count = 1;
  for (; spent < 200 && count < 4000; count++) {
    const again = await timed(peer, workload, data, i);
    spent += again.ms;
    if (again.ms < fastest.ms) fastest = again;
  }
  return fastest.ms < 2 ? { ...fastest, ms: spent / count } : fastest;
}

async function timed(peer, workload, data, i) {
  const train = await peer.prepare(workload, data, workload.epochs, i);
  const from = performance.now();
  const loss = await train();
  return { ms: performance.now() - from, loss };
}
