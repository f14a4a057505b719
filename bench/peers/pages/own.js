// This library: bench/wasm, with the SIMD kernel and in Go alone.
"use strict";

for (const name of ["simd", "pure"]) {
  peers[name] = {
    repeats: true,
    async prepare(workload, data, epochs, i) {
      const program = (this.program ??= await start(name));
      return () => program.train(i);
    },
  };
}

async function start(name) {
  const go = new Go();
  go.argv = ["bench", name];
  const bind = importKernel(go.importObject, "kernel.wasm");
  const { instance } = await WebAssembly.instantiateStreaming(fetch("bench.wasm"), go.importObject);
  if (name === "simd" && !(await bind(instance))) throw new Error("the kernel is not bound");
  go.run(instance);
  return window[name];
}
