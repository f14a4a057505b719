package kernel

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// TestKernelHasTheHashOfItsSources needs no compiler: a source that was edited
// without `make kernel` is found on every machine.
func TestKernelHasTheHashOfItsSources(t *testing.T) {
	sources, err := filepath.Glob("src/*")
	if err != nil || len(sources) == 0 {
		t.Fatalf("src has %d files, %v", len(sources), err)
	}
	hash := sha256.New()
	for _, name := range append(sources, "../../../../tools/kernel.sh", "../../../../tools/wasm.sh") {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		hash.Write([]byte(filepath.Base(name) + "\n"))
		hash.Write(text)
	}
	want := hex.EncodeToString(hash.Sum(nil))
	var got string
	for _, s := range sections(t) {
		if name := "\x07sources"; s.id == custom && strings.HasPrefix(string(s.content), name) {
			got = string(s.content[len(name):])
		}
	}
	if got != want {
		t.Errorf("kernel.wasm was built from sources of the hash %q, those in src have %q: run `make kernel`", got, want)
	}
}

// TestKernelIsBuiltFromItsSource compiles the kernel again with the compiler
// that it was built with: other versions make other bytes.
func TestKernelIsBuiltFromItsSource(t *testing.T) {
	needs(t, "clang-14", "wasm-ld-14")
	kept, err := os.ReadFile("kernel.wasm")
	if err != nil {
		t.Fatal(err)
	}
	built := filepath.Join(t.TempDir(), "kernel.wasm")
	if out, err := exec.Command("../../../../tools/kernel.sh", built).CombinedOutput(); err != nil {
		t.Fatalf("tools/kernel.sh: %v\n%.2000s", err, out)
	}
	again, err := os.ReadFile(built)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(kept, again) {
		t.Errorf("kernel.wasm has %d bytes, its source makes %d others: run `make kernel`", len(kept), len(again))
	}
}

// TestKernelIsBuiltBesideWasmOpt puts a wasm-opt on the PATH that always fails,
// as the one of binaryen that lies beside clang does where it meets SIMD: clang
// would call either when it links.
func TestKernelIsBuiltBesideWasmOpt(t *testing.T) {
	needs(t, "clang-14", "wasm-ld-14")
	folder := t.TempDir()
	in := func(name string) string { return filepath.Join(folder, name) }
	for name, text := range map[string]string{
		"wasm-opt": "#!/bin/sh\necho wasm-opt was called >&2\nexit 1\n",
		"one.c": "#include <wasm_simd128.h>\n__attribute__((export_name(\"one\")))\n" +
			"void one(int *p) { wasm_v128_store(p, wasm_i32x4_neg(wasm_v128_load(p))); }\n",
	} {
		if err := os.WriteFile(in(name), []byte(text), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	t.Setenv("PATH", folder+string(os.PathListSeparator)+os.Getenv("PATH"))
	if out, err := exec.Command("../../../../tools/wasm.sh", in("one.wasm"), in("one.c"), "--strip-all").CombinedOutput(); err != nil {
		t.Errorf("tools/wasm.sh: %v\n%.2000s", err, out)
	}
}

// TestKernelLeavesTheMemoryAlone reads the module's sections: it may import the
// memory and functions may work in it, but it must bring no data of its own,
// which would overwrite Go's.
func TestKernelLeavesTheMemoryAlone(t *testing.T) {
	for _, s := range sections(t) {
		if s.id == start || s.id == data || s.id == dataCount {
			t.Errorf("the kernel has a section %d (8 start, 11 data, 12 data count), want none", s.id)
		}
	}
}

// TestKernelUsesNoStack looks for stack frames in the kernel's assembly: they
// would lie in Go's memory.
func TestKernelUsesNoStack(t *testing.T) {
	needs(t, "clang-14")
	assembly, err := exec.Command("clang-14", "--target=wasm32", "-O3", "-msimd128", "-ffp-contract=off",
		"-fno-math-errno", "-nostdlib", "-ffreestanding", "-S", "-o", "-", "src/kernel.c").Output()
	if err != nil {
		t.Fatal(err)
	}
	if strings.Contains(string(assembly), "global.get") {
		t.Error("a function of the kernel has a stack frame, want its arrays in registers")
	}
}

// needs skips a test where a program is missing.
func needs(t *testing.T, programs ...string) {
	t.Helper()
	for _, name := range programs {
		if _, err := exec.LookPath(name); err != nil {
			t.Skipf("kernel.wasm is not compared with what its sources compile to: %s is missing (Debian 12: apt-get install clang-14 lld-14)", name)
		}
	}
}

// The sections of a WebAssembly module that matter here.
const (
	custom    = 0
	start     = 8
	data      = 11
	dataCount = 12
)

// A section is a part of a WebAssembly module.
type section struct {
	id      byte
	content []byte
}

// sections lists those of kernel.wasm.
func sections(t *testing.T) (list []section) {
	t.Helper()
	module, err := os.ReadFile("kernel.wasm")
	if err != nil {
		t.Fatal(err)
	}
	const header = 8
	for at := header; at < len(module); {
		size, n := uvarint(module[at+1:])
		begin := at + 1 + n
		if begin+size > len(module) {
			t.Fatalf("section %d at byte %d of kernel.wasm has %d bytes, want at most %d", module[at], at, size, len(module)-begin)
		}
		list = append(list, section{module[at], module[begin : begin+size]})
		at = begin + size
	}
	return list
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
