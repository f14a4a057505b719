package paste

import (
	"slices"
	"strings"
	"testing"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/experiment/program"
)

func points(numbers ...float64) []experiment.Point {
	var all []experiment.Point
	for i := 0; i+1 < len(numbers); i += 2 {
		all = append(all, experiment.Point{X: experiment.Place{numbers[i]}, Y: numbers[i+1]})
	}
	return all
}

var (
	line3  = points(-1, -2, 0, 1, 1, 4, 2, 7, 3, 10, 4, 13) // y = 3x + 1
	lesson = experiment.Default().Points
	few    = points(-1, -3, 0, -1, 1, 1)
)

// pasted is a text with the points that it means, or how the question about it begins, ""
// for none.
type pasted struct {
	name, text string
	points     []experiment.Point
	asks       string
}

// pastes are what people copy: the points that it means, or what the page asks.
var pastes = []pasted{
	// The lesson's own two lines.
	{"codelab", "X: -1, 0, 1, 2, 3, 4\nY: -2, 1, 4, 7, 10, 13", line3, ""},
	{"codelab, no spaces", "X:-1,0,1,2,3,4\nY:-2,1,4,7,10,13\n", line3, ""},
	{"tuples without brackets", "x = -1, 0, 1, 2, 3, 4\nY = -2, 1, 4, 7, 10, 13", line3, ""},
	{"a name in a cell", "X,-1,0,1,2,3,4\nY,-2,1,4,7,10,13", line3, ""},
	{"a name and spaces", "x: -1 0 1 2 3 4\ny: -2 1 4 7 10 13", line3, ""},
	{"Unicode minus", "X: −1, 0, 1, 2, 3, 4\nY: −2, 1, 4, 7, 10, 13", line3, ""},
	{"one line", "X: -1, 0, 1 Y: -3, -1, 1", few, ""},
	{"one line, semicolon", "x: -1,0,1; y: -3,-1,1", few, ""},
	{"one line, spaces", "xs: -1.0 0.0 1.0, ys: -3.0 -1.0 1.0", few, ""},
	{"Celsius", "Celsius: -40, -10, 0\nFahrenheit: -40, 14, 32", points(-40, -40, -10, 14, 0, 32), ""},
	{"pairs of names", "x = -1, y = -3\nx = 0, y = -1\nx = 1, y = 1", few, ""},
	{"hours and scores", "Hours: 1, 2, 3, 4\nScore: 50, 55, 61, 68", points(1, 50, 2, 55, 3, 61, 4, 68), ""},
	{"names before numbers", "Week 1, 2, 3, 4\nSales 10, 20, 30, 40", points(1, 10, 2, 20, 3, 30, 4, 40), ""},
	{"a unit in the name", "Size (sq ft): 2104, 1600, 2400\nPrice ($): 400, 330, 369", points(2104, 400, 1600, 330, 2400, 369), ""},
	{"decimal commas after names", "X: -1,5; 0; 1,5\nY: -4; -1; 2", points(-1.5, -4, 0, -1, 1.5, 2), ""},
	{"units in the first row", "0 cm\t0 N\n1\t2\n2\t4", points(0, 0, 1, 2, 2, 4), ""},
	{"below names", "x =\n\n  -1 0 1\n\ny =\n\n  -3 -1 1\n", few, ""},
	{"Korean names", "공부 시간: 1, 2, 3\n점수: 50, 55, 61", points(1, 50, 2, 55, 3, 61), ""},

	// Printed by NumPy, TensorFlow, R, pandas.
	{"NumPy", "[-1.  0.  1.  2.  3.  4.]\n[-3. -1.  1.  3.  5.  7.]", lesson, ""},
	{"NumPy, two columns", "[[-1. -3.]\n [ 0. -1.]\n [ 1.  1.]]", few, ""},
	{"NumPy, broken lines", "[-1.  0.\n  1.  2.  3.  4.]\n[-3. -1.  1.  3.\n  5.  7.]", nil, "line 1"},
	{"NumPy, full lines", "[ 0.  1.  2.  3.  4.  5.  6.  7.  8.  9. 10. 11. 12. 13. 14. 15. 16. 17.\n 18. 19.]\n[ 0.  2.  4.  6.  8. 10. 12. 14. 16. 18. 20. 22. 24. 26. 28. 30. 32. 34.\n 36. 38.]", doubles(20), ""},
	{"repr", "array([-1.,  0.,  1.])\narray([-3., -1.,  1.])", few, ""},
	{"NumPy 2 scalars", "xs = [np.float64(-1.0), np.float64(0.0), np.float64(1.0)]\nys = [np.float64(-3.0), np.float64(-1.0), np.float64(1.0)]", few, ""},
	{"a tensor", "<tf.Tensor: shape=(3,), dtype=float32, numpy=array([-1.,  0.,  1.], dtype=float32)>\n<tf.Tensor: shape=(3,), dtype=float32, numpy=array([-3., -1.,  1.], dtype=float32)>", few, ""},
	{"tf.Tensor", "tf.Tensor([-1.  0.  1.], shape=(3,), dtype=float32)\ntf.Tensor([-3. -1.  1.], shape=(3,), dtype=float32)", few, ""},
	{"PyTorch", "tensor([[-1.],\n        [ 0.],\n        [ 1.]])\ntensor([[-3.],\n        [-1.],\n        [ 1.]])", few, ""},
	{"left out by NumPy", "[0. 1. 2. ... 7. 8. 9.]\n[0. 2. 4. ... 14. 16. 18.]", nil, "line 1, column 11: the text leaves numbers out"},
	{"knitr", "##   speed dist\n## 1     4    2\n## 2     4   10\n## 3     7    4", points(4, 2, 4, 10, 7, 4), ""},
	{"R", "  speed dist\n1     4    2\n2     4   10\n3     7    4", points(4, 2, 4, 10, 7, 4), ""},
	{"R vectors", "> x\n[1] -1  0  1\n> y\n[1] -3 -1  1", few, ""},
	{"pandas", "     x    y\n0 -1.0 -3.0\n1  0.0 -1.0\n2  1.0  1.0\n\n[3 rows x 2 columns]", few, ""},
	{"pandas, rows left out", "      x    y\n0  -1.0 -3.0\n1   0.0 -1.0\n..  ...  ...\n99  1.0  1.0", few, "choose"},
	{"a Markdown of pandas", "|    |   x |   y |\n|---:|----:|----:|\n|  0 |  -1 |  -3 |\n|  1 |   0 |  -1 |\n|  2 |   1 |   1 |", few, ""},

	// Tables of documents.
	{"Markdown", "| x | y |\n|---|---|\n| -1 | -3 |\n| 0 | -1 |\n| 1 | 1 |", few, ""},
	{"Markdown without outer bars", "x | y\n--- | ---\n-1 | -3\n0 | -1\n1 | 1", few, ""},
	{"psql", " x  | y  \n----+----\n -1 | -3\n  0 | -1\n  1 |  1\n(3 rows)", few, ""},
	{"LaTeX", "\\begin{tabular}{|c|c|}\n\\hline\nx & y \\\\ \\hline\n$-1$ & $-3$ \\\\\n0 & -1 \\\\\n1 & 1 \\\\\n\\hline\n\\end{tabular}", few, ""},
	{"LaTeX, decimal commas", "1{,}5 & 2{,}5 \\\\\n2{,}5 & 4{,}5 \\\\", points(1.5, 2.5, 2.5, 4.5), ""},
	{"HTML", "<table><tr><th>x</th><th>y</th></tr><tr><td>-1</td><td>-3</td></tr><tr><td>0</td><td>&minus;1</td></tr><tr><td>1</td><td>1</td></tr></table>", few, ""},
	{"HTML without names", "<tr><td>4</td><td>2</td></tr>\n<tr><td>5</td><td>3</td></tr>\n<tr><td>6</td><td>4</td></tr>", points(4, 2, 5, 3, 6, 4), ""},

	// More columns than two.
	{"an index without a name", ",YearsExperience,Salary\n0,1.2000000000000002,39344.0\n1,1.4000000000000001,46206.0\n2,1.6,37732.0\n3,2.1,43526.0", points(1.2000000000000002, 39344, 1.4000000000000001, 46206, 1.6, 37732, 2.1, 43526), ""},
	{"Mauna Loa", "# Mauna Loa\nyear,mean,unc\n1959,315.98,0.12\n1960,316.91,0.12\n1961,317.64,0.12", points(1959, 315.98, 1960, 316.91, 1961, 317.64), `choose ["year" "mean" "unc"]`},
	{"two rows of three", "1959,315.98,0.12\n1960,316.91,0.12", nil, "rows"},
	{"two rows with an index", "0,1.2,39344.0\n1,1.4,46206.0", nil, "rows"},
	{"words beside", "Name,Hours,Score\nKim,1,50\nLee,2,55\nPark,3,61", points(1, 50, 2, 55, 3, 61), ""},
	{"two rows of names", "Time,Distance\n(s),(m)\n0,0\n1,4.9\n2,19.6", points(0, 0, 1, 4.9, 2, 19.6), ""},
	{"years as names", "2019,2020\n5,6\n7,8", nil, "heading 2019, 2020"},
	{"a title above", "Sales of the shop\nWeek,Sales\n1,10\n2,20", points(1, 10, 2, 20), ""},
	{"quoted lines", "\"Hours\nof work\",Score\n1,50\n2,55\n3,61", points(1, 50, 2, 55, 3, 61), ""},
	{"R writes a CSV", "\"x\",\"y\"\n\"1\",-1,-3\n\"2\",0,-1\n\"3\",1,1", few, ""},
	{"a number missing", "Hours,Score\n1,50\n2,\n3,61\n4,68", points(1, 50, 3, 61, 4, 68), "choose"},

	// Money, thousands, percent, decimals of every culture.
	{"a sheet in dollars", "Size (sq ft)\tPrice\n2,104\t$399,900.00\n1,600\t$329,900.00\n2,400\t$369,000.00\n1,416\t$232,000.00", points(2104, 399900, 1600, 329900, 2400, 369000, 1416, 232000), ""},
	{"percent", "Share\tSales\n5%\t1 234\n7.5%\t2 345", nil, "percent 5%: 5, 7.5 or 0.05, 0.075"},
	{"no-break spaces", "Share\tSales\n5\t1\u00a0234\n7.5\t2\u202f345", points(5, 1234, 7.5, 2345), ""},
	{"German", "Fläche;Preis\n85,5;1.355,90\n120;2.410,00\n64,25;980,50", points(85.5, 1355.9, 120, 2410, 64.25, 980.5), ""},
	{"German thousands", "Jahr;Fälle\n1;950\n2;1.200\n3;1.450", nil, "decimal 1.200: 950, 1.2, 1.45 or 950, 1200, 1450"},
	{"thousands after tabs", "Jahr\tFälle\n1\t950\n2\t1.200\n3\t1.450", nil, "decimal 1.200"},
	{"French", "x;y\n1;10 237,65\n2;9 841,20", points(1, 10237.65, 2, 9841.2), ""},
	{"Swiss", "x;y\n1;1'450.50\n2;2’100.25", points(1, 1450.5, 2, 2100.25), ""},
	{"Indian", "x\ty\n1\t12,34,567\n2\t1,00,000", points(1, 1234567, 2, 100000), ""},
	{"a comma before three digits", "1\t400,000\n2\t500,000", nil, "decimal 400,000: 400000, 500000 or 400, 500"},
	{"decided by another column", "1.5\t400,000\n2.5\t500,000", points(1.5, 400000, 2.5, 500000), ""},
	{"points and commas", "x;y\n1.5;2,5\n2.5;3,5", nil, "line 2, column 2: “2,5” writes decimals another way"},
	{"commas between and within", "1,5, 2,5\n2,5, 3,5\n3,5, 4,5", nil, "decimal 1,5, 2,5: 1, 5, 2, 5 or 1.5, 2.5"},
	{"commas only", "1,5,2,5\n2,5,3,5\n3,5,4,5", nil, "choose"},
	{"accounts", "Month,Profit\n1,\"(1,234.50)\"\n2,\"2,345.00\"", points(1, -1234.5, 2, 2345), ""},
	{"won and euro", "월\t매출\n1\t₩1,200,000\n2\t₩950,000", points(1, 1200000, 2, 950000), ""},
	{"ten thousands", "평\t가격\n20\t3억\n30\t4.5억", points(20, 300000000, 30, 450000000), ""},
	{"k", "x\ty\n1\t1.2k\n2\t3.4k", nil, "factor 1.2k: 1200, 3400 or 1.2, 3.4"},
	{"units", "t\ts\n1 s\t4.9 m\n2 s\t19.6 m", points(1, 4.9, 2, 19.6), ""},
	{"another unit", "x\ty\n1\t5 km\n2\t500 m", nil, "line 3, column 2: “500 m” has another unit"},
	{"fractions", "x,y\n1/2,3\n3/4,4", points(0.5, 3, 0.75, 4), ""},
	{"vulgar fractions", "x\ty\n½\t1½\n1¼\t3", points(0.5, 1.5, 1.25, 3), ""},
	{"powers of ten", "x\ty\n1\t3×10^8\n2\t6·10⁸", points(1, 3e8, 2, 6e8), ""},
	{"Arabic digits", "٠;١٫٥\n١;٣", points(0, 1.5, 1, 3), ""},
	{"full-width commas", "１，２\n３，４", points(1, 2, 3, 4), ""},
	{"ideographic commas", "x、y\n1、2\n3、4", points(1, 2, 3, 4), ""},
	{"lines of a list", "- 1, 2\n- 3, 4", nil, "hyphen - 1, 2: 1, 2 or -1, 2"},
	{"a total", "Week,Sales\n1,10\n2,20\nTotal,30", nil, "line 4, column 1: “Total” is not a number"},
	{"wide years", "country,2019,2020\nKorea,5,6\nJapan,7,8", nil, "heading"},
	{"a comparison", "a,b\n<5,1\n6,2\n7,3", nil, "line 2, column 1: “<5” is not a number"},
	{"a range", "x\ty\n5-6\t1\n6-7\t2", nil, "line 2, column 1: “5-6” is not a number"},
	{"percent and none", "x\ty\n10%\t1\n0.2\t2", nil, "line 2, column 1: “10%” has another unit"},
	{"letters for digits", "x,y\n1,1O\n2,20", nil, "line 2, column 2: “1O” is not a number"},
	{"a raised digit", "x,y\n1,10²\n2,20", nil, "line 2, column 2: “10²” is not a number"},
	{"Devanagari digits", "०,१\n१,३\n९,५", points(0, 1, 1, 3, 9, 5), ""},
	{"without a unit", "x\ty\n1 (–)\t2 (–)\n2 (–)\t4 (–)", points(1, 2, 2, 4), ""},
	{"dates", "Date,Sales\n2024-01-05,10\n2024-01-06,20", nil, "line 2, column 1: “2024-01-05” is a date"},
	{"dates and two more", "Date,Hours,Score\n5.1.2024,1,10\n6.1.2024,2,20", points(1, 10, 2, 20), ""},

	// Programs, JSON, calculators.
	{"JSON records", `[{"x": -1, "y": -3}, {"x": 0, "y": -1}, {"x": 1, "y": 1}]`, few, ""},
	{"JSON with null", `[{"Name": "chevrolet", "Horsepower": 130, "Miles_per_Gallon": 18},
 {"Name": "buick", "Horsepower": 165, "Miles_per_Gallon": 15},
 {"Name": "ford maverick", "Horsepower": null, "Miles_per_Gallon": 21}]`, points(130, 18, 165, 15), "choose"},
	{"JSON columns", `{"x": [-1, 0, 1], "y": [-3, -1, 1]}`, few, ""},
	{"JSON pairs", `[[-1, -3], [0, -1], [1, 1]]`, few, ""},
	{"JSON arrays", `[[-1, 0, 1, 2, 3, 4], [-3, -1, 1, 3, 5, 7]]`, lesson, ""},
	{"JSON of pandas", `{"x":{"0":-1,"1":0,"2":1},"y":{"0":-3,"1":-1,"2":1}}`, few, ""},
	{"JSON split", `{"columns":["x","y"],"index":[0,1,2],"data":[[-1,-3],[0,-1],[1,1]]}`, few, ""},
	{"NDJSON", "{\"x\": -1, \"y\": -3}\n{\"x\": 0, \"y\": -1}\n{\"x\": 1, \"y\": 1}\n", few, ""},
	{"Chart.js", "[{x: -1, y: -3}, {x: 0, y: -1}, {x: 1, y: 1}]", few, ""},
	{"Vega-Lite", `{"data": {"values": [{"a": -1, "b": -3}, {"a": 0, "b": -1}, {"a": 1, "b": 1}]}}`, few, ""},
	{"Plotly", `[{"x": [-1, 0, 1], "y": [-3, -1, 1], "type": "scatter"}]`, few, ""},
	{"TensorFlow.js", "const xs = tf.tensor2d([-1, 0, 1], [3, 1]); const ys = tf.tensor2d([-3, -1, 1], [3, 1]);", few, ""},
	{"two tensors", "const xs = tf.tensor2d([-1, 0, 1, 2, 3, 4], [6, 1]);\nconst ys = tf.tensor2d([-3, -1, 1, 3, 5, 7], [6, 1]);\n", lesson, ""},
	{"a dict", "data = {'x': [-1, 0, 1], 'y': [-3, -1, 1]}", few, ""},
	{"a frame", "df = pd.DataFrame({'x': [-1, 0, 1], 'y': [-3, -1, 1]})", few, ""},
	{"a pair of names", "xs, ys = [-1, 0, 1], [-3, -1, 1]", few, ""},
	{"a shape", "xs = np.array([[-1], [0], [1]], dtype=np.float32)\nys = np.array([-3, -1, 1]).reshape((-1, 1))", few, ""},
	{"pairs by a shape", "data = np.array([-1, -3, 0, -1, 1, 1]).reshape(3, 2)", few, ""},
	{"R lists", "x <- c(-1, 0, 1)\ny <- c(-3, -1, 1)", few, ""},
	{"R frame", "data.frame(x = c(-1, 0, 1), y = c(-3, -1, 1))", few, ""},
	{"MATLAB", "x = [-1 0 1];\ny = [-3 -1 1];", few, ""},
	{"MATLAB columns", "x = [-1; 0; 1]\ny = [-3; -1; 1]'", few, ""},
	{"MATLAB matrix", "A = [-1 -3; 0 -1; 1 1]", few, ""},
	{"TI", "{-1,0,1}→L1\n{-3,-1,1}→L2", few, ""},
	{"TI names", "L1={-1,0,1}\nL2={-3,-1,1}", few, ""},
	{"GeoGebra", "{(-1,-3), (0,-1), (1,1)}", few, ""},
	{"GeoGebra points", "A = (-1, -3)\nB = (0, -1)\nC = (1, 1)", few, ""},
	{"two GeoGebra points", "A=(1, 2)\nB=(3, 5)", points(1, 2, 3, 5), ""},
	{"lines of pairs", "[\"x\", \"y\"]\n[-1, -3]\n[0, -1]\n[1, 1]", few, ""},
	{"GeoGebra list", "list1 = {(-1,-3), (0,-1), (1,1)}", few, ""},
	{"Desmos", "x_1=\\left[-1,0,1\\right]\ny_1=\\left[-3,-1,1\\right]", few, ""},
	{"Go", "xs := []float64{-1, 0, 1}\nys := []float64{-3, -1, 1}", few, ""},
	{"Java", "double[] xs = {-1, 0, 1};\ndouble[] ys = {-3, -1, 1};", few, ""},
	{"C++", "std::vector<double> xs = {-1, 0, 1};\nstd::vector<double> ys = {-3, -1, 1};", few, ""},
	{"PHP", "$x = array(-1, 0, 1);\n$y = array(-3, -1, 1);", few, ""},
	{"Kotlin", "val xs = listOf(-1.0, 0.0, 1.0)\nval ys = listOf(-3.0, -1.0, 1.0)", few, ""},
	{"Rust", "let xs = vec![-1.0, 0.0, 1.0];\nlet ys = vec![-3.0, -1.0, 1.0];", few, ""},
	{"Swift", "let xs: [Double] = [-1, 0, 1]\nlet ys: [Double] = [-3, -1, 1]", few, ""},
	{"a prompt", ">>> xs = [-1, 0, 1]\n>>> ys = [-3, -1, 1]", few, ""},
	{"a fence", "```python\nxs = [-1, 0, 1]\nys = [-3, -1, 1]\n```", few, ""},
	{"a third list", "xs = [-1, 0, 1]\nys = [-3, -1, 1]\nzs = [1, 2, 3]", few, `choose ["xs" "ys" "zs"]`},
	{"test data beside", "x_train = [-1, 0, 1]\ny_train = [-3, -1, 1]\nx_test = [5]\ny_test = [9]", few, "choose"},
	{"changed after", "x = [1, 2, 3]\ny = [2, 4, 6]\ny[0] = 100", nil, "line 3"},
	{"more added", "x = [1, 2, 3]\ny = [2, 4, 6]\ny.append(8)\nx.append(4)", nil, "line 3"},
	{"JavaScript adds", "const x = [1, 2, 3]; x.push(4); const y = [2, 4, 6, 8];", nil, "line 1, column 22"},
	{"a model after them", "xs = [-1, 0, 1]\nys = [-3, -1, 1]\nmodel.fit(xs, ys)", few, "choose"},
	{"computed", "import numpy as np\nxs = np.array([-1.0, 0.0, 1.0])\nys = 2 * xs - 1", few, ""},
	{"the lesson", theLesson, lesson, ""},
	{"a notebook", `{"nbformat": 4, "nbformat_minor": 0, "metadata": {}, "cells": [
 {"cell_type": "markdown", "metadata": {}, "source": ["# Hello World"]},
 {"cell_type": "code", "metadata": {}, "execution_count": null, "outputs": [], "source": [
  "import keras\n", "import numpy as np\n", "xs = np.array([-1.0, 0.0, 1.0])\n", "ys = 2*xs - 1\n"]},
 {"cell_type": "code", "metadata": {}, "execution_count": null, "outputs": [], "source": "model = keras.Sequential([keras.Input(shape=(1,)), keras.layers.Dense(1)])\nmodel.compile('sgd', 'mse')\nmodel.fit(xs, ys, epochs=500)"}]}`, few, ""},
}

const theLesson = `import tensorflow as tf
import numpy as np
from tensorflow import keras

model = tf.keras.Sequential([tf.keras.layers.Dense(units=1, input_shape=[1])])
model.compile(optimizer='sgd', loss='mean_squared_error')

xs = np.array([-1.0, 0.0, 1.0, 2.0, 3.0, 4.0], dtype=float)
ys = np.array([-3.0, -1.0, 1.0, 3.0, 5.0, 7.0], dtype=float)

model.fit(xs, ys, epochs=500)
print(model.predict([10.0]))
`

func doubles(n int) []experiment.Point {
	var all []experiment.Point
	for i := range n {
		all = append(all, experiment.Point{X: experiment.Place{float64(i)}, Y: float64(2 * i)})
	}
	return all
}

// TestWhatPeopleCopy: the points are those that are meant, or the page asks.
func TestWhatPeopleCopy(t *testing.T) {
	for _, c := range slices.Concat(pastes, siblings, kinds) {
		table, p := Read(c.text, program.Direct{})
		got := ""
		switch {
		case p != nil:
			got = p.Error()
			checkProblem(t, p)
		case !table.Settled():
			got = asks(table)
		}
		if c.asks == "" && got != "" || !strings.HasPrefix(got, c.asks) || got != "" && c.asks == "" {
			t.Errorf("%s: %q asks %q, want %q", c.name, c.text, got, c.asks)
			continue
		}
		if c.points == nil {
			continue
		}
		if points, _, p := table.Points(table.X, table.X2, table.Y); p != nil || !slices.Equal(points, c.points) {
			t.Errorf("%s: %q has the points %v, %v, want %v", c.name, c.text, points, p, c.points)
		}
	}
	if len(pastes)+len(siblings) < 120 {
		t.Errorf("%d pastes, want 120 at least", len(pastes)+len(siblings))
	}
}
