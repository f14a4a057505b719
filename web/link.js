// First Neuron: what the page reads of its link before its program runs.
//
// The grammar is that of experiment.Decode (pkg/experiment/fragment.go), and the
// keys, their spellings and the longest link come from its table of properties:
// pkg/bundle fills them in, and puts this in front of boot.js. A browser test
// has both read the same links.
"use strict";

// readLink returns the value of each key that LINK knows, and its default where
// the link lacks the key or has something else than a spelling of it.
function readLink(fragment) {
  const LINK = JSON.parse('{{link}}');
  fragment = fragment.replace(/^#/, "");
  const given = new Map();
  if (new TextEncoder().encode(fragment).length <= LINK.longest) {
    for (const pair of fragment.split("&")) {
      const equals = pair.indexOf("=");
      const [key, value] = equals < 0 ? [pair, ""] : [pair.slice(0, equals), pair.slice(equals + 1)];
      given.set(unescaped(key), unescaped(value)); // of equal keys the last counts
    }
  }
  const values = {};
  for (const [key, { spellings, standard }] of Object.entries(LINK.keys)) {
    const text = given.has(key) ? word(given.get(key)) : null;
    values[key] = text !== null && Object.prototype.hasOwnProperty.call(spellings, text) ? spellings[text] : standard;
  }
  return values;

  // unescaped reads percent-encoded UTF-8. A percent sign that encodes nothing
  // stays, and so does a plus.
  function unescaped(text) {
    return text.replace(/(?:%[0-9a-f]{2})+/gi, (run) => {
      const bytes = run.slice(1).split("%").map((digits) => Number.parseInt(digits, 16));
      return new TextDecoder("utf-8", { ignoreBOM: true }).decode(new Uint8Array(bytes));
    });
  }

  // word drops the spaces around a text, also those without a width, and writes
  // it in small letters: İ as Go does, as one letter.
  function word(text) {
    return text.replace(/^[\s\u0085\ufeff\u200b-\u200f]+|[\s\u0085\ufeff\u200b-\u200f]+$/g, "").replaceAll("İ", "i").toLowerCase();
  }
}
