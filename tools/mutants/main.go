// Command mutants shows that the tests of pkg/nn have teeth: it makes small
// wrong edits to a copy of the package, one at a time, and expects a test to
// fail each time.
//
//	go run -C tools ./mutants
package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// A mutant is one wrong edit: a text that stands once in a file, and what it
// becomes.
type mutant struct{ what, file, from, to string }

var mutants = []mutant{
	{"Adam without the second bias correction", "adam.go", "sqrt(1-power(o.Beta2, s.t))", "1"},
	{"Adam without the first bias correction", "adam.go", "/ (1 - power(o.Beta1, s.t))", ""},
	{"Adam's epsilon inside the root", "adam.go", "(sqrt(size) + epsilon)", "sqrt(size + epsilon)"},
	{"AMSGrad takes the minimum", "adam.go", "max(s.state[2][i], size)", "min(s.state[2][i], size)"},
	{"RMSprop's epsilon outside the root", "rmsprop.go", "delta := s.rate * g / sqrt(under)", "delta := s.rate * g / (sqrt(under-epsilon) + epsilon)"},
	{"Adagrad starts from 0", "adagrad.go", "return []float32{float32(o.InitialAccumulator)}", "return []float32{0}"},
	{"Nadam looks at the step before", "nadam.go", "math.Pow(0.96, s.t+1)", "math.Pow(0.96, s.t)"},
	{"Lion keeps the other beta", "lion.go", "m[i] = m[i]*beta2 + g*(1-beta2)", "m[i] = m[i]*beta1 + g*(1-beta1) + 0*beta2"},
	{"Nesterov without the look ahead", "sgd.go", "s.w[i] += m*v[i] - s.rate*g", "s.w[i] += v[i]"},
	{"weight decay without the rate", "optimizer.go", "float32(settings.WeightDecay) * s.step.rate", "float32(settings.WeightDecay)"},
	{"clipping a copy", "optimizer.go", "shorten(v.gradient, settings.ClipNorm)", "shorten(append([]float32(nil), v.gradient...), settings.ClipNorm)"},
	{"the schedule one step late", "optimizer.go", "settings.rate(s.steps)\n\ts.steps++", "settings.rate(s.steps + 1)\n\ts.steps++"},
	{"the mean squared error with a half", "mean_squared_error.go", "dp[i] = 2 * (v - y[i]) * scale", "dp[i] = (v - y[i]) * scale"},
	{"the loss as a sum over the batch", "workspace.go", "scale := 1 / float32(p.Rows)", "scale := float32(1)"},
	{"a partial batch that counts as a whole one", "training.go", "t.last[0] = t.sum / float64(rows)", "t.last[0] = t.sum / float64((rows+t.batch()-1)/t.batch()*t.batch())"},
	{"tanh's derivative with the other sign", "tanh.go", "dy[i] * (1 - v*v)", "dy[i] * (v*v - 1)"},
	{"ReLU's derivative at 0", "relu.go", "if v <= 0 {\n\t\t\td = 0", "if v < 0 {\n\t\t\td = 0"},
	{"softmax without the row's sum", "softmax.go", "dzr[j] = v * (dyr[j] - sum)", "dzr[j] = v * (dyr[j] - 0*sum)"},
	{"L2 with a half", "regularizer.go", "float32(2*r.L2)", "float32(r.L2)"},
	{"the activity penalty not divided", "dense.go", "1/float32(dy.Rows)", "1"},
	{"sample weights that the gradient forgets", "workspace.go", "s *= weights[i]", "s *= 1"},
	{"validation on the first rows", "fit.go", "train, validation = d.rows(0, at), d.rows(at, d.x.Rows)", "train, validation = d.rows(d.x.Rows-at, d.x.Rows), d.rows(0, d.x.Rows-at)"},
	{"patience one too many", "early_stopping.go", "c.wait >= c.Patience", "c.wait > c.Patience"},
	{"Huber's delta on the wrong side", "huber.go", "e <= delta", "e > delta"},
	{"He's variance as Glorot's", "initializer.go", `"he_normal", 2,`, `"he_normal", 1,`},
	{"the fused path with half the bias", "line_fit.go", "f.bias[0] = b - step*db", "f.bias[0] = b - step*db/2"},
	{"a smoothed label too sharp", "binary_crossentropy.go", "return y*(1-s) + 0.5*s", "return y*(1-s) + s"},
}

func main() {
	survivors, err := run()
	if err != nil {
		fmt.Fprintln(os.Stderr, "mutants:", err)
		os.Exit(1)
	}
	if survivors > 0 {
		fmt.Fprintf(os.Stderr, "mutants: %d of %d survive, want none\n", survivors, len(mutants))
		os.Exit(1)
	}
	fmt.Printf("all %d mutants are caught\n", len(mutants))
}

func run() (survivors int, err error) {
	folder, err := os.MkdirTemp("", "mutants")
	if err != nil {
		return 0, err
	}
	defer func() { _ = os.RemoveAll(folder) }()
	if err := os.CopyFS(filepath.Join(folder, "pkg", "nn"), os.DirFS("../pkg/nn")); err != nil {
		return 0, err
	}
	for _, name := range []string{"go.mod", "go.sum"} {
		text, err := os.ReadFile(filepath.Join("..", name))
		if err != nil {
			return 0, err
		}
		if err := os.WriteFile(filepath.Join(folder, name), text, 0o600); err != nil {
			return 0, err
		}
	}
	if err := os.CopyFS(filepath.Join(folder, "third_party"), os.DirFS("../third_party")); err != nil {
		return 0, err
	}
	if out, ok := test(folder); !ok {
		return 0, fmt.Errorf("the tests fail before any edit:\n%s", out)
	}
	for _, m := range mutants {
		path := filepath.Join(folder, "pkg", "nn", m.file)
		text, err := os.ReadFile(path)
		if err != nil {
			return 0, err
		}
		if n := strings.Count(string(text), m.from); n != 1 {
			return 0, fmt.Errorf("%s: %q stands %d times in %s, want once", m.what, m.from, n, m.file)
		}
		if err := os.WriteFile(path, []byte(strings.Replace(string(text), m.from, m.to, 1)), 0o600); err != nil {
			return 0, err
		}
		out, ok := test(folder)
		switch {
		case ok:
			survivors++
			fmt.Println("SURVIVES", m.what)
		case !strings.Contains(out, "--- FAIL") && !strings.Contains(out, "panic:"):
			return 0, fmt.Errorf("%s: no test ran:\n%s", m.what, out)
		default:
			fmt.Println("caught  ", m.what)
		}
		if err := os.WriteFile(path, text, 0o600); err != nil {
			return 0, err
		}
	}
	return survivors, nil
}

// test runs the package's tests in the copy.
func test(folder string) (output string, ok bool) {
	command := exec.Command("go", "test", "-vet=off", "-timeout=120s", "./pkg/nn")
	command.Dir = folder
	out, err := command.CombinedOutput()
	return string(out), err == nil
}
