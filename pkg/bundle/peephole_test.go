package bundle

import (
	"bytes"
	"errors"
	"testing"
)

// rewritten returns what a function's instructions become, behind no locals.
func rewritten(t *testing.T, code ...byte) []byte {
	t.Helper()
	body, err := shortened(append([]byte{0}, code...))
	if err != nil {
		t.Fatalf("% x: %v", code, err)
	}
	return body[1:]
}

func TestPeephole(t *testing.T) {
	const i32Eqz, i64Store = 0x45, 0x37
	// goOn is a function of the places 0 to 3 that ends with its instructions: a loop, three
	// blocks, the table, and the end of the first block.
	goOn := func(code ...byte) []byte {
		begin := []byte{opLoop, typeNone, opBlock, typeNone, opBlock, typeNone, opBlock, typeNone, opGet, 0, opTable, 3, 0, 0, 1, 2, end}
		return append(append(begin, code...), opUnreachable, end)
	}
	for name, c := range map[string]struct{ code, want []byte }{
		"unwinding": {
			[]byte{opBlock, typeNone, opBlock, typeNone, opCall, 9, opBranch, 1, end, opUnreachable, end, i32Const, 1, end},
			append(append([]byte{opBlock, typeNone, opBlock, typeNone, opCall, 9}, leave...), end, opUnreachable, end, i32Const, 1, end),
		},
		"a branch that is not of the unwinding": {
			[]byte{opBlock, typeNone, opBlock, typeNone, opCall, 9, opBranch, 0, end, opUnreachable, end, i32Const, 1, end}, nil,
		},
		"a function that returns something else there": {
			[]byte{opBlock, typeNone, opCall, 9, opBranch, 0, opUnreachable, end, i32Const, 2, end}, nil,
		},
		"a first block that does not end it": {
			[]byte{opBlock, typeNone, opCall, 9, opBranch, 0, end, i32Const, end, i32Const, 1, end}, nil,
		},
		"two first blocks": {
			[]byte{opBlock, typeNone, opCall, 9, opBranch, 0, end, opBlock, typeNone, end, i32Const, 1, end}, nil,
		},
		"a jump ahead": {
			append(goOn(i32Const, 3, opSet, 0, opJump, 2, end, end), end),
			append(goOn(opJump, 1, end, end), end),
		},
		"a jump ahead if": {
			append(goOn(opGet, 1, opIf, typeNone, i32Const, 2, opSet, 0, opJump, 3, end, end, end), end),
			append(goOn(opGet, 1, opBranch, 0, end, end), end),
		},
		"a jump ahead within an if that does more": {
			append(goOn(opGet, 1, opIf, typeNone, opNothing, i32Const, 3, opSet, 0, opJump, 3, end, end, end), end),
			append(goOn(opGet, 1, opIf, typeNone, opNothing, opJump, 2, end, end, end), end),
		},
		"a jump back": {append(goOn(end, i32Const, 2, opSet, 0, opJump, 1, end), end), nil},
		"a jump to where it is": {
			append(goOn(i32Const, 1, opSet, 0, opJump, 2, end, end), end), nil,
		},
		"a jump out of the table": {append(goOn(i32Const, 4, opSet, 0, opJump, 2, end, end), end), nil},
		"a jump to another block": {append(goOn(i32Const, 3, opSet, 0, opJump, 1, end, end), end), nil},
		"an address on the stack": {
			[]byte{opGet, 1, opExtend, i64Const, 16, opAdd64, opWrap, opGet, 2, i64Store, 3, 0, end},
			[]byte{opGet, 1, i32Const, 16, opAdd32, opGet, 2, i64Store, 3, 0, end},
		},
		"a load from the stack": {
			[]byte{opGet, 1, opExtend, i64Const, 0xc0, 0, opAdd64, opWrap, opLoad64, 3, 72, opSet, 2, end},
			[]byte{opGet, 1, opLoad64, 3, 0x88, 1, opSet, 2, end},
		},
		"a load from an address that is no stack's": {
			[]byte{opGet, 2, opExtend, i64Const, 16, opAdd64, opWrap, opLoad64, 3, 8, opSet, 2, end},
			[]byte{opGet, 2, i32Const, 16, opAdd32, opLoad64, 3, 8, opSet, 2, end},
		},
		"an address below the stack": {[]byte{opGet, 1, opExtend, i64Const, 0x70, opAdd64, opWrap, opLoad64, 3, 8, opSet, 2, end}, nil},
		"half of what is loaded": {
			[]byte{opGet, 3, opWrap, opLoad64, 3, 24, opWrap, opLoad64, 3, 0, opSet, 2, end},
			[]byte{opGet, 3, opWrap, opLoad32, 2, 24, opLoad64, 3, 0, opSet, 2, end},
		},
		"what a block is between": {
			[]byte{opGet, 1, i32Eqz, opIf, typeNone, end, opGet, 1, opExtend, i64Const, 16, opAdd64, opSet, 2, end}, nil,
		},
	} {
		if c.want == nil {
			c.want = c.code
		}
		if got := rewritten(t, c.code...); !bytes.Equal(got, c.want) {
			t.Errorf("%s:\n% x becomes\n% x, want\n% x", name, c.code, got, c.want)
		}
	}
}

func TestCodeNotOfGoIsRefused(t *testing.T) {
	for name, code := range map[string][]byte{
		"no end":                 {0, opNothing},
		"an end too many":        {0, end, end},
		"an unknown instruction": {0, 0xfd, 0, end},
		"an unknown further one": {0, opFurther, 99, end},
		"a number without end":   append([]byte{0, i64Const}, bytes.Repeat([]byte{0x80}, 20)...),
		"cut short":              {0, opTable, 200},
		"locals cut short":       {5, 1},
	} {
		if got, err := shortened(code); !errors.Is(err, errModule) {
			t.Errorf("%s: % x, error %v, want %v", name, got, err, errModule)
		}
	}
}

func FuzzShortened(f *testing.F) {
	f.Add([]byte{0, opBlock, typeNone, opCall, 9, opBranch, 0, opUnreachable, end, i32Const, 1, end})
	f.Add([]byte{0, opLoop, typeNone, opBlock, typeNone, opGet, 0, opTable, 1, 0, 0, end, i32Const, 1, opSet, 0, opJump, 0, end, end})
	f.Fuzz(func(t *testing.T, code []byte) {
		once, err := shortened(code)
		if err != nil {
			return
		}
		if _, err := shortened(once); err != nil {
			t.Errorf("% x becomes % x, which is no function: %v", code, once, err)
		}
	})
}
