// The SIMD kernel of pkg/nn, for whoever loads a Go program that was built with
// the tag simd: the page, the benchmarks, the tests. pkg/bundle puts this in
// front of boot.js.
//
// The program imports the kernel's functions, the kernel imports the program's
// memory, and each wants the other first. So the imports are functions that
// pass calls on, and the kernel is made when the program's memory is there.
"use strict";

// importKernel adds the kernel's functions to a program's imports and begins to
// load the kernel from an address. The promise's function, called with the
// program's instance before it runs, binds the kernel and returns whether it
// could: without one the program computes in Go alone.
function importKernel(imports, address) {
  let kernel = null;
  imports.kernel = {
    present: () => (kernel ? 1 : 0),
    train: (plan, steps) => kernel.train(plan, steps),
    line: (x, y, rows, w, guard, biased, step, epochs, losses, epoch, keep, keeps, record, rate, l1, l2) =>
      kernel.line(x, y, rows, w, guard, biased, step, epochs, losses, epoch, keep, keeps, record, rate, l1, l2),
    line_metric: (x, y, rows, w, biased, lines, metric, option, to) =>
      kernel.line_metric(x, y, rows, w, biased, lines, metric, option, to),
    lines: (x, y, rows, w, b, step, n, biased, epochs) => kernel.lines(x, y, rows, w, b, step, n, biased, epochs),
    outputs: (z, x, k, b, rows, ins, outs, room) => kernel.outputs(z, x, k, b, rows, ins, outs, room),
    gradients: (k, b, x, dz, rows, ins, outs, room) => kernel.gradients(k, b, x, dz, rows, ins, outs, room),
    inputs: (dx, dz, k, rows, ins, outs, room) => kernel.inputs(dx, dz, k, rows, ins, outs, room),
    activate: (activation, z, y, n) => kernel.activate(activation, z, y, n),
    derive: (activation, z, y, dy, dz, n) => kernel.derive(activation, z, y, dy, dz, n),
  };
  const module = loadKernel(address);
  module.catch(() => {}); // told when it is bound
  return async (instance) => {
    try {
      const late = new Promise((_, reject) => setTimeout(reject, 2000, new Error("it takes too long to load")));
      const memory = { env: { memory: instance.exports.mem } };
      const { exports } = await WebAssembly.instantiate(await Promise.race([module, late]), memory);
      // What a filter or another version put in its place would end the program.
      const lacks = Object.keys(imports.kernel).filter((name) => name !== "present" && typeof exports[name] !== "function");
      if (lacks.length) throw new Error(`it lacks ${lacks.join(", ")}`);
      kernel = exports;
    } catch (error) {
      console.info(`First Neuron computes in Go alone, without its SIMD kernel: ${error.message}`);
    }
    return kernel !== null;
  };
}

// loadKernel fetches and compiles the kernel. A browser without SIMD refuses to
// compile it.
async function loadKernel(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${response.status} ${response.statusText}`);
  return WebAssembly.compile(await response.arrayBuffer());
}
