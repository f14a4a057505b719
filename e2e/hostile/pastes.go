package hostile

import (
	"strings"

	"firstneuron/pkg/experiment"
)

// Pastes are texts for the box that takes data.
func Pastes() []Input {
	all := []Input{
		{"one number", "5"},
		{"one point", "1,2"},
		{"too few cells", "1,2\n3"},
		{"too many cells", "1,2,3\n4,5,6"},
		{"a word in a cell", "1,2\n3,four"},
		{"heads alone", "x,y"},
		{"heads of objects", "__proto__,constructor\n1,2\n3,4"},
		{"heads of markup", Markup + "," + Markup + "\n1,2\n3,4"},
		{"open quote", "\"1,2\n3,4"},
		{"quotes in quotes", `"1""2","3"` + "\n" + `"","" `},
		{"quoted lines", "\"1\n\",\"2\n\"\n3,4"},
		{"ends of lines", "1,2\r3,4\r\n5,6\n\r7,8\u20289,10"},
		{"tabs and commas", "1\t2\n3,4\n5;6"},
		{"decimal commas", "1,5;2,5\n3.5;4.5"},
		{"commas only", ",,,\n,,,"},
		{"semicolons only", strings.Repeat(";", 1000)},
		{"brackets", strings.Repeat("[", 5000)},
		{"closed brackets", strings.Repeat("[", 5000) + strings.Repeat("]", 5000)},
		{"list", "[1, 2, 3]"},
		{"lists", "xs = [1, 2, 3]\nys = [1, 2]"},
		{"list of lists", "[[1, 2], [3, 4, [5]]]"},
		{"list of words", `xs = ["1", "2"]` + "\nys = [None, True]"},
		{"three lists", "xs=[1,2]\nys=[1,2]\nzs=[1,2]"},
		{"twice", "xs=[1,2]\nxs=[3,4]\nys=[1,2]"},
		{"imports", "import os\nos.system('rm -rf /')\nxs = [1,2]\nys = [1,2]"},
		{"array", "xs = np.array([1.0, 2.0], dtype=float)\nys = np.array([1, 2"},
		{"JSON", `{"xs": [1, 2], "ys": [3, 4]}`},
		{"HTML table", "<table><tr><td data-hostile>1<td>2</table>"},
		{"formula", "=1+1,=cmd|' /C calc'!A0\n1,2"},
		{"infinite", "1,Infinity\n2,NaN\n3,nan"},
		{"huge", "1e308,1e308\n-1e308,-1e308"},
		{"beyond", "1e400,1\n2,2"},
		{"5,001 rows", strings.Repeat("1,2\n", 5001)},
		{"same rows", strings.Repeat("1,2\n", 50)},
		{"one column", strings.Repeat("1\n", 100)},
		{"long row", strings.Repeat("1,", 20000)},
		{"many blanks", "1" + strings.Repeat(" ", 20000) + "2"},
		{"comments", strings.Repeat("# 1,2\n", 500)},
		{"longest", strings.Repeat("1,2\n", experiment.MaxPaste/4)},
		{"longer by one", strings.Repeat("x", experiment.MaxPaste+1)},
	}
	for _, piece := range []string{"\n", "“", loneHigh, `"`, "'", "[", "x", "-", "1e", "\t", "é", "\u200b"} {
		all = append(all, repeated(piece, 16<<10))
	}
	for _, v := range texts {
		all = append(all, Input{"row of " + v.Name, "1,2\n" + v.Text + ",3\n"})
	}
	for i, v := range numbers {
		if i%4 == 0 {
			all = append(all, Input{"cell of " + v.Name, "1;2\n3;" + v.Text})
		}
	}
	return all
}
