package paste

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/experiment/program"
)

// three is what most of the forms below write.
var three = []experiment.Point{{X: experiment.Place{-1}, Y: -3}, {X: experiment.Place{0}, Y: -1}, {X: experiment.Place{1.5}, Y: 2}}

// goodPastes is every form that Points reads, of the same three points.
var goodPastes = map[string]string{
	"CSV":                      "-1,-3\n0,-1\n1.5,2\n",
	"CSV, spaces":              "-1, -3\n 0, -1\n1.5 , 2",
	"CSV, header":              "x,y\n-1,-3\n0,-1\n1.5,2\n",
	"CSV, header swapped":      "y,x\n-3,-1\n-1,0\n2,1.5\n",
	"CSV, quoted":              "\"x\",\"y\"\n\"-1\",\"-3\"\n\"0\",\"-1\"\n\"1.5\",\"2\"\n",
	"CSV, quoted commas":       "\"-1,0\",\"-3,0\"\n0,-1\n\"1,5\",\"2,0\"\n",
	"CSV, quoted header":       "\"say \"\"x\"\"\",\"price, USD\"\n-1,-3\n0,-1\n1.5,2\n",
	"CSV, empty ends":          "-1,-3,\n0,-1,,\n1.5,2,\n",
	"CSV, CRLF and BOM":        "\ufeffx,y\r\n-1,-3\r\n0,-1\r\n1.5,2\r\n",
	"CSV, old Mac":             "-1,-3\r0,-1\r1.5,2",
	"CSV, blank and comments":  "# my data\n\n-1,-3 # first\n   \n\t\n0,-1\n  # then\n1.5,2",
	"TSV":                      "-1\t-3\n0\t-1\n1.5\t2\n",
	"TSV, decimal commas":      "Temp, C\tTemp, F\n-1,0\t-3,0\n0\t-1\n1,5\t2\n",
	"semicolons":               "x;y\n-1;-3\n0;-1\n1.5;2\n",
	"semicolons, commas":       "-1,0;-3,0\n0,0;-1,0\n1,5;2,0\n",
	"CSV, columns from and to": "from,to\n-1,-3\n0,-1\n1.5,2\n",
	"sep of Excel":             "sep=;\r\nx;y\r\n-1,0;-3,0\r\n0;-1\r\n1,5;2\r\n",
	"sep saved again":          "\ufeff\"sep=,\",\nx,y\n-1,-3\n0,-1\n1.5,2\n",
	"sep of a tab":             "SEP=\t\n-1\t-3\n0\t-1\n1,5\t2\n",
	"spaces":                   "-1 -3\n0   -1\n  1.5\u00a0 2  \n",
	"spaces, header":           "x y\n-1 -3\n0 -1\n1.5 2",
	"spaces, decimal commas":   "x y\n-1,0 -3,0\n0 -1\n1,5 2\n",
	"minus signs, full width":  "−1,−3\n０,－1\n1．5,2\n",
	"two rows, named":          "x\t-1\t0\t1,5\ny\t-3\t-1\t2\n",
	"two rows, swapped":        "ys -3 -1 2\nxs -1 0 1.5",
	"Python":                   "xs = [-1, 0, 1.5]\nys = [-3, -1, 2]",
	"Python, NumPy":            "import numpy as np\nxs = np.array([-1.0, 0.0, 1.5], dtype=float)\nys = np.array([-3.0, -1.0, 2.0], dtype=float)\n",
	"Python, other order":      "y = [-3, -1, 2,]\nx=[-1,0,1.5]",
	"Python, one line":         "x = [-1, 0, 1.5]; y = [-3, -1, 2]",
	"Python, train names":      "y_train = np.array([-3, -1, 2])\nX_train = np.array([[-1], [0], [1.5]])",
	"Python, own names":        "celsius = (-1, 0, 1.5)\nfahrenheit = (-3, -1, 2)",
	"Python, one own name":     "labels = [-3, -1, 2]\nxs = [-1, 0, 1.5]",
	"Python, unnamed":          "[-1, 0, 1.5], [-3, -1, 2]",
	"Python, pairs":            "[[-1, -3], [0, -1], [1.5, 2]]",
	"Python, named pairs":      "data = np.array([(-1, -3), (0, -1), (1.5, 2)])",
	"Python, points":           "(-1, -3), (0, -1), (1.5, 2)",
	"Python, points in rows":   "(-1, -3)\n(0, -1)\n(1.5, 2)\n",
	"Python, over lines":       "xs = np.array([ # in degrees\n  -1,\n  0,\n  1.5,\n],\n  dtype = np.float32)\nys = \\\n [-3, -1,\n 2]",
	"Python, reshaped":         "xs = np.array([-1, 0, 1.5]).reshape(-1, 1).astype('float32')\nys = tf.constant([[-3], [-1], [2]])",
	"Python, typographic sign": "xs = [−1, 0, 1.5]\nys = [−3, −1, 2]",
}

// Points reads a text that nobody need be asked about.
func Points(text string) ([]experiment.Point, *experiment.Problem) {
	table, p := Read(text, program.Direct{})
	if p != nil {
		return nil, p
	}
	if !table.Settled() {
		return nil, experiment.NewProblem("asks", "text", asks(table))
	}
	points, _, p := table.Points(table.X, table.X2, table.Y)
	return points, p
}

// asks is what the page would ask about a table.
func asks(t Table) string {
	if q := t.Question; q != nil {
		return q.Kind + " " + q.Text + ": " + q.Readings[0] + " or " + q.Readings[1]
	}
	var names []string
	for _, i := range t.Choices() {
		names = append(names, t.Columns[i].Name)
	}
	text := fmt.Sprintf("choose %q", names)
	for _, note := range t.Notes {
		text += "; " + note.Error()
	}
	points, left, p := t.Points(t.X, t.X2, t.Y)
	return fmt.Sprintf("%s; %d points, %d left, %v: %v", text, len(points), left, p, points)
}

func TestPoints(t *testing.T) {
	for name, text := range goodPastes {
		got, p := Points(text)
		if p != nil || !slices.Equal(got, three) {
			t.Errorf("%s: Points(%q) = %v, %v, want %v", name, text, got, p, three)
		}
	}
}

func TestPointsReadsTheLesson(t *testing.T) {
	text := `xs = np.array([-1.0, 0.0, 1.0, 2.0, 3.0, 4.0], dtype=float)
ys = np.array([-3.0, -1.0, 1.0, 3.0, 5.0, 7.0], dtype=float)`
	got, p := Points(text)
	if want := experiment.Default().Points; p != nil || !slices.Equal(got, want) {
		t.Errorf("Points(the lesson) = %v, %v, want %v", got, p, want)
	}
}

// badPastes is what Points reports, and how.
var badPastes = []struct{ text, want string }{
	{"", "no points: give at least 2, one “x, y” a line"},
	{"# nothing\n\n", "no points: give at least 2, one “x, y” a line"},
	{"1,2", "1 point is too few, since many lines pass through it: give at least 2"},
	{"hello", "line 1, column 1: “hello” is not a number: write digits, such as 2, -0.5 or 1e-3"},
	{"1,2,x", "line 1, column 3: “x” is not a number: write digits, such as 2, -0.5 or 1e-3"},
	{"1,2\n1,2,x", "line 2, column 3: “x” is one value more than the 2 that other rows have: remove it, or give every row as many"},
	{"1,2\n\n# two\n3,nan", "line 4, column 2: “nan” is not a number: write digits, such as 2, -0.5 or 1e-3"},
	{"nan,nan\n1,2", "line 1, column 1: “nan” is not a number: write digits, such as 2, -0.5 or 1e-3"},
	{"x,1\n1,2", "line 1, column 1: “x” is not a number: write digits, such as 2, -0.5 or 1e-3"},
	{"1,2\n3", "line 2, column 2: “3” stands alone in its row, and a point needs x and y: write both"},
	{"1,2\n3,4\nMy data", "line 3, column 2: “My data” stands alone in its row, and a point needs x and y: write both"},
	{"1,2\n,4", "line 2, column 1: a number is missing: type one, such as 2 or -0.5"},
	{"1,2\n3,", "line 2, column 2: a number is missing: type one, such as 2 or -0.5"},
	{"xs\n1\n2\n3", "3 values of x, but none of y: add a column, or a second list of as many values"},
	{"1 2 3 4", "4 values of x, but none of y: add a column, or a second list of as many values"},
	{"1 2 3\n4 5 6 7", "3 values of x but 4 of y: give one y for every x"},
	{"1,2\n1,1e400", "line 2, column 2: “1e400” is out of range: use a number from -1000000000000 to 1000000000000"},
	{"1\t#N/A\n2\t3", "line 1, column 2: “#N/A” is not a number: write digits, such as 2, -0.5 or 1e-3"},
	{"1\t2.5\n2\t3,5", "line 2, column 2: “3,5” writes decimals another way than the numbers before it: use only points, or only commas, and nothing between thousands"},
	{"1,2\n\"3,4", "line 2, column 1: the quote that opens “3,4” is never closed: close it, or remove it"},
	{"xs = [1, 2, 3]", "3 values of x, but none of y: add a column, or a second list of as many values"},
	{"ys = [1, 2, 3]", "3 values of y, but none of x: add a column, or a second list of as many values"},
	{"[[1], [2]]", "2 values of x, but none of y: add a column, or a second list of as many values"},
	{"xs = [1, 2, 3]\nys = [1, 2]", "3 values of x but 2 of y: give one y for every x"},
	{"xs = [1, two]\nys = [1, 2]", "line 1, column 10: “two” is not a number: write digits, such as 2, -0.5 or 1e-3"},
	{"xs = [1, 2]\nys = [1,\n  nan]", "line 3, column 3: “nan” is not a number: write digits, such as 2, -0.5 or 1e-3"},
	{"xs = [1,, 2]", "line 1, column 9: a number is missing: type one, such as 2 or -0.5"},
	{"xs = [1, 2\nys = [3, 4]", "line 2, column 1: “ys = [3, 4]” is not expected here: write , ]"},
	{"xs = [1, 2", "line 1, column 11: “” is not expected here: write , ]"},
	{"xs = 5", "line 1, column 6: “5” is not a list of numbers: write [1, 2, 3] or np.array([1, 2, 3])"},
	{"xs = np.linspace(0, 1, 5)", "line 1, column 6: “np.linspace(0, 1, 5)” is not a list of numbers: write [1, 2, 3] or np.array([1, 2, 3])"},
	{"xs = np.array(5)", "line 1, column 6: “np.array(5)” is not a list of numbers: write [1, 2, 3] or np.array([1, 2, 3])"},
	{"xs = [1, 2]\nys = 2 * xs", "line 2, column 6: “2 * xs” is not a list of numbers: write [1, 2, 3] or np.array([1, 2, 3])"},
	{"xs = [1, 2] * 3", "line 1, column 13: “* 3” is not expected here: write , [ ("},
	{"xs = [1, 2].sum()", "line 1, column 13: “sum()” is not expected here: write reshape(-1, 1)"},
	{"xs = np.array([1, 2] + 3)", "line 1, column 22: “+ 3)” is not expected here: write )"},
	{"xs = [1, 2]\nxs = [3, 4]", "line 2, column 7: “xs” gives xs a second time: keep one"},
	{"[[1, 2], [3, 4, 5]]", "line 1, column 17: “5” is one value more than the 2 that other rows have: remove it, or give every row as many"},
	{"[[1, 2], 3]", "line 1, column 1: the list has numbers and lists in it: write one list of numbers for x and one for y, or a list of pairs"},
	{"[1, [2]]", "2 values of x, but none of y: add a column, or a second list of as many values"},
	{"[[[1]]]", "1 values of x, but none of y: add a column, or a second list of as many values"},
	{"[[], []]", "no points: give at least 2, one “x, y” a line"},
	{"xs = []\nys = []", "no points: give at least 2, one “x, y” a line"},
}

func TestPointsReports(t *testing.T) {
	for _, test := range badPastes {
		got, p := Points(test.text)
		if p == nil || p.Error() != test.want {
			t.Errorf("Points(%q) = %v, %v, want %q", test.text, got, p, test.want)
			continue
		}
		checkProblem(t, p)
	}
}

func TestPointsKeepsItsLimits(t *testing.T) {
	line := "1.5,2.5\n"
	if got, p := Points(strings.Repeat(line, experiment.MaxPoints)); p != nil || len(got) != experiment.MaxPoints {
		t.Errorf("Points(%d rows) = %d points, %v", experiment.MaxPoints, len(got), p)
	}
	table, p := Read(strings.Repeat(line, 2*experiment.MaxPoints), program.Direct{})
	if p != nil || table.Settled() || len(table.Notes) != 1 || table.Notes[0].Code != "rows_thinned" || table.Rows != experiment.MaxPoints {
		t.Errorf("Read(%d rows) = %d rows, %v, %v, want %d, and to be told", 2*experiment.MaxPoints, table.Rows, table.Notes, p, experiment.MaxPoints)
	}
	_, p = Points(strings.Repeat("#", experiment.MaxPaste+1))
	if want := "the text has 524289 bytes, more than the 524288 that are read: paste fewer rows"; p == nil || p.Error() != want {
		t.Errorf("Points(512 KiB + 1): %v, want %q", p, want)
	}
}

// Texts that a careless reader takes quadratic time or a deep stack for.
func TestPointsIsLinear(t *testing.T) {
	for _, unit := range []string{"[", "(", "\"", "\"\"", "a", "=", "x=[", "np.array(", "import\n", ",", ";", "1 ", "1\t", "\n", "#\n", "9", "1,\n", "[1],", "x=[1]\n", "\\\n", "{"} {
		if _, p := Points(strings.Repeat(unit, experiment.MaxPaste/len(unit))); p == nil {
			t.Errorf("Points(%q repeated) reports nothing", unit)
		}
	}
}

func TestPointsReadsWhatASpreadsheetCopies(t *testing.T) {
	var text strings.Builder
	var want []experiment.Point
	for i := range 200 {
		p := experiment.Point{X: experiment.Place{float64(i) / 10}, Y: 2*float64(i)/10 - 1}
		want = append(want, p)
		cells := experiment.FormatNumber(p.X[0]) + "\t" + experiment.FormatNumber(p.Y)
		text.WriteString(strings.ReplaceAll(cells, ".", ",") + "\r\n")
	}
	if got, p := Points(text.String()); p != nil || !slices.Equal(got, want) {
		t.Errorf("Points(200 rows with decimal commas) = %d points, %v", len(got), p)
	}
}

func TestPointsReadsAnyPointsInAnyForm(t *testing.T) {
	forms := map[string]func([]experiment.Point) string{
		"CSV": func(points []experiment.Point) string { return rows(points, ",", "\n") },
		"TSV": func(points []experiment.Point) string { return "x\ty\r\n" + rows(points, "\t", "\r\n") },
		";":   func(points []experiment.Point) string { return rows(points, " ; ", "\n") },
		"Python": func(points []experiment.Point) string {
			return "points = np.array([[" + strings.TrimSuffix(rows(points, ", ", "],\n ["), ",\n [") + "], dtype=float)"
		},
	}
	rapid.Check(t, func(t *rapid.T) {
		points := drawPoints(t)
		for name, form := range forms {
			if got, p := Points(form(points)); p != nil || !slices.Equal(got, points) {
				t.Errorf("%s: Points(%q) = %v, %v, want %v", name, form(points), got, p, points)
			}
		}
	})
}

func rows(points []experiment.Point, delimiter, end string) string {
	var b strings.Builder
	for _, p := range points {
		b.WriteString(experiment.FormatNumber(p.X[0]) + delimiter + experiment.FormatNumber(p.Y) + end)
	}
	return b.String()
}

// drawPoints draws valid data.
func drawPoints(t *rapid.T) []experiment.Point {
	number := rapid.OneOf(
		rapid.Float64Range(-experiment.MaxAbs, experiment.MaxAbs),
		rapid.Map(rapid.IntRange(-1000, 1000), func(n int) float64 { return float64(n) / 10 }),
	)
	return rapid.SliceOfN(rapid.Custom(func(t *rapid.T) experiment.Point {
		return experiment.Point{X: experiment.Place{number.Draw(t, "x")}, Y: number.Draw(t, "y")}
	}), experiment.MinPoints, 30).Draw(t, "points")
}

// TestAWorkbookIsRead: dates are no numbers, and two columns of numbers beside them are
// the points.
func TestAWorkbookIsRead(t *testing.T) {
	data, err := os.ReadFile("workbook/testdata/hours.xlsx")
	if err != nil {
		t.Fatal(err)
	}
	got, p := Points(string(data))
	if want := points(1.5, 50, 2, 55.25, 3, 61); p != nil || !slices.Equal(got, want) {
		t.Errorf("the workbook has the points %v, %v, want %v", got, p, want)
	}
	if _, p := Read(string(data[:len(data)/2]), program.Direct{}); p == nil || p.Code != "workbook_unreadable" {
		t.Errorf("half of a workbook has the problem %v", p)
	}
}
