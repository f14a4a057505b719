// Plain JavaScript with typed arrays, and the same in C.
"use strict";

peers.plain = {
  repeats: true,
  async prepare(workload, data, epochs) {
    const w = { ...workload, epochs };
    return () => {
      let loss = 0;
      for (let k = 0; k < w.repeat; k++) loss = twin(w, data);
      return loss;
    };
  },
};

peers.limit = {
  repeats: true,
  async prepare(workload, data, epochs, i) {
    const module = (this.module ??= await WebAssembly.compileStreaming(fetch("limit.wasm")));
    const { exports } = await WebAssembly.instantiate(module, {});
    // The stack and the program's own arrays are below heap().
    let at = exports.heap();
    const put = (values) => {
      const from = at;
      at += 4 * ((values.length + 7) & ~7);
      if (at > exports.memory.buffer.byteLength) exports.memory.grow(Math.ceil((at - exports.memory.buffer.byteLength) / 65536) + 1);
      new Float32Array(exports.memory.buffer, from, values.length).set(values);
      return from;
    };
    const x = put(data.x), y = put(data.y), start = put(data.start);
    return () => {
      let loss = 0;
      for (let k = 0; k < workload.repeat; k++) loss = exports.train(i, x, y, start);
      return loss;
    };
  },
};
