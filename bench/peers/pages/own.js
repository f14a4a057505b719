// This library: bench/wasm, with the SIMD kernel as the page trains and as a Fit that
// records nothing, and as the page trains in Go alone.
"use strict";

for (const name of ["simd", "fit", "pure"]) {
  peers[name] = {
    repeats: true,
    async prepare(workload, data, epochs, i) {
      const program = (this.program ??= await start(name));
      return () => (name === "fit" ? program.fit(i) : program.train(i));
    },
  };
}

async function start(name) {
  const go = new Go();
  go.argv = ["bench", name];
  const bind = importKernel(go.importObject, "kernel.wasm");
  const { instance } = await WebAssembly.instantiateStreaming(fetch("bench.wasm"), go.importObject);
  if (name !== "pure" && !(await bind(instance))) throw new Error("the kernel is not bound");
  go.run(instance);
  return window[name];
}
