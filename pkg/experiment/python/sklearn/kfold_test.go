package sklearn_test

import "testing"

// TestKFold: the folds are those of scikit-learn 1.9.1.
func TestKFold(t *testing.T) {
	const head = "from sklearn.model_selection import KFold\nimport numpy as np\n"
	for program, want := range map[string]string{
		"for a, b in KFold(3, shuffle=True, random_state=0).split(np.arange(10)):\n    print(a, b)\n": "[0 1 3 5 6 7] [2 4 8 9]\n[0 2 3 4 5 8 9] [1 6 7]\n[1 2 4 6 7 8 9] [0 3 5]\n",
		"for a, b in KFold(4).split(np.arange(10)):\n    print(a, b)\n":                               "[3 4 5 6 7 8 9] [0 1 2]\n[0 1 2 6 7 8 9] [3 4 5]\n[0 1 2 3 4 5 8 9] [6 7]\n[0 1 2 3 4 5 6 7] [8 9]\n",
		"print(KFold().get_n_splits())\n":                                                             "5\n",
	} {
		if got, _ := run(t, head+program); got != want {
			t.Errorf("%s prints %q, want %q", program, got, want)
		}
	}
}
