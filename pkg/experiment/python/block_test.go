package python

import (
	"strings"
	"testing"
)

func TestBlocksHaveTheirStatements(t *testing.T) {
	const text = `def f(a, b: int = 2, *c, d=3, **e) -> float:
    """What it does."""
    if a == 1:
        return b
    elif a: pass
    else:
        # nothing
        for i, (j, k) in enumerate(c): print(i); print(j)
        else:
            b += 1

    return -b

class C(A, metaclass=B):
    x: int = 1
    @property
    def y(self): return 2
try:
    with open("a") as f, g():
        raise ValueError("no") from e
except (A, B) as e:
    del f, e
finally:
    while not x: break
x = (yield)
`
	file, err := Parse(text)
	if err != nil {
		t.Fatalf("%v at %q", err, text[err.Start:err.End])
	}
	var show func(list []*Statement) string
	show = func(list []*Statement) string {
		var parts []string
		for _, s := range list {
			part := string(rune('a' + s.Kind))
			if inner := show(s.Body); inner != "" {
				part += "(" + inner + ")"
			}
			for _, h := range s.Handlers {
				part += "h(" + show(h.Body) + ")"
			}
			if inner := show(s.Else); inner != "" {
				part += "e(" + inner + ")"
			}
			if inner := show(s.Finally); inner != "" {
				part += "f(" + inner + ")"
			}
			parts = append(parts, part)
		}
		return strings.Join(parts, " ")
	}
	const want = "i(a f(k)e(f(l)e(g(a a)e(c))) k) j(b i(k)) s(t(r))h(o)f(h(m)) b"
	if got := show(file.Statements); got != want {
		t.Errorf("the statements are\n%s, want\n%s", got, want)
	}
	if params := file.Statements[0].Params; len(params) != 5 || params[2].Stars != 1 || !params[3].Named || params[1].Default.Text != "2" {
		t.Errorf("the parameters are %+v", params)
	}
}
