// What cmi.suspend_data holds: how the learner's experiment differs from the
// package's own, since 4,096 characters are all there is.
//
//   1&epochs=1000&-seed     epochs is 1000 and seed is left out
"use strict";

const maxSuspended = 4096;
// What the author asks, and on what terms. It is always the package's own: a
// lesson whose goals were lost would be completed by any training.
const asked = ["goal", "ask", "lock", "activity"];

// suspended is the text for an experiment, given as fragments without #, or
// null when it is too long.
function suspended(fragment, original, progress = "") {
  const now = pairs(fragment), before = pairs(original);
  const changes = ["1"];
  for (const [key, value] of now) {
    if (before.get(key) !== value && !asked.includes(key)) changes.push(`${key}=${value}`);
  }
  for (const key of before.keys()) {
    if (!now.has(key) && !asked.includes(key)) changes.push("-" + key);
  }
  // The keys of links have no dot: this is no part of the fragment.
  if (/^[\d,;:.eE+-]+$/.test(progress)) changes.push(".progress=" + progress);
  const text = changes.join("&");
  return text.length <= maxSuspended ? text : null;
}

// resumed is the experiment of such a text; the package's own where the text is
// another's. A change that a course system has cut in an escape is left out.
function resumed(text, original) {
  const [version, ...changes] = String(text).split("&");
  if (version !== "1" || text.length > maxSuspended) return original;
  const now = pairs(original);
  for (const change of changes) {
    if (change.startsWith("-") && !asked.includes(change.slice(1))) now.delete(change.slice(1));
    if (/%(?![0-9a-f]{2})/i.test(change)) continue;
    for (const [key, value] of pairs(change)) if (!asked.includes(key)) now.set(key, value);
  }
  return [...now].map(([key, value]) => `${key}=${value}`).join("&");
}

// progressed is how far the learner was in the activity, "" for nowhere.
function progressed(text) {
  return String(text).match(/^1(?:&.*)?&\.progress=([\d,;:.eE+-]+)(?:&|$)/)?.[1] ?? "";
}

// pairs are the keys and values of a fragment, the values as they stand in it
// and in ASCII, which is all that every course system keeps.
function pairs(fragment) {
  const found = new Map();
  for (const pair of String(fragment).split("&")) {
    const [, key, value] = pair.match(/^([\w-]{1,64})=([^#&]*)$/) ?? [];
    if (key) found.set(key, value.replace(/[^!-~]+/g, (text) => encodeURIComponent(text.toWellFormed())));
  }
  return found;
}
