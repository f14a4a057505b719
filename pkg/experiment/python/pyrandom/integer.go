package pyrandom

import (
	"math"
	"strconv"

	"firstneuron/pkg/experiment/python/eval"
	"firstneuron/pkg/experiment/python/numpy/random"
)

func randint(t *eval.Thread, p *random.Python, args *eval.Args) (eval.Value, error) {
	b, err := args.Bind("randint", "a", "b")
	if err != nil {
		return nil, err
	}
	low, err := b.Int("a", 0)
	if err != nil {
		return nil, err
	}
	high, err := b.Int("b", 0)
	if err != nil {
		return nil, err
	}
	if high == math.MaxInt {
		return t.Lacks("random.randint of such numbers"), nil
	}
	return between(p, low, high+1, 1)
}

func between(p *random.Python, start, stop, step int) (eval.Value, error) {
	n := 0
	switch {
	case step > 0 && stop > start:
		n = (stop-start-1)/step + 1
	case step < 0 && stop < start:
		n = (start-stop-1)/-step + 1
	case step == 0:
		return nil, eval.Raise("ValueError", "zero step for randrange()")
	}
	if n <= 0 {
		if step == 1 {
			return nil, eval.Raise("ValueError", "empty range for randrange() ("+itoa(start)+", "+itoa(stop)+", "+itoa(stop-start)+")")
		}
		return nil, eval.Raise("ValueError", "empty range for randrange() ("+itoa(start)+", "+itoa(stop)+", "+itoa(step)+")")
	}
	return eval.Int{V: int64(start + step*int(p.Below(uint64(n))))}, nil
}

func randrange(_ *eval.Thread, p *random.Python, args *eval.Args) (eval.Value, error) {
	b, err := args.Bind("randrange", "start", "stop=", "step=")
	if err != nil {
		return nil, err
	}
	start, err := b.Int("start", 0)
	if err != nil {
		return nil, err
	}
	if !b.Has("stop") {
		if start <= 0 {
			return nil, eval.Raise("ValueError", "empty range for randrange()")
		}
		return between(p, 0, start, 1)
	}
	stop, err := b.Int("stop", 0)
	if err != nil {
		return nil, err
	}
	step, err := b.Int("step", 1)
	if err != nil {
		return nil, err
	}
	return between(p, start, stop, step)
}

func getRandBits(t *eval.Thread, p *random.Python, args *eval.Args) (eval.Value, error) {
	b, err := args.Bind("getrandbits", "k")
	if err != nil {
		return nil, err
	}
	k, err := b.Int("k", 0)
	switch {
	case err != nil:
		return nil, err
	case k < 0:
		return nil, eval.Raise("ValueError", "number of bits must be non-negative")
	case k > 63:
		return t.Lacks("random.getrandbits of more than 63 bits"), nil
	}
	v := p.Bits(k)
	return eval.Int{V: int64(v & (1<<63 - 1))}, nil
}

func itoa(n int) string { return strconv.Itoa(n) }
