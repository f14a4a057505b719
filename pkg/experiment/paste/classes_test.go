package paste

import (
	"fmt"
	"testing"
)

// TestWordsThatAreClassesAreProposed: two columns of numbers and one of a few words, again
// and again, are x1, x2 and y; the learner is asked. Names, words beside an x and a y, and
// more words than there are classes are left out as before.
func TestWordsThatAreClassesAreProposed(t *testing.T) {
	for _, test := range []struct {
		text          string
		x, x2, y      int
		classes, last string
	}{
		{"sepal,petal,species\n5.1,1.4,setosa\n6.0,4.5,versicolor\n4.9,1.4,setosa\n6.3,6.0,virginica\n5.8,5.1,virginica\n5.5,4.0,versicolor", 0, 1, 2, "[setosa versicolor virginica]", "{[5.5 4] 1}"},
		{"label\tweight\tlength\nno\t1\t2\nyes\t3\t4\nno\t5\t6\nyes\t7\t8", 1, 2, 0, "[no yes]", "{[7 8] 1}"},
		{"1 2 red\n3 4 blue\n5 6 red\n7 8 blue", 0, 1, 2, "[blue red]", "{[7 8] 0}"},
		{"x,y,who\n1,2,Ann\n3,4,Bob\n5,6,Ann\n7,8,Bob", 0, -1, 1, "[Ann Bob]", "{[7 0] 8}"},
		{"who,age,size\nAnn,1,2\nBob,3,4\nCy,5,6\nDee,7,8", 1, -1, 2, "[]", "{[7 0] 8}"},
	} {
		table, problem := Read(test.text, nil)
		if problem != nil {
			t.Errorf("%q: %v", test.text, problem)
			continue
		}
		classes := "[]"
		for _, c := range table.Columns {
			if c.Classes != nil {
				classes = fmt.Sprint(c.Classes)
			}
		}
		points, _, problem := table.Points(table.X, table.X2, table.Y)
		if table.X != test.x || table.X2 != test.x2 || table.Y != test.y || classes != test.classes || problem != nil || fmt.Sprint(points[len(points)-1]) != test.last {
			t.Errorf("%q: x %d, x2 %d, y %d, classes %s, points %v, %v", test.text, table.X, table.X2, table.Y, classes, points, problem)
		}
		if test.x2 >= 0 && table.Settled() {
			t.Errorf("%q is taken without a question", test.text)
		}
	}
}

// TestAClassThatIsMissingLeavesItsRowOut, and eleven words are no classes.
func TestAClassThatIsMissingLeavesItsRowOut(t *testing.T) {
	table, _ := Read("a,b,c\n1,2,red\n3,4,blue\n5,6,NA\n7,8,red\n9,1,blue", nil)
	points, left, problem := table.Points(0, 1, 2)
	if len(points) != 4 || left != 1 || problem != nil {
		t.Errorf("%v, %d rows left out, %v", points, left, problem)
	}
	text := "a,b,c\n"
	for i := range 44 {
		text += fmt.Sprintf("%d,%d,word%c\n", i, i*i%7, 'a'+i%11)
	}
	if table, _ = Read(text, nil); table.Columns[2].Classes != nil {
		t.Errorf("eleven words are the classes %v", table.Columns[2].Classes)
	}
}
