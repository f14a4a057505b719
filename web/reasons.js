// First Neuron: why the program of the page does not run.
//
// Each reason names a sentence, "program.<reason>", which says what can be done about it:
// words.js has it.
"use strict";

// withoutWebAssembly is the reason where the browser has none. Those that can be told
// to go without have a setting that says so under a name of its own.
function withoutWebAssembly(agent) {
  if (/\bEdgA?\//.test(agent)) return "unsupported_edge";
  if (/\b(?:iPhone|iPad|iPod)\b|\bMacintosh\b.*\bVersion\/[\d.]+ Safari\b/.test(agent)) return "unsupported_apple";
  return "unsupported";
}

// Blocked is thrown where something between the page and its host has answered in the
// host's place: a filter at a school, a proxy, a policy that was tightened on the way.
class Blocked extends Error {}

// whyUnloaded is the reason for an error that fetching and compiling the program ended
// with.
function whyUnloaded(error) {
  // A program that a filter has cut or replaced is no program, and a policy that
  // forbids to compile is told by the same class.
  if (error instanceof Blocked || error instanceof WebAssembly.CompileError) return "blocked";
  return self.origin === "null" ? "sandboxed" : "unloaded";
}
