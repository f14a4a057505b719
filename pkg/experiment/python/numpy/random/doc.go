// Package random draws the same numbers as NumPy and Python do with the same seed,
// bit for bit:
//
//	random.NewLegacy(42).Normal() // 0.4967141530112327, as np.random.seed(42); np.random.randn()
//	random.NewGenerator(42).Float64() // 0.7739560485559633, as np.random.default_rng(42).random()
//	random.NewPython(42).Float64() // 0.6394267984578837, as random.seed(42); random.random()
//
// [Legacy] is NumPy's RandomState, whose draws NumPy has promised never to change
// (NEP 19), [Generator] is what default_rng gives, [Python] the module random of
// Python 3.
//
// Logarithms are those of Linux's C library; on other systems NumPy's own normal
// numbers may differ in the last bit.
//
// Sources: Matsumoto and Nishimura 1998 "Mersenne Twister" and its mt19937ar.c
// of 2002 (seeding, 53 bits); O'Neill 2014 "PCG" (XSL RR 128/64) and 2015 on seed
// sequences (randutils, the hash of SeedSequence); Marsaglia and Tsang 2000 "The
// Ziggurat Method", with 256 layers and 52 bits; Lemire 2019 "Fast Random Integer
// Generation in an Interval"; Marsaglia and Bray 1964 (the polar method); Kinderman
// and Monahan 1977 (normalvariate); Floyd's algorithm in Bentley and Floyd 1987
// (choice without replacement); Vigna's and Python's documentation of the rest.
// The numbers of NumPy 2.4 and CPython 3.11 are recorded in testdata.
package random
