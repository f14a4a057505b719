// Command tour goes where Go's runtime asks for what the linker tells of functions:
// collections of garbage with pointers in deep frames, stacks that grow, recovered panics,
// goroutines, names of callers, and at last a panic that ends it.
package main

import (
	"fmt"
	"runtime"
	"strings"
)

type tree struct {
	left, right *tree
	text        string
}

func grow(depth int) *tree {
	if depth == 0 {
		return nil
	}
	return &tree{grow(depth - 1), grow(depth - 1), strings.Repeat("x", depth)}
}

func (t *tree) size() int {
	if t == nil {
		return 0
	}
	return t.left.size() + t.right.size() + len(t.text)
}

// deep keeps a tree in each of its frames while the stack is moved and swept.
func deep(n int) int {
	if n == 0 {
		runtime.GC()
		return 0
	}
	var room [100]int
	room[n%100] = n
	kept := grow(2)
	return deep(n-1) + kept.size() + room[n%100]
}

func recovered(m map[string]int) (err error) {
	defer func() { err = fmt.Errorf("recovered: %v", recover()) }()
	m["a"] = 1
	return nil
}

func main() {
	for range 10 {
		if size := grow(12).size(); size != 8178 {
			panic(size)
		}
		runtime.GC()
	}
	fmt.Println(deep(1000), recovered(nil))
	answers := make(chan int)
	go func() {
		defer close(answers)
		for i := range 3 {
			answers <- i
		}
	}()
	for answer := range answers {
		fmt.Println(answer)
	}
	pc, _, _, ok := runtime.Caller(0)
	fmt.Println(runtime.FuncForPC(pc).Name(), ok)
	var none *tree
	fmt.Println(none.text)
}
