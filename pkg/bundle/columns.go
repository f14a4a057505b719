package bundle

import (
	"encoding/binary"
	"fmt"
)

// packFunctions takes what Go's linker tells of the functions apart, as functiontable.go
// says, in the memory that the module begins with, and gives the module a start function
// that puts it together again.
func (m *wasmModule) packFunctions(memory []byte) error {
	table, err := findFunctions(memory)
	if table == nil || err != nil {
		return err
	}
	records, err := table.slim()
	if err != nil {
		return err
	}
	unpack, err := table.pack(records)
	if err != nil {
		return err
	}
	return m.startWith(unpack)
}

// pack takes the records, the entries and the table that finds them out of memory, writes
// the columns where that table stood, and returns the function that undoes it.
func (t *functionTable) pack(records []record) (unpack []byte, err error) {
	for i, r := range records {
		if entry := t.u32(t.base + 8*i); entry != r[0] {
			return nil, fmt.Errorf("%w: the entry %d is of %#x, its function of %#x", errTable, i, entry, r[0])
		}
	}
	for part := range t.parts {
		at := t.find + part*findSize
		if first := t.u32(at); int(first) != part/findParts || t.u32(at+4)|t.u32(at+8)|t.u32(at+12)|t.u32(at+16) != 0 {
			return nil, fmt.Errorf("%w: the functions at %d are found from %d on, want %d", errTable, part, first, part/findParts)
		}
	}
	packed := columns(records)
	room := t.memory[t.find : t.find+t.parts*findSize]
	if len(packed) > len(room) {
		return nil, fmt.Errorf("%w: its columns have %d bytes, want at most %d", errTable, len(packed), len(room))
	}
	clear(t.memory[t.base : t.base+8*t.count]) // the end of the last entry stays
	clear(t.memory[t.records : t.records+t.count*recordSize])
	clear(room[copy(room, packed):])
	return assemble(unpacker, map[string]int64{
		"columns":     int64(t.find),
		"records":     int64(t.records),
		"record":      recordSize,
		"first word":  int64(t.records),
		"last word":   int64(t.records + recordSize),
		"all records": int64(t.count * recordSize),
		"entries":     int64(t.base),
		"entries end": int64(t.base + 8*t.count),
		"find":        int64(t.find),
		"parts":       int64(t.parts),
	})
}

// columns writes one word of all records after the other. Most words are offsets: either
// of something new, which stands a little behind the newest so far, or of something that
// an earlier function has too. Each is a varint: odd, twice the distance from the
// highest and one; even, twice the word. It is of the word and one, so that none is 0.
func columns(records []record) []byte {
	var out []byte
	for k := range recordWords {
		highest := uint64(0)
		for _, r := range records {
			value := uint64(r[k] + 1)
			if value > highest {
				out = binary.AppendUvarint(out, (value-highest)<<1|1)
				highest = value
			} else {
				out = binary.AppendUvarint(out, value<<1)
			}
		}
	}
	return out
}

// unpacker is the start function: it reads the columns, and writes the records, the
// entries and the table that finds them. One that is not in angle brackets is an
// instruction of WebAssembly; what is there pack knows.
const unpacker = `
i32.const <columns>      local.set source
i32.const <first word>   local.set word
loop
	i64.const 0          local.set highest
	local.get word       local.set at
	loop
		i64.const 0      local.set code
		i64.const 0      local.set shift
		loop
			local.get source  i32.load8_u 0   local.tee byte
			i32.const 127  i32.and  i64.extend_i32_u  local.get shift  i64.shl
			local.get code  i64.or  local.set code
			local.get shift  i64.const 7  i64.add  local.set shift
			local.get source  i32.const 1  i32.add  local.set source
			local.get byte  i32.const 128  i32.and  br_if 0
		end
		local.get code  i64.const 1  i64.shr_u
		local.get highest  i64.const 0  local.get code  i32.wrap_i64  i32.const 1  i32.and  select
		i64.add  local.tee value
		local.get highest  local.get code  i32.wrap_i64  i32.const 1  i32.and  select  local.set highest
		local.get at  local.get value  i32.wrap_i64  i32.const 1  i32.sub  i32.store 0
		local.get at  i32.const <record>  i32.add  local.tee at
		local.get word  i32.sub  i32.const <all records>  i32.lt_u  br_if 0
	end
	local.get word  i32.const 4  i32.add  local.tee word
	i32.const <last word>  i32.lt_u  br_if 0
end

i32.const <entries>      local.set at
i32.const <records>      local.set word
loop
	local.get at  local.get word  i32.load 0  i32.store 0
	local.get at  local.get word  i32.const <entries>  i32.sub  i32.store 4
	local.get word  i32.const <record>  i32.add  local.set word
	local.get at  i32.const 8  i32.add  local.tee at
	i32.const <entries end>  i32.lt_u  br_if 0
end

i32.const <find>         local.set at
i32.const 0              local.set word
loop
	local.get at  local.get word  i32.const 4  i32.shr_u  i32.store 0
	local.get at  i64.const 0  i64.store 4
	local.get at  i64.const 0  i64.store 12
	local.get at  i32.const 20  i32.add  local.set at
	local.get word  i32.const 1  i32.add  local.tee word
	i32.const <parts>  i32.lt_u  br_if 0
end
`
