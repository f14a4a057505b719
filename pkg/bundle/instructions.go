package bundle

import "fmt"

// The instructions that Go's compiler writes. Those of the start function alone are in assemble.go.
const (
	opUnreachable = 0x00
	opNothing     = 0x01
	opBlock       = 0x02
	opLoop        = 0x03
	opIf          = 0x04
	opElse        = 0x05
	end           = 0x0b
	opJump        = 0x0c // br
	opBranch      = 0x0d // br_if
	opTable       = 0x0e // br_table
	opReturn      = 0x0f
	opCall        = 0x10
	opIndirect    = 0x11 // call_indirect
	opDrop        = 0x1a
	opSelect      = 0x1b
	opGet         = 0x20 // local.get
	opSet         = 0x21 // local.set
	opTee         = 0x22 // local.tee
	opGlobalSet   = 0x24
	opLoad32      = 0x28 // i32.load, the first of those with an alignment and an offset
	opLoad64      = 0x29 // i64.load
	lastLoad      = 0x35
	lastAccess    = 0x3e // the last store
	opMemorySize  = 0x3f
	opMemoryGrow  = 0x40
	i32Const      = 0x41
	i64Const      = 0x42
	f32Const      = 0x43
	f64Const      = 0x44
	opAdd32       = 0x6a // i32.add
	opAdd64       = 0x7c // i64.add
	opWrap        = 0xa7 // i32.wrap_i64
	opExtend      = 0xad // i64.extend_i32_u
	lastNumeric   = 0xc4 // from f64Const on to here no instruction has an operand
	opFurther     = 0xfc // a second number follows
	furtherTrunc  = 7    // up to here without an operand
	furtherCopy   = 10
	furtherFill   = 11
)

// instruction is one of a function.
type instruction struct {
	opcode byte
	// value is its operand, where it has one number, or the offset of a load or store.
	value int64
	// labels are those of a br_table.
	labels []int
}

// instruction reads the next one.
func (r *reader) instruction() (in instruction) {
	in.opcode = r.byte()
	switch op := in.opcode; {
	case op == opBlock || op == opLoop || op == opIf:
		r.byte() // its type
	case op == opTable:
		for range r.unsigned() + 1 {
			if in.labels = append(in.labels, r.unsigned()); r.err != nil {
				return in
			}
		}
	case op == opJump || op == opBranch || op == opCall || op >= opGet && op <= opGlobalSet:
		in.value = int64(r.unsigned())
	case op == opIndirect:
		r.unsigned()
		r.byte()
	case op >= opLoad32 && op <= lastAccess:
		r.unsigned() // its alignment
		in.value = int64(r.unsigned())
	case op == i32Const || op == i64Const:
		in.value = r.signed()
	case op == f32Const:
		r.take(4)
	case op == f64Const:
		r.take(8)
	case op == opMemorySize || op == opMemoryGrow:
		r.byte()
	case op == opFurther:
		switch further := r.unsigned(); {
		case further <= furtherTrunc:
		case further == furtherCopy:
			r.take(2)
		case further == furtherFill:
			r.take(1)
		default:
			r.fail(fmt.Sprintf("an instruction %#x %d, which Go does not write", op, further))
		}
	case op == opUnreachable || op == opNothing || op == opElse || op == end || op == opReturn || op == opDrop || op == opSelect || op > f64Const && op <= lastNumeric:
	default:
		r.fail(fmt.Sprintf("an instruction %#x, which Go does not write", op))
	}
	return in
}
