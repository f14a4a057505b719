// Package numpy is the library of that name for package eval: what programs import
// as np, on top of the packages below it.
//
//	eval.Config{Modules: map[string]*eval.Module{"numpy": numpy.Module()}}
//
// [Module] has the functions, constants and types that first programs use (arrays,
// ufuncs, reductions, joining, sorting, polynomials, a little linear algebra, c_ and
// r_, printing options), np.random with RandomState and default_rng, and np.linalg.
// What NumPy has besides is an [eval.Unknown] that is Lacking, in one sentence at its
// place; np.loadtxt and its like are Outside, but of an io.StringIO. Errors are NumPy's own, in its words.
//
// Elements keep the place of the literal that they were written as through array,
// asarray, reshape, astype, T, slicing and joining; what is computed has none.
//
// Where a program draws without a seed, no two runs agree: the numbers are those of
// a seed of this package's own, and the thread is told so, with the code
// "code_random".
package numpy
