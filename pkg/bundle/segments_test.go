package bundle

import (
	"bytes"
	"encoding/binary"
	"errors"
	"testing"
)

// section is one part of a module.
func section(id byte, body []byte) []byte {
	return append(binary.AppendUvarint([]byte{id}, uint64(len(body))), body...)
}

// withData is a module of a custom section and the segments as they come.
func withData(segments ...segment) []byte {
	return append(module("name"), section(dataSection, writeSegments(segments))...)
}

// memory is what a module with the segments begins with.
func memory(t *testing.T, module []byte) (content []byte, segments int) {
	t.Helper()
	content = make([]byte, 1<<16)
	body := bytes.TrimPrefix(module, withData()[:len(withData())-3])
	r := reader{rest: body}
	if id := r.byte(); id != dataSection {
		t.Fatalf("section %d follows the custom one, want %d", id, dataSection)
	}
	list, err := readSegments(r.take(r.unsigned()))
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range list {
		copy(content[s.at:], s.data)
	}
	return content, len(list)
}

// joined is the file of a module whose segments are joined.
func joined(file []byte) ([]byte, error) {
	m, err := readModule(file)
	if err != nil {
		return nil, err
	}
	memory, err := m.memory()
	if err != nil {
		return nil, err
	}
	m.setMemory(memory)
	return m.bytes(), nil
}

func TestJoinedSegmentsFillMemoryAlike(t *testing.T) {
	// Out of order, touching, apart by few and by many zeros; addresses whose
	// highest written bit looks like a sign.
	before := withData(segment{9000, []byte("late")}, segment{64, []byte("ab")}, segment{66, []byte("c")}, segment{127, []byte{200}}, segment{8191, nil})
	after, err := joined(bytes.Clone(before))
	if err != nil {
		t.Fatal(err)
	}
	want, _ := memory(t, before)
	got, n := memory(t, after)
	if !bytes.Equal(got, want) {
		t.Error("the joined segments fill memory with other bytes")
	}
	if n != 2 {
		t.Errorf("%d segments, want 2: the first three within %d zeros, the rest behind more", n, widestGap)
	}
}

func TestModulesNotOfGoAreRefused(t *testing.T) {
	whole := withData(segment{64, []byte("ab")})
	passive := section(dataSection, []byte{1, 1, 1, 'a'})
	for name, bad := range map[string][]byte{
		"no module":   []byte("<html>"),
		"cut short":   whole[:len(whole)-1],
		"passive":     append(module("name"), passive...),
		"data count":  append(append(module("name"), section(dataCountSection, []byte{1})...), section(dataSection, []byte{1, 0, i32Const, 0, end, 1, 'a'})...),
		"overlapping": withData(segment{64, []byte("ab")}, segment{65, []byte("c")}),
	} {
		if _, err := joined(bad); !errors.Is(err, errModule) {
			t.Errorf("%s: error %v, want %v", name, err, errModule)
		}
	}
}

func FuzzJoinSegments(f *testing.F) {
	f.Add(withData(segment{64, []byte("ab")}, segment{70, []byte("c")}))
	f.Add(module("name"))
	f.Fuzz(func(t *testing.T, data []byte) {
		once, err := joined(data)
		if err != nil {
			return
		}
		twice, err := joined(once)
		if err != nil || !bytes.Equal(once, twice) {
			t.Errorf("joining again changes the module: %v", err)
		}
	})
}
