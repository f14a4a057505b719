package main

// python has wrong edits of pkg/experiment/python/eval.
var python = []mutant{
	{"a remainder with the sign of the dividend", "arithmetic.go", "		r := math.Mod(x, y)\n		if r != 0 && (r < 0) != (y < 0) {\n			r += y\n		}\n		if op", "		r := math.Mod(x, y)\n		if op"},
}

// numpy has wrong edits of pkg/experiment/python/numpy and its array.
var numpy = []mutant{
	{"a quotient of whole numbers is cut", "array/operation.go", "		case x%y != 0 && (x < 0) != (y < 0):\n			return x/y - 1\n		}\n		return x / y", "		}\n		return x / y"},
	{"arange with its end", "array/create.go", "n := math.Ceil((e - b) / d)", "n := math.Floor((e-b)/d) + 1"},
	{"ddof is not heard", "array/reduce.go", "max(n-ddof, 0))", "max(n, 0))"},
}
