package kernel

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// TestKernelIsBuiltFromItsSource compiles the kernel again where the compiler
// that it was built with is installed: other versions make other bytes.
func TestKernelIsBuiltFromItsSource(t *testing.T) {
	kept, err := os.ReadFile("kernel.wasm")
	if err != nil {
		t.Fatal(err)
	}
	for _, tool := range []string{"clang-14", "wasm-ld-14"} {
		if _, err := exec.LookPath(tool); err != nil {
			t.Logf("not compared with its source: %v", err)
			return
		}
	}
	built := filepath.Join(t.TempDir(), "kernel.wasm")
	if out, err := exec.Command("../../../../tools/kernel.sh", built).CombinedOutput(); err != nil {
		t.Fatalf("tools/kernel.sh: %v\n%s", err, out)
	}
	again, err := os.ReadFile(built)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(kept, again) {
		t.Errorf("kernel.wasm has %d bytes, its source makes %d others: run `make kernel`", len(kept), len(again))
	}
}

// TestKernelLeavesTheMemoryAlone reads the module's sections: it may import the
// memory and functions may work in it, but it must bring no data of its own,
// which would overwrite Go's, and use no stack, which would lie in Go's memory.
func TestKernelLeavesTheMemoryAlone(t *testing.T) {
	module, err := os.ReadFile("kernel.wasm")
	if err != nil {
		t.Fatal(err)
	}
	const header, data, start, dataCount = 8, 11, 8, 12
	for at := header; at < len(module); {
		id := module[at]
		size, n := uvarint(module[at+1:])
		if id == data || id == start || id == dataCount {
			t.Errorf("the kernel has a section %d (8 start, 11 data, 12 data count), want none", id)
		}
		at += 1 + n + size
	}
	sources, err := filepath.Glob("src/*")
	if err != nil || len(sources) == 0 {
		t.Fatalf("src has %d files, %v", len(sources), err)
	}
	if _, err := exec.LookPath("clang-14"); err != nil {
		return
	}
	assembly, err := exec.Command("clang-14", "--target=wasm32", "-O3", "-msimd128", "-ffp-contract=off",
		"-fno-math-errno", "-nostdlib", "-ffreestanding", "-S", "-o", "-", "src/kernel.c").Output()
	if err != nil {
		t.Fatal(err)
	}
	if strings.Contains(string(assembly), "global.get") {
		t.Error("a function of the kernel has a stack frame, want its arrays in registers")
	}
}

// uvarint reads an unsigned LEB128 number.
func uvarint(b []byte) (value, n int) {
	for shift := 0; ; shift += 7 {
		value |= int(b[n]&0x7f) << shift
		n++
		if b[n-1] < 0x80 {
			return value, n
		}
	}
}
