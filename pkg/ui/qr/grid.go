package qr

// grid is a code in the making: its modules, and which of them are patterns
// rather than data.
type grid struct {
	Code
	pattern []bool
}

// newGrid draws the patterns of a version (6.3).
func newGrid(version int) *grid {
	size := 17 + 4*version
	g := &grid{Code: Code{Size: size, dark: make([]bool, size*size)}, pattern: make([]bool, size*size)}
	for i := range size {
		g.set(6, i, i%2 == 0)
		g.set(i, 6, i%2 == 0)
	}
	g.finder(3, 3)
	g.finder(size-4, 3)
	g.finder(3, size-4)
	at := alignments(version)
	last := len(at) - 1
	for i, x := range at {
		for j, y := range at {
			if (i == 0 && (j == 0 || j == last)) || (i == last && j == 0) {
				continue // a finder is there
			}
			g.square(x, y, 2)
		}
	}
	g.format(0)
	if version >= 7 {
		g.version(version)
	}
	return g
}

func (g *grid) set(x, y int, dark bool) {
	if x < 0 || y < 0 || x >= g.Size || y >= g.Size {
		return
	}
	g.dark[y*g.Size+x], g.pattern[y*g.Size+x] = dark, true
}

// finder is one of the three eyes with its separator.
func (g *grid) finder(x, y int) { g.square(x, y, 4) }

// square draws rings around a centre: dark ones but for the second and, of a
// finder, the fourth.
func (g *grid) square(x, y, radius int) {
	light := 1
	if radius == 4 {
		light = 2
	}
	for dy := -radius; dy <= radius; dy++ {
		for dx := -radius; dx <= radius; dx++ {
			ring := max(dx, -dx, dy, -dy)
			g.set(x+dx, y+dy, ring != light && ring != 4)
		}
	}
}

// alignments are the places of the centres of the small squares (annex E).
func alignments(version int) []int {
	if version == 1 {
		return nil
	}
	n := version/7 + 2
	step := (4*version + 2*n + 1) / (2*n - 2) * 2
	at := make([]int, n)
	at[0] = 6
	for i, place := n-1, 10+4*version; i > 0; i, place = i-1, place-step {
		at[i] = place
	}
	return at
}

// format writes level L and the mask twice beside the finders (7.9).
func (g *grid) format(mask int) {
	data := 1<<3 | mask // level L is 01
	rest := data
	for range 10 {
		rest = rest<<1 ^ rest>>9*0x537
	}
	bits := (data<<10 | rest) ^ 0x5412
	bit := func(i int) bool { return bits>>i&1 == 1 }
	last := g.Size - 1
	for i := range 6 {
		g.set(8, i, bit(i))
		g.set(5-i, 8, bit(9+i))
	}
	g.set(8, 7, bit(6))
	g.set(8, 8, bit(7))
	g.set(7, 8, bit(8))
	for i := range 8 {
		g.set(last-i, 8, bit(i))
		if i < 7 {
			g.set(8, last-6+i, bit(8+i))
		}
	}
	g.set(8, last-7, true)
}

// version writes the version's number twice (7.10).
func (g *grid) version(version int) {
	rest := version
	for range 12 {
		rest = rest<<1 ^ rest>>11*0x1f25
	}
	bits := version<<12 | rest
	for i := range 18 {
		a, b, dark := g.Size-11+i%3, i/3, bits>>i&1 == 1
		g.set(a, b, dark)
		g.set(b, a, dark)
	}
}

// place writes the codewords in the zigzag of two columns at a time, from the
// lower right corner (7.7.3).
func (g *grid) place(data []byte) {
	bit := 0
	for right := g.Size - 1; right >= 1; right -= 2 {
		if right == 6 {
			right = 5 // the timing pattern has a column of its own
		}
		for i := range g.Size {
			y := i
			if (right+1)&2 == 0 {
				y = g.Size - 1 - i
			}
			for _, x := range [2]int{right, right - 1} {
				if at := y*g.Size + x; !g.pattern[at] && bit < 8*len(data) {
					g.dark[at] = data[bit/8]>>(7-bit%8)&1 == 1
					bit++
				}
			}
		}
	}
}

// masks invert modules, so that no large areas are alike (7.8.2).
var masks = [...]func(x, y int) bool{
	func(x, y int) bool { return (x+y)%2 == 0 },
	func(_, y int) bool { return y%2 == 0 },
	func(x, _ int) bool { return x%3 == 0 },
	func(x, y int) bool { return (x+y)%3 == 0 },
	func(x, y int) bool { return (x/3+y/2)%2 == 0 },
	func(x, y int) bool { return x*y%2+x*y%3 == 0 },
	func(x, y int) bool { return (x*y%2+x*y%3)%2 == 0 },
	func(x, y int) bool { return ((x+y)%2+x*y%3)%2 == 0 },
}

// masked returns the code with the mask that looks best.
func (g *grid) masked() Code {
	best, least := 0, -1
	for mask := range masks {
		g.invert(mask)
		g.format(mask)
		if p := g.penalty(); least < 0 || p < least {
			best, least = mask, p
		}
		g.invert(mask)
	}
	g.invert(best)
	g.format(best)
	return g.Code
}

func (g *grid) invert(mask int) {
	for at, pattern := range g.pattern {
		if !pattern && masks[mask](at%g.Size, at/g.Size) {
			g.dark[at] = !g.dark[at]
		}
	}
}

// penalty counts what makes a code hard to read (7.8.3).
func (g *grid) penalty() int {
	total, dark := 0, 0
	for i := range g.Size {
		total += line(g.Size, func(k int) bool { return g.Dark(k, i) })
		total += line(g.Size, func(k int) bool { return g.Dark(i, k) })
	}
	for y := range g.Size {
		for x := range g.Size {
			if g.Dark(x, y) {
				dark++
			}
			if x > 0 && y > 0 && g.Dark(x, y) == g.Dark(x-1, y) && g.Dark(x, y) == g.Dark(x, y-1) && g.Dark(x, y) == g.Dark(x-1, y-1) {
				total += 3
			}
		}
	}
	percent := 100 * dark / (g.Size * g.Size)
	return total + 10*(max(percent-50, 50-percent)/5)
}

// line counts the penalties of a row or a column: runs of five or more alike,
// and what looks like a finder.
func line(size int, dark func(int) bool) int {
	total, run, recent := 0, 0, 0
	for k := range size {
		if k > 0 && dark(k) == dark(k-1) {
			run++
		} else {
			run = 1
		}
		if run == 5 {
			total += 3
		} else if run > 5 {
			total++
		}
		recent = recent << 1 & 0x7ff
		if dark(k) {
			recent |= 1
		}
		if k >= 10 && (recent == 0b10111010000 || recent == 0b00001011101) {
			total += 40
		}
	}
	return total
}
