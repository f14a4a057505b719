package paste

import (
	"slices"
	"strings"
	"testing"

	"firstneuron/pkg/experiment/program"
)

const (
	described  = "              x         y\ncount  6.000000  6.000000\nmean   1.500000  2.000000\nstd    1.870829  3.741657\nmin   -1.000000 -3.000000\n25%    0.250000 -0.500000\n50%    1.500000  2.000000\n75%    2.750000  4.500000\nmax    4.000000  7.000000"
	summarized = "Model: \"sequential\"\n┏━━━━━━━━━━━━━━━━━┳━━━━━━━━━━━━━━┳━━━━━━━━━┓\n┃ Layer (type)    ┃ Output Shape ┃ Param # ┃\n┡━━━━━━━━━━━━━━━━━╇━━━━━━━━━━━━━━╇━━━━━━━━━┩\n│ dense (Dense)   │ (None, 1)    │       2 │\n└─────────────────┴──────────────┴─────────┘\n Total params: 2 (8.00 B)"
)

// TestWhatHasNoPointsIsToldOf: what describes data, a model or a training has numbers, and
// none of them is a point.
func TestWhatHasNoPointsIsToldOf(t *testing.T) {
	for name, c := range map[string]struct{ text, code string }{
		"describe":             {described, "are_statistics"},
		"describe of a column": {"count    6.0\nmean     1.5\nstd      1.87\nmin     -1.0\n25%      0.25\n50%      1.5\n75%      2.75\nmax      4.0\nName: x, dtype: float64", "are_statistics"},
		"describe, turned":     {"   count  mean       std  min   25%  50%   75%  max\nx    6.0   1.5  1.870829 -1.0  0.25  1.5  2.75  4.0\ny    6.0   2.0  3.741657 -3.0 -0.50  2.0  4.50  7.0", "are_statistics"},
		"describe as CSV":      {",x,y\ncount,6,6\nmean,1.5,2\nstd,1.87,3.74\nmin,-1,-3\n25%,0.25,-0.5\n50%,1.5,2\n75%,2.75,4.5\nmax,4,7", "are_statistics"},
		"summary of R":         {"       x               y       \n Min.   :-1.00   Min.   :-3.0  \n 1st Qu.: 0.25   1st Qu.:-0.5  \n Median : 1.50   Median : 2.0  \n Max.   : 4.00   Max.   : 7.0  ", "are_statistics"},
		"a Korean sheet":       {"\tx\ty\n개수\t6\t6\n평균\t1.5\t2\n표준편차\t1.87\t3.74\n최소\t-1\t-3\n최대\t4\t7", "are_statistics"},
		"describe in a fence":  {"```\n" + described + "\n```", "are_statistics"},
		"corr":                 {"          x         y\nx  1.000000  0.994000\ny  0.994000  1.000000", "are_statistics"},
		"info":                 {"<class 'pandas.core.frame.DataFrame'>\nRangeIndex: 6 entries, 0 to 5\n #   Column  Non-Null Count  Dtype  \n---  ------  --------------  -----  \n 0   x       6 non-null      float64\n 1   y       6 non-null      float64\nmemory usage: 224.0 bytes", "describes"},
		"dtypes":               {"x    float64\ny      int64\ndtype: object", "describes"},
		"a summary of Keras":   {summarized, "describes"},
		"a log of Keras":       {"Epoch 1/500\n1/1 [==============================] - 0s 206ms/step - loss: 43.6318\nEpoch 2/500\n1/1 [==============================] - 0s 4ms/step - loss: 34.6166", "is_a_log"},
		"a log of Keras 3":     {"Epoch 1/3\n1/1 ━━━━━━━━━━━━━━━━━━━━ 0s 206ms/step - loss: 43.6318\nEpoch 2/3\n1/1 ━━━━━━━━━━━━━━━━━━━━ 0s 4ms/step - loss: 34.6166", "is_a_log"},
		"verbose=2":            {"Epoch 1/3\n1/1 - 0s - 206ms/step - loss: 43.6318\nEpoch 2/3\n1/1 - 0s - 4ms/step - loss: 34.6166", "is_a_log"},
		"counts of words":      {"color\nred      3\nblue     2\nName: count, dtype: int64", "series_of_words"},
		"isnull":               {"x    0\ny    2\ndtype: int64", "series_of_words"},
	} {
		if table, p := Read(c.text, program.Direct{}); p == nil || p.Code != c.code {
			t.Errorf("%s: reads %d rows and tells %v, want %s", name, table.Rows, p, c.code)
		}
	}
}

// TestDataThatResembleStatisticsAreRead: columns of such names are data all the same.
func TestDataThatResembleStatisticsAreRead(t *testing.T) {
	for _, text := range []string{"mean,std\n1,2\n2,4\n3,6", "day\tmin\tmax\n1\t3\t9\n2\t4\t11", "x,count\n1,2\n2,4\n3,6", "n 1\nn 2", "a b\n1 2\n3 4", "Epoch 1/3\n1, 2\n2, 4"} {
		if _, p := Read(text, program.Direct{}); p != nil && slices.Contains([]string{"are_statistics", "describes", "is_a_log"}, p.Code) {
			t.Errorf("%q: %v", text, p)
		}
	}
}

// TestASeriesHasItsIndexToldOf: it is data, or counts the rows, which only the learner knows.
func TestASeriesHasItsIndexToldOf(t *testing.T) {
	table, p := Read("0   -1.0\n1    0.0\n2    1.0\nName: x, dtype: float64", program.Direct{})
	if p != nil || table.Settled() || len(table.Notes) != 1 || table.Notes[0].Code != "series_index" {
		t.Errorf("a Series has the notes %v, %v", table.Notes, p)
	}
	table, p = Read("0   -1\n1    0\n2    1\nName: x, dtype: int64\n0   -3\n1   -1\n2    1\nName: y, dtype: int64", program.Direct{})
	got, left, _ := table.Points(table.X, table.X2, table.Y)
	if p != nil || !slices.Equal(got, few) || left != 0 || !table.Settled() {
		t.Errorf("two Series are %v, %v, want %v", got, p, few)
	}
}

// TestPointsInSentences: lists and sentences as people write them. What says which number
// is x is read; of what does not the learner is told how it is read.
func TestPointsInSentences(t *testing.T) {
	for text, sure := range map[string]bool{
		"* 1, 2\n* 2, 4\n* 3, 6":                                                                         true,
		"• 1, 2\n• 2, 4\n• 3, 6":                                                                         true,
		"•\t1\t2\n•\t2\t4\n•\t3\t6":                                                                      true,
		"1. 1, 2\n2. 2, 4\n3. 3, 6":                                                                      true,
		"1) 1, 2\n2) 2, 4\n3) 3, 6":                                                                      true,
		"0. 1, 2\n1. 2, 4\n2. 3, 6":                                                                      true,
		"1. 1, 2\n1. 2, 4\n1. 3, 6":                                                                      true,
		"a) 1, 2\nb) 2, 4\nc) 3, 6":                                                                      true,
		"(1) 1, 2\n(2) 2, 4\n(3) 3, 6":                                                                   true,
		"1\ufe0f\u20e3 1, 2\n2\ufe0f\u20e3 2, 4\n3\ufe0f\u20e3 3, 6":                                     true,
		"- [ ] 1, 2\n- [x] 2, 4\n- [ ] 3, 6":                                                             true,
		"Points:\n* 1, 2\n* 2, 4\n* 3, 6":                                                                true,
		"1. x=1, y=2\n2. x=2, y=4\n3. x=3, y=6":                                                          true,
		"when x is 1, y is 2\nwhen x is 2, y is 4\nwhen x is 3, y is 6":                                  true,
		"When x is 1, y is 2, when x is 2, y is 4, and when x is 3, y is 6.":                             true,
		"If x = 1 then y = 2\nIf x = 2 then y = 4\nIf x = 3 then y = 6":                                  true,
		"y is 2 when x is 1\ny is 4 when x is 2\ny is 6 when x is 3":                                     true,
		"x=1 → y=2\nx=2 → y=4\nx=3 → y=6":                                                                true,
		"x = 1 => y = 2\nx = 2 => y = 4\nx = 3 => y = 6":                                                 true,
		"x가 1일 때 y는 2\nx가 2일 때 y는 4\nx가 3일 때 y는 6":                                                       true,
		"Wenn x = 1 ist, dann ist y = 2\nWenn x = 2 ist, dann ist y = 4\nWenn x = 3 ist, dann ist y = 6": true,
		"(1; 2), (2; 4), (3; 6)":                                                                         true,
		"(1,0; 2,0), (2,0; 4,0), (3,0; 6,0)":                                                             true,
		"f(1)=2, f(2)=4 and f(3)=6":                                                                      true,
		"x is 1, 2, 3 and y is 2, 4, 6":                                                                  true,
		"My xs are 1, 2 and 3, and my ys are 2, 4 and 6.":                                                true,
		"1->2, 2->4, 3->6":                                                                               true,
		"1:2, 2:4, 3:6":                                                                                  true,
		"Data points: 1 -> 2, 2 -> 4, 3 -> 6":                                                            true,
		"Here are your points:\n\n1. x = 1, y = 2\n2. x = 2, y = 4\n3. x = 3, y = 6\n\nThese follow y = 2x + 0.": true,
		"1 gives 2\n2 gives 4\n3 gives 6":                                                   false,
		"1 °C is 2 °F\n2 °C is 4 °F\n3 °C is 6 °F":                                          false,
		"For 1 hour the score is 2\nFor 2 hours the score is 4\nFor 3 hours the score is 6": false,
		"1 hour: 2 points\n2 hours: 4 points\n3 hours: 6 points":                            false,
	} {
		table, p := Read(text, program.Direct{})
		if p != nil || table.Question != nil {
			t.Errorf("%q: %v, %v", text, p, table.Question)
			continue
		}
		got, left, p := table.Points(table.X, table.X2, table.Y)
		if p != nil || left > 0 || !slices.Equal(got, doubled) || table.Settled() != sure {
			t.Errorf("%q gives %v, %v, settled %v, want %v, %v", text, got, p, table.Settled(), doubled, sure)
		}
	}
}

// TestWhatIsNoListOfPointsStays: numbers that NumPy prints, and lines out of order.
func TestWhatIsNoListOfPointsStays(t *testing.T) {
	for _, text := range []string{"0. 1. 2.\n1. 2. 3.", "5. 1, 2\n2. 2, 4", "- 1, - 2\n- 3, - 4", "1. 2\n2. 4", "* 1, 2\nPoint two is at (2, 4).\n* 3, 6"} {
		if inside, _ := bulleted(text); inside != text {
			t.Errorf("%q becomes %q", text, inside)
		}
	}
}

// TestACommaThatMeansTwoThingsIsAsked: once, with both readings, where both give points.
func TestACommaThatMeansTwoThingsIsAsked(t *testing.T) {
	for text, want := range map[string]string{
		"x = [1,2, 3,4]\ny = [2,4, 6,8]":                     "1, 2, 3, 4 or 1.2, 3.4",
		"x: 1,2, 3,4\ny: 2,4, 6,8":                           "1, 2, 3, 4 or 1.2, 3.4",
		"x = 1,5, 2,5\ny = 3,0, 5,0":                         "1, 5, 2, 5 or 1.5, 2.5",
		"{1,2, 3,4}\n{2,4, 6,8}":                             "1, 2, 3, 4 or 1.2, 3.4",
		"x = [1,2, 3,4]\ny = [2, 4]":                         "", // of one length with decimal commas alone
		"x = [1,2, 3,4]\ny = [2, 4, 6, 8]":                   "",
		"x = [1,05, 2,05]\ny = [3,1, 5,1]":                   "", // 05 is no whole number
		"x = [1, 2,3]\ny = [2, 4,6]":                         "", // a space was forgotten
		"x = np.array([1,2, 3,4])\ny = np.array([2,4, 6,8])": "", // Python
	} {
		table, p := Read(text, program.Direct{})
		got := ""
		if q := table.Question; q != nil {
			got = strings.Join(q.Readings[:], " or ")
		}
		if p != nil || got != want {
			t.Errorf("%q asks %q, %v, want %q", text, got, p, want)
		}
		for i := range 2 {
			if answered, p := table.Answered(i); want != "" && (p != nil || !answered.Settled()) {
				t.Errorf("%q, answered: %v, %v", text, answered.Question, p)
			}
		}
	}
}
