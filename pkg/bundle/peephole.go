package bundle

import (
	"encoding/binary"
	"fmt"
	"math"
)

// Go's compiler for WebAssembly writes instructions one by one, without a look at their
// neighbours. The rules here write some of them shorter, or so that Brotli finds more of
// them alike; all are faster too. None looks farther than at a few instructions that
// follow each other.
//
// After every call Go asks whether the stack is being unwound, and if so branches to the end
// of the function, which returns 1. The branch says how many blocks it leaves, another number
// at each call, since each call ends a block: sixty thousand numbers that nobody can
// guess. The function returns 1 right there instead, in the same six bytes everywhere.
//
// A function is a loop around blocks, one for each place at which it can go on, and begins
// with a table that leaves as many of them as bring it to a place (cmd/internal/obj/wasm
// calls them resume points). A jump writes the place's number into the
// variable that the table looks at, and begins the loop again. Where the place is farther on,
// leaving the blocks before it does the same, without loop and table.
//
// An address on the stack is made of the stack pointer of 32 bits, widened to 64, with a
// distance added, and cut to 32 again: it is added in 32. A load from there has the
// distance as its offset. And 64 bits that are loaded and cut to 32 are loaded as 32.

// leave is what stands in the place of such a branch: if it is so, return 1.
var leave = []byte{opIf, typeNone, i32Const, 1, opReturn, end}

// leaving is how a function ends to whose end its calls branch: the block's end, and the 1
// that is returned.
var leaving = []byte{end, i32Const, 1, end}

// The first variables of a function of Go: the place at which to go on, and the stack pointer.
const (
	localPlace = 0
	localStack = 1
)

// shorten applies the rules to all functions.
func (m *wasmModule) shorten() error {
	code := m.section(codeSection)
	if code == nil {
		return nil
	}
	r := reader{rest: code.body}
	n := r.unsigned()
	out := binary.AppendUvarint(make([]byte, 0, len(code.body)), uint64(n))
	for i := range n {
		body := r.take(r.unsigned())
		if r.err != nil {
			return r.err
		}
		body, err := shortened(body)
		if err != nil {
			return fmt.Errorf("the function %d of the code: %w", i, err)
		}
		out = append(binary.AppendUvarint(out, uint64(len(body))), body...)
	}
	code.body = out
	return r.err
}

// shortened returns the code of a function by the rules.
func shortened(body []byte) ([]byte, error) {
	r := reader{rest: body}
	for range r.unsigned() { // the locals
		if r.unsigned(); r.err != nil {
			return nil, r.err
		}
		r.byte()
	}
	if r.err != nil {
		return nil, r.err
	}
	p := peephole{
		out:    append(make([]byte, 0, len(body)), body[:len(body)-len(r.rest)]...),
		leaves: len(body) >= len(leaving) && string(body[len(body)-len(leaving):]) == string(leaving),
	}
	for len(r.rest) > 0 {
		start := r.rest
		in := r.instruction()
		if r.err != nil {
			break
		}
		p.next(in, start[:len(start)-len(r.rest)])
		if in.opcode == end && p.depth == 0 && p.leaves && string(r.rest) != string(leaving[1:]) {
			p.strange = true // its first block does not end it
		}
	}
	if r.err != nil {
		return nil, r.err
	}
	if p.depth != -1 {
		return nil, fmt.Errorf("%w: a function that ends at the depth %d", errModule, p.depth)
	}
	if p.strange {
		return body, nil
	}
	return p.out, nil
}

// peephole writes a function anew.
type peephole struct {
	out []byte
	// last are the instructions that were written last, with where they stand.
	last [4]placed

	// depth is how many blocks are open. The first of all is left to unwind the stack, if
	// leaves is set.
	depth  int
	leaves bool
	// strange is set for a function that is left in another way after all.
	begun, strange bool

	// loop is the depth of the loop, 0 for none, and places how many blocks it leaves for
	// each number of a place. Of those blocks so many are closed.
	loop   int
	places []int
	blocks int
	closed int
}

// placed is an instruction that is written.
type placed struct {
	instruction
	at int
	// onStack is set where it adds a distance to the stack pointer, ahead where it jumps to
	// a place farther on.
	onStack, ahead bool
}

// next writes an instruction, which was those bytes, by a rule or as it was.
func (p *peephole) next(in instruction, was []byte) {
	switch op := in.opcode; {
	case op == opBlock || op == opLoop || op == opIf:
		p.opens(op)
	case op == opTable && p.places == nil && p.loop > 0 && p.last[0].opcode == opGet && p.last[0].value == localPlace:
		p.places, p.blocks = in.labels, p.depth-p.loop
	case op == end:
		if p.places != nil && p.depth == p.loop+p.blocks-p.closed && p.closed < p.blocks {
			p.closed++
		}
		p.depth--
		if p.jumpsIf() {
			return
		}
	case op == opBranch && p.leaves && in.value == int64(p.depth-1):
		was = leave
	case op == opJump && p.jumps(in), op == opWrap && p.wraps(), op >= opLoad32 && op <= lastLoad && p.loads(in, was[1]):
		return
	}
	p.write(in, was)
}

// opens notes that a block begins.
func (p *peephole) opens(opcode byte) {
	p.depth++
	if p.depth == 1 {
		p.strange = p.strange || p.begun && p.leaves
		p.begun = true
		p.leaves = p.leaves && opcode == opBlock
	}
	if opcode == opLoop && p.loop == 0 && p.places == nil {
		p.loop = p.depth
	}
}

// jumps writes a jump to a place farther on. It reports whether it is one.
func (p *peephole) jumps(in instruction) bool {
	set, place := p.last[0], p.last[1]
	if p.places == nil || in.value != int64(p.depth-p.loop) || set.opcode != opSet || set.value != localPlace || place.opcode != i32Const {
		return false
	}
	if place.value < 0 || place.value >= int64(len(p.places)) {
		return false
	}
	block := p.places[place.value]
	if block < p.closed || block >= p.blocks {
		return false // it is behind
	}
	p.drop(2)
	in.value = int64(p.depth - (p.loop + p.blocks - block))
	p.write(in, binary.AppendUvarint([]byte{opJump}, uint64(in.value)))
	p.last[0].ahead = true
	return true
}

// jumpsIf writes, at its end, an if that does nothing but jump to a place farther on. It
// reports whether there was one.
func (p *peephole) jumpsIf() bool {
	jump, condition := p.last[0], p.last[1]
	if !jump.ahead || condition.opcode != opIf || jump.value < 1 {
		return false
	}
	p.drop(2)
	jump.opcode, jump.value = opBranch, jump.value-1
	p.write(jump.instruction, binary.AppendUvarint([]byte{opBranch}, uint64(jump.value)))
	return true
}

// wraps writes the cut to 32 bits by the rules that begin with it. It reports whether
// there is one.
func (p *peephole) wraps() bool {
	switch add, distance, widen := p.last[0], p.last[1], p.last[2]; {
	case add.opcode == opAdd64 && distance.opcode == i64Const && widen.opcode == opExtend && distance.value >= 0 && distance.value <= math.MaxInt32:
		p.drop(3)
		onStack := p.last[0].opcode == opGet && p.last[0].value == localStack
		p.write(instruction{opcode: i32Const, value: distance.value}, appendSigned([]byte{i32Const}, distance.value))
		p.write(instruction{opcode: opAdd32}, []byte{opAdd32})
		p.last[0].onStack = onStack
	case add.opcode == opLoad64:
		const alignment = 2 // of 32 bits
		p.drop(1)
		p.write(instruction{opcode: opLoad32, value: add.value}, binary.AppendUvarint([]byte{opLoad32, alignment}, uint64(add.value)))
	default:
		return false
	}
	return true
}

// loads writes a load from the stack with its distance. It reports whether it is one.
func (p *peephole) loads(in instruction, alignment byte) bool {
	add, distance := p.last[0], p.last[1]
	if !add.onStack || in.value+distance.value > math.MaxInt32 {
		return false
	}
	p.drop(2)
	in.value += distance.value
	p.write(in, binary.AppendUvarint([]byte{in.opcode, alignment}, uint64(in.value)))
	return true
}

// write writes an instruction as those bytes.
func (p *peephole) write(in instruction, was []byte) {
	copy(p.last[1:], p.last[:])
	p.last[0] = placed{instruction: in, at: len(p.out)}
	p.out = append(p.out, was...)
}

// drop takes the last n instructions away.
func (p *peephole) drop(n int) {
	p.out = p.out[:p.last[n-1].at]
	copy(p.last[:], p.last[n:])
	clear(p.last[len(p.last)-n:])
}
