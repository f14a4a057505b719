package hdf5

import (
	"fmt"
	"reflect"
	"strings"
	"testing"
)

func example() *Group {
	root := NewGroup()
	root.Sub("vars")
	dense := root.Sub("layers", "dense", "vars")
	dense.Datasets["0"] = &Dataset{Shape: []int{2, 3}, Floats: []float32{1, -2, 3.5, 0, 1e-20, 6}}
	dense.Datasets["1"] = &Dataset{Shape: []int{3}, Floats: []float32{1, 2, 3}}
	dense.Datasets["count"] = &Dataset{Shape: []int{}, Ints: []int64{-7}}
	many := root.Sub("many")
	for i := range 200 {
		many.Datasets[fmt.Sprint(i)] = &Dataset{Shape: []int{1}, Floats: []float32{float32(i)}}
	}
	return root
}

func TestReadIsWhatWasWritten(t *testing.T) {
	file, err := Write(example())
	if err != nil {
		t.Fatal(err)
	}
	got, err := Read(file)
	if err != nil {
		t.Fatal(err)
	}
	if want := example(); !reflect.DeepEqual(got, want) {
		t.Errorf("Read(Write(g)) = %+v, want g", got)
	}
	if got.Find("layers", "dense", "vars") == nil || got.Find("layers", "none", "vars") != nil {
		t.Error("Find does not find what is there, or finds what is not")
	}
}

func TestWrongGroups(t *testing.T) {
	for want, change := range map[string]func(*Group){
		"has a slash":          func(g *Group) { g.Sub("a/b") },
		"the shape [2]":        func(g *Group) { g.Datasets["x"] = &Dataset{Shape: []int{2}, Floats: []float32{1}} },
		"the shape [-1]":       func(g *Group) { g.Datasets["x"] = &Dataset{Shape: []int{-1}} },
		"a group and an array": func(g *Group) { g.Datasets["vars"] = &Dataset{Shape: []int{1}, Floats: []float32{1}} },
		"300 members": func(g *Group) {
			for i := range 300 {
				g.Sub("more", fmt.Sprint(i))
			}
		},
	} {
		root := example()
		change(root)
		if _, err := Write(root); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("Write error = %v, want one with %q", err, want)
		}
	}
}

// TestCutAndBent: a file of which any byte is another, or which ends early, is an
// error or another file, and never a panic.
func TestCutAndBent(t *testing.T) {
	root := NewGroup()
	root.Sub("layers", "dense", "vars").Datasets["0"] = &Dataset{Shape: []int{2}, Floats: []float32{1, 2}}
	file, err := Write(root)
	if err != nil {
		t.Fatal(err)
	}
	failed := 0
	for i := range file {
		if _, err := Read(file[:i]); err != nil {
			failed++
		}
		for _, bits := range []byte{0xff, 0x01, 0x80} {
			bent := append([]byte(nil), file...)
			bent[i] ^= bits
			_, _ = Read(bent)
		}
	}
	if failed < len(file)/2 {
		t.Errorf("%d of %d cut files are errors", failed, len(file))
	}
}

func FuzzRead(f *testing.F) {
	file, err := Write(example())
	if err != nil {
		f.Fatal(err)
	}
	f.Add(file)
	f.Fuzz(func(t *testing.T, file []byte) {
		g, err := Read(file)
		if err == nil && g == nil {
			t.Error("Read gives neither a group nor an error")
		}
	})
}
