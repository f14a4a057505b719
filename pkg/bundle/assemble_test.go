package bundle

import (
	"encoding/binary"
	"errors"
	"testing"
)

// function returns the code of one function of the module's own, without its locals.
func function(t *testing.T, m *wasmModule, number int) []byte {
	t.Helper()
	r := reader{rest: m.section(codeSection).body}
	if n := r.unsigned(); number != n-1 {
		t.Fatalf("the function %d starts the program, want the last of %d", number, n)
	}
	for range number {
		r.take(r.unsigned())
	}
	code := r.take(r.unsigned())
	if r.err != nil || len(r.rest) > 0 {
		t.Fatalf("the section of code: %v, %d bytes at its end", r.err, len(r.rest))
	}
	return code[5:]
}

// run is a small machine for the start function's instructions.
func run(t *testing.T, code, memory []byte) {
	t.Helper()
	vars := make([]uint64, len(locals))
	var stack []uint64
	var loops []int
	pop := func() (value uint64) {
		value, stack = stack[len(stack)-1], stack[:len(stack)-1]
		return value
	}
	push := func(value uint64) { stack = append(stack, value) }
	pair := func() (a, b uint64) { b = pop(); return pop(), b }
	for at := 0; at < len(code); {
		op := code[at]
		at++
		operand := func() int { at++; return int(code[at-1]) }
		signed := func() int {
			r := reader{rest: code[at:]}
			value := int(r.signed())
			at = len(code) - len(r.rest)
			return value
		}
		switch op {
		case opLoop:
			at++
			loops = append(loops, at)
		case end:
			if len(loops) == 0 {
				return
			}
			loops = loops[:len(loops)-1]
		case opBranch:
			if operand(); uint32(pop()) != 0 {
				at = loops[len(loops)-1]
			}
		case opGet:
			push(vars[operand()])
		case opSet:
			vars[operand()] = pop()
		case opTee:
			vars[operand()] = stack[len(stack)-1]
		case i32Const:
			push(uint64(uint32(signed())))
		case i64Const:
			push(uint64(signed()))
		case accesses["i32.load"]:
			at++
			push(uint64(binary.LittleEndian.Uint32(memory[int(pop())+operand():])))
		case accesses["i32.load8_u"]:
			at++
			push(uint64(memory[int(pop())+operand()]))
		case accesses["i32.store"]:
			at++
			address, value := pair()
			binary.LittleEndian.PutUint32(memory[int(address)+operand():], uint32(value))
		case accesses["i64.store"]:
			at++
			address, value := pair()
			binary.LittleEndian.PutUint64(memory[int(address)+operand():], value)
		case opcodes["select"]:
			which := pop()
			if a, b := pair(); uint32(which) != 0 {
				push(a)
			} else {
				push(b)
			}
		case opcodes["i32.wrap_i64"]:
			push(uint64(uint32(pop())))
		case opcodes["i64.extend_i32_u"]:
			push(uint64(uint32(pop())))
		case opcodes["i32.lt_u"]:
			if a, b := pair(); a < b {
				push(1)
			} else {
				push(0)
			}
		case opcodes["i32.add"]:
			a, b := pair()
			push(uint64(uint32(a + b)))
		case opcodes["i32.sub"]:
			a, b := pair()
			push(uint64(uint32(a - b)))
		case opcodes["i32.and"]:
			a, b := pair()
			push(a & b)
		case opcodes["i32.shr_u"]:
			a, b := pair()
			push(uint64(uint32(a) >> (b % 32)))
		case opcodes["i64.add"]:
			a, b := pair()
			push(a + b)
		case opcodes["i64.or"]:
			a, b := pair()
			push(a | b)
		case opcodes["i64.shl"]:
			a, b := pair()
			push(a << (b % 64))
		case opcodes["i64.shr_u"]:
			a, b := pair()
			push(a >> (b % 64))
		default:
			t.Fatalf("the start function has an instruction %#x that this machine lacks", op)
		}
	}
	t.Fatal("the start function has no end")
}

func TestAssembleRefuses(t *testing.T) {
	for _, text := range []string{"i32.mul", "i32.const", "i32.const two", "local.get nobody", "<unknown> 1", "jump 1"} {
		if code, err := assemble(text, nil); err == nil {
			t.Errorf("assemble(%q) = %x, want an error", text, code)
		}
	}
}

func TestOneStartFunctionIsAll(t *testing.T) {
	m := &wasmModule{sections: []wasmSection{{typeSection, []byte{0}}, {functionSection, []byte{0}}, {codeSection, []byte{0}}}}
	if err := m.startWith([]byte{0, end}); err != nil {
		t.Fatal(err)
	}
	if err := m.startWith([]byte{0, end}); !errors.Is(err, errModule) {
		t.Errorf("a second start function: %v, want %v", err, errModule)
	}
}
