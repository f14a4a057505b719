package numpy_test

import (
	"errors"
	"testing"

	"firstneuron/pkg/experiment/python/eval"
)

// TestPlaces: a literal is known by its place through all that moves elements, and
// what is computed has none.
func TestPlaces(t *testing.T) {
	const program = `import numpy as np
FIRST = -1.0
xs = np.array([FIRST, 0.0, 1.5, 2], dtype=float)
`
	for _, c := range []struct{ line, want string }{
		{"r = xs", "-1.0 0.0 1.5 2"},
		{"r = xs.reshape(-1, 1)", "-1.0 0.0 1.5 2"},
		{"r = xs.reshape(2, 2).T", "-1.0 1.5 0.0 2"},
		{"r = xs[1:3]", "0.0 1.5"},
		{"r = xs[::-1]", "2 1.5 0.0 -1.0"},
		{"r = xs[[0, 3]]", "-1.0 2"},
		{"r = xs[xs > 0]", "1.5 2"},
		{"r = xs.astype('float32')", "-1.0 0.0 1.5 2"},
		{"r = np.expand_dims(xs, 1)", "-1.0 0.0 1.5 2"},
		{"r = np.concatenate([xs[:2], [7]])", "-1.0 0.0 7"},
		{"r = np.stack([xs, xs], axis=1)[1]", "0.0 0.0"},
		{"r = np.asarray(xs).flatten()", "-1.0 0.0 1.5 2"},
		{"r = xs.copy()", "-1.0 0.0 1.5 2"},
		{"r = xs.copy(); r[1] = 8.5", "-1.0 8.5 1.5 2"},
		{"r = np.array(xs.tolist())", "-1.0 0.0 1.5 2"},
		{"r = xs[2]", "1.5"},
		{"r = np.array([v for v in xs])", "-1.0 0.0 1.5 2"},
		{"r = np.array([[FIRST, 3], [4, 5]])[:, 1]", "3 5"},
		{"r = 2 * xs", "? ? ? ?"},
		{"r = np.sin(xs)", "? ? ? ?"},
		{"r = xs.copy(); r += 1", "? ? ? ?"},
		{"r = np.linspace(0, 1, 2)", "? ?"},
		{"r = np.sort(xs)[0]", "-1.0"},
	} {
		text := program + c.line + "\n"
		_, result, err := run(text)
		if err != nil {
			t.Errorf("%s: %v", c.line, err)
			continue
		}
		a, ok := result.Globals["r"].(eval.Array)
		if !ok {
			t.Errorf("%s: no array", c.line)
			continue
		}
		got := ""
		origins := a.Origins()
		for i := range a.Floats() {
			if i > 0 {
				got += " "
			}
			if origins == nil || origins[i].End == 0 {
				got += "?"
				continue
			}
			got += text[origins[i].Start:origins[i].End]
		}
		if got != c.want {
			t.Errorf("%s: places are of %s, want %s", c.line, got, c.want)
		}
	}
}

// TestBounds: what would be too much is told.
func TestBounds(t *testing.T) {
	for _, line := range []string{
		"np.zeros(10**9)", "np.zeros((10**6, 10**6))", "np.ones((1001, 1000))", "np.arange(10**8)", "np.arange(0, 1, 1e-9)", "np.linspace(0, 1, 10**9)",
		"np.eye(5000)", "np.full((10**5, 10**5), 1)", "np.ones(2000)[:, None] * np.ones(2000)", "np.repeat(np.ones(1000), 10**6)", "np.tile(np.ones(1000), 10**6)",
		"np.random.rand(10**7)", "np.random.seed(1); np.random.randint(9, size=(10**5, 10**5))", "np.random.permutation(10**9)", "np.random.choice(10**9, 5, replace=False)",
		"np.random.choice(5, 10**9)", "np.meshgrid(np.ones(3000), np.ones(3000))", "np.outer(np.ones(3000), np.ones(3000))", "np.broadcast_to(1, (10**5, 10**5))",
		"np.ones((500, 500)) @ np.ones((500, 500))", "x = np.ones(100000)\nfor i in range(100000): x = x + 1", "np.concatenate([np.ones(400000)] * 5)",
		"x = np.ones(200000)\nwhile True: x += 1", "np.array([range(3000)] * 3000)", "np.polyfit(np.arange(1000), np.arange(1000), 99)", "np.linalg.inv(np.ones((1000, 1000)))",
		"np.c_[0:10**9]", "np.random.normal([1, 2], 1, size=(10**6, 10**6, 2))", "np.interp(np.ones(900000), [0, 1], [0, 1])", "np.insert(np.ones(3), 0, np.ones((10**3, 10**3)))", "np.zeros(10**6)[:, None, None, None, None, None, None, None, None, None]", "np.zeros(-5)", "np.arange(float('inf'))", "np.linspace(0, float('nan'), 5)[0]",
		"np.zeros(3).reshape(2**62, 4)", "np.zeros(0).reshape(2**62, 0, 5)", "np.ones((0, 2**62))", "np.arange(2**62, 2**63 - 1)", "np.array(5)[2**62]", "np.ones(3)[2**62:]",
	} {
		_, _, err := run("import numpy as np\n" + line + "\n")
		var limit *eval.Limit
		var raised *eval.Exception
		if err != nil && !errors.As(err, &limit) && !errors.As(err, &raised) {
			t.Errorf("%s ends with %v", line, err)
		}
	}
}
