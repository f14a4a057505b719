// The page's second program, which reads programs: it has the evaluator of Python and is
// fetched when there is a text to read. pkg/bundle puts this in front of boot.js.
//
// It runs in the page's own thread, and what the first program asks it returns as any
// call does. When it ends, by a panic or without memory, the call returns null and the
// page goes on: the next reading has another.
"use strict";

// readerOf returns the function that starts the program of an address. Its promise brings
// an object whose method ask takes a message and returns one, null once the program has
// ended. compile fetches and compiles a program.
function readerOf(address, compile) {
  const longest = 60_000; // that a learner waits before she is told
  let module = null; // compiled once, for all that are started

  return async () => {
    module ??= compile(address);
    const late = new Promise((_, reject) => setTimeout(reject, longest, new Error(`${address} takes too long to load`)));
    try {
      return startReader(await Promise.race([module, late]));
    } catch (error) {
      module = null; // it is fetched again
      console.info(`First Neuron cannot read programs: ${error.message}`);
      throw error;
    }
  };
}

async function startReader(module) {
  const go = new Go();
  const instance = await WebAssembly.instantiate(module, go.importObject);
  let answer = null;
  const end = () => {
    answer = null;
    for (const timer of go._scheduledTimeouts.values()) clearTimeout(timer);
    go._scheduledTimeouts.clear();
    go._resume = () => {};
  };
  // A trap in a timer of its own is no error of the page.
  const resume = go._resume;
  go._resume = () => {
    try {
      resume.call(go);
    } catch (error) {
      console.info(`First Neuron's reader of programs has ended: ${error.message}`);
      end();
    }
  };
  globalThis.firstneuronReads = (reads) => (answer = reads);
  try {
    go.run(instance).then(end, end); // it is ready once it waits
  } finally {
    delete globalThis.firstneuronReads;
  }
  if (!answer) throw new Error("it does not answer");
  return {
    ask(message) {
      if (!answer) return null;
      const reply = answer(message);
      if (reply instanceof Uint8Array && answer) return reply;
      end();
      return null;
    },
  };
}
