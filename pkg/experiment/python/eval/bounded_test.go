package eval_test

import (
	"testing"

	"firstneuron/pkg/experiment/python"
	"firstneuron/pkg/experiment/python/eval"
)

// TestWorkOnLargeValuesIsCounted: what goes through a whole list or a whole text takes
// steps as that is long, so that a loop around it comes to the limit and not to a page
// that stands still.
func TestWorkOnLargeValuesIsCounted(t *testing.T) {
	const most = 60 // passes
	for name, c := range map[string]struct{ begin, each string }{
		"any":                 {"a=[0]*900000", "any(a)"},
		"all":                 {"a=[1]*900000", "all(a)"},
		"del":                 {"a=[0]*900000", "del a[0]"},
		"pop":                 {"a=[0]*900000", "a.pop(0)"},
		"in a list":           {"a=[0]*900000", "1 in a"},
		"in a text":           {"a='a'*900000", "'ab' in a"},
		"equal texts":         {"a='a'*400000\nb='a'*400000", "a==b"},
		"length of a text":    {"a='é'*400000", "len(a)"},
		"a text as a key":     {"a='a'*800000\nd={}", "d[a]=1"},
		"a tuple as a key":    {"a=(1,)*400000\nd={}", "d[a]=1"},
		"set":                 {"a=[7]*400000", "set(a)"},
		"set of a dictionary": {"a={i:i for i in range(20000)}", "a.update(a)"},
		"star":                {"a=[0]*400000\ndef f(*a): pass", "f(*a)"},
		"unpacking":           {"a=[0]*400000", "b,*c=a"},
	} {
		text := c.begin + "\nn=0\nfor i in range(50000):\n  " + c.each + "\n  n=i\n"
		file, problem := python.Parse(text)
		if problem != nil {
			t.Errorf("%s: %v", name, problem)
			continue
		}
		run := eval.Run(text, file, eval.Config{})
		n, ok := run.Globals["n"].(eval.Int)
		if !ok || n.V > most {
			t.Errorf("%s: %v passes", name, run.Globals["n"])
		}
	}
}

// TestTuplesAreKeys, each another, however deep and long.
func TestTuplesAreKeys(t *testing.T) {
	text := "d={((1,2),3):'a', ((4,5),3):'b', (None,):'c', (True,None):'d', ('1',):'e', (1,):'f', (len,):'g', (max,):'h'}\nn=len(d)\n" +
		"x=d[((4,5),3)]+d[((1,2),3)]+d[(None,)]+d[(1.0,)]+d[('1',)]+d[(max,)]\n" + "y=((1,)*1000) in {(1,)*1000: 1}\n"
	file, _ := python.Parse(text)
	run := eval.Run(text, file, eval.Config{})
	if n, _ := run.Globals["n"].(eval.Int); n.V != 8 {
		t.Errorf("%v keys, want 8", run.Globals["n"])
	}
	if x, _ := run.Globals["x"].(eval.Str); x.V != "bacfeh" {
		t.Errorf("the values are %v, want bacfeh", run.Globals["x"])
	}
	if y, _ := run.Globals["y"].(eval.Bool); !y.V {
		t.Error("a tuple of a thousand is not found")
	}
}
