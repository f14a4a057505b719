package bundle

import (
	"encoding/binary"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// The start function is of a few kinds of instructions, which are assembled here.

// opcodes are the instructions without an operand.
var opcodes = map[string]byte{
	"end": end, "select": opSelect,
	"i32.lt_u": 0x49, "i32.add": opAdd32, "i32.sub": 0x6b, "i32.and": 0x71, "i32.shr_u": 0x76,
	"i64.add": opAdd64, "i64.or": 0x84, "i64.shl": 0x86, "i64.shr_u": 0x88,
	"i32.wrap_i64": opWrap, "i64.extend_i32_u": opExtend,
}

// loads and stores have an offset.
var accesses = map[string]byte{"i32.load": opLoad32, "i32.load8_u": 0x2d, "i32.store": 0x36, "i64.store": 0x37}

const (
	typeNone  = 0x40
	typeI32   = 0x7f
	typeI64   = 0x7e
	typeFunc  = 0x60
	kindCalls = 0 // what is imported or exported is a function
)

// locals are the start function's, those of 32 bits first.
var locals = []string{"source", "word", "at", "byte", "highest", "code", "shift", "value"}

const narrowLocals = 4

// assemble returns the function's code as the section of code has it. What stands in angle
// brackets is a constant's name.
func assemble(text string, constants map[string]int64) ([]byte, error) {
	body := []byte{2, narrowLocals, typeI32, byte(len(locals) - narrowLocals), typeI64}
	for name, value := range constants {
		text = strings.ReplaceAll(text, "<"+name+">", strconv.FormatInt(value, 10))
	}
	words := strings.Fields(text)
	for i := 0; i < len(words); i++ {
		name := words[i]
		if opcode, ok := opcodes[name]; ok {
			body = append(body, opcode)
			continue
		}
		if name == "loop" {
			body = append(body, opLoop, typeNone)
			continue
		}
		if i++; i == len(words) {
			return nil, fmt.Errorf("bundle: %s has no operand", name)
		}
		local := slices.Index(locals, words[i])
		number, err := strconv.ParseInt(words[i], 10, 64)
		access, isAccess := accesses[name]
		switch {
		case strings.HasPrefix(name, "local.") && local >= 0:
			body = append(body, map[string]byte{"local.get": opGet, "local.set": opSet, "local.tee": opTee}[name], byte(local))
		case err != nil:
			return nil, fmt.Errorf("bundle: %s %s: want a number or a local", name, words[i])
		case name == "i32.const":
			body = appendSigned(append(body, i32Const), number)
		case name == "i64.const":
			body = appendSigned(append(body, i64Const), number)
		case name == "br_if":
			body = append(body, opBranch, byte(number))
		case isAccess:
			body = append(body, access, 0, byte(number)) // no promise of an alignment
		default:
			return nil, fmt.Errorf("bundle: an unknown instruction %s", name)
		}
	}
	return append(body, end), nil
}

// startWith gives the module one function more, which runs before any other.
func (m *wasmModule) startWith(function []byte) error {
	if m.section(startSection) != nil {
		return fmt.Errorf("%w: it has a start function already", errModule)
	}
	types, functions, code := m.section(typeSection), m.section(functionSection), m.section(codeSection)
	if types == nil || functions == nil || code == nil {
		return fmt.Errorf("%w: it has no functions", errModule)
	}
	imported, err := m.importedFunctions()
	if err != nil {
		return err
	}
	kinds, own := count(types.body), count(functions.body)
	types.body = oneMore(types.body, []byte{typeFunc, 0, 0})
	functions.body = oneMore(functions.body, binary.AppendUvarint(nil, uint64(kinds)))
	code.body = oneMore(code.body, append(binary.AppendUvarint(nil, uint64(len(function))), function...))
	start := wasmSection{startSection, binary.AppendUvarint(nil, uint64(imported+own))}
	at := slices.IndexFunc(m.sections, func(s wasmSection) bool { return s.id > startSection })
	m.sections = slices.Insert(m.sections, at, start)
	return nil
}

// count is how many entries a section says that it has.
func count(body []byte) int {
	r := reader{rest: body}
	return r.unsigned()
}

// oneMore returns the section with an entry at its end.
func oneMore(body, entry []byte) []byte {
	r := reader{rest: body}
	n := r.unsigned()
	return slices.Concat(binary.AppendUvarint(nil, uint64(n+1)), r.rest, entry)
}

// importedFunctions is how many functions the module imports: Go's imports nothing else.
func (m *wasmModule) importedFunctions() (int, error) {
	imports := m.section(importSection)
	if imports == nil {
		return 0, nil
	}
	r := reader{rest: imports.body}
	n := r.unsigned()
	for range n {
		r.take(r.unsigned())
		r.take(r.unsigned())
		if kind := r.byte(); kind != kindCalls && r.err == nil {
			return 0, fmt.Errorf("%w: it imports something of kind %d, want functions", errModule, kind)
		}
		r.unsigned()
		if r.err != nil {
			return 0, r.err
		}
	}
	return n, nil
}
