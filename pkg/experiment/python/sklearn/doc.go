// Package sklearn is what first programs use of scikit-learn, for package eval:
// train_test_split, KFold, StandardScaler, MinMaxScaler, LinearRegression, the errors of
// regression as metrics, utils.shuffle, and of its sets of data make_moons,
// make_circles, make_blobs, make_regression and load_iris.
//
// A split or a set with a random_state is the very same as scikit-learn's. A fit's numbers
// are scikit-learn's but for the last digits, since LAPACK sums in an order of its
// own. Errors are in scikit-learn's own words; what it has besides lacks.
//
// Source: scikit-learn.org/stable/api; what version 1.9 answers is recorded in
// ../numpy/testdata.
package sklearn

import (
	"errors"
	"strings"
	"sync"

	"firstneuron/pkg/experiment/python/eval"
)

// Module is scikit-learn. It is the same for every run.
func Module() *eval.Module { return module() }

var module = sync.OnceValue(func() *eval.Module {
	return &eval.Module{Name: "sklearn", Members: map[string]eval.Value{
		"__version__": eval.Str{V: "1.9.1"},
		"datasets": &eval.Module{Name: "sklearn.datasets", Members: map[string]eval.Value{
			"make_moons":      function("make_moons", makeMoons),
			"make_circles":    function("make_circles", makeCircles),
			"make_blobs":      function("make_blobs", makeBlobs),
			"make_regression": function("make_regression", makeRegression),
			"load_iris":       function("load_iris", loadIris),
		}},
		"model_selection": &eval.Module{Name: "sklearn.model_selection", Members: map[string]eval.Value{
			"train_test_split": function("train_test_split", trainTestSplit),
			"KFold":            function("KFold", newKFold),
		}},
		"preprocessing": &eval.Module{Name: "sklearn.preprocessing", Members: map[string]eval.Value{
			"StandardScaler": function("StandardScaler", newStandardScaler),
			"MinMaxScaler":   function("MinMaxScaler", newMinMaxScaler),
		}},
		"linear_model": &eval.Module{Name: "sklearn.linear_model", Members: map[string]eval.Value{
			"LinearRegression": function("LinearRegression", newLinearRegression),
		}},
		"metrics": &eval.Module{Name: "sklearn.metrics", Members: map[string]eval.Value{
			"mean_squared_error":      function("mean_squared_error", meanError("mean_squared_error")),
			"root_mean_squared_error": function("root_mean_squared_error", meanError("root_mean_squared_error")),
			"mean_absolute_error":     function("mean_absolute_error", meanError("mean_absolute_error")),
			"max_error":               function("max_error", meanError("max_error")),
			"r2_score":                function("r2_score", r2Score),
		}},
		"utils": &eval.Module{Name: "sklearn.utils", Members: map[string]eval.Value{
			"shuffle": function("shuffle", shuffle),
		}},
	}}
})

// function is one of scikit-learn's, which check their arguments themselves: their
// error of an unknown one does not begin with their name.
func function(name string, fn func(t *eval.Thread, args *eval.Args) (eval.Value, error)) *eval.Builtin {
	return eval.NewBuiltin(name, func(t *eval.Thread, args *eval.Args) (eval.Value, error) {
		v, err := fn(t, args)
		var raised *eval.Exception
		if errors.As(err, &raised) && raised.Type == "TypeError" && strings.ToLower(name) == name {
			raised.Message = strings.TrimPrefix(raised.Message, name+"() got an unexpected")
			if strings.HasPrefix(raised.Message, " keyword") {
				raised.Message = "got an unexpected" + raised.Message
			}
		}
		return v, err
	})
}
