// Over 300 lines: the figures that the activities of the lesson name, side by side.

package session

import (
	"context"
	"math"
	"strconv"
	"strings"
	"testing"
	"time"

	"firstneuron/pkg/experiment"
)

const lesson = "w=0&b=0"

func near(t *testing.T, what string, got, want, tolerance float64) {
	t.Helper()
	if math.Abs(got-want) > tolerance {
		t.Errorf("%s = %v, want %v within %v", what, got, want, tolerance)
	}
}

func TestEditsTrainAtOnceWhenSmall(t *testing.T) {
	p := openLive(lesson)
	if p.Run.Phase != Untrained {
		t.Fatalf("the page opens in phase %d, want untrained", p.Run.Phase)
	}
	p.do(t, SettingTyped{Key: "predict", Text: "11"})
	if p.Run.Phase != Untrained {
		t.Error("another x to predict trains, want it only asked")
	}
	p.do(t, PointTyped{Row: 1, Axis: Y, Text: "-4"})
	if p.Run.Phase != Finished {
		t.Errorf("after an edit the phase is %d, want finished", p.Run.Phase)
	}
	p.do(t, PointTyped{Row: 1, Axis: Y, Text: "-"})
	before := p.Run.ID
	p.do(t, SettingTyped{Key: "lr", Text: "0.02"})
	if p.Run.ID != before {
		t.Error("an edit trains while a box cannot be read")
	}
	p.do(t, PointTyped{Row: 1, Axis: Y, Text: "-4"})
	if p.Run.trained.Optimizer.LearningRate != 0.02 {
		t.Error("an edit made while a box could not be read is never trained")
	}
	p.do(t, SettingTyped{Key: "epochs", Text: "1000000"})
	if p.AutoTrains() {
		t.Error("a million epochs are trained at every edit, want that only for small trainings")
	}
	p.send(AutoTrainChosen{On: true})
	if !p.AutoTrains() {
		t.Error("the learner's own choice does not count")
	}
}

func TestDraggingAPoint(t *testing.T) {
	p := openLive(lesson)
	p.do(t, DragStarted{ByPointer: true})
	for i := range 20 {
		p.do(t, PointMoved{Row: 6, X: 4, Y: 8 + float64(i)})
		if p.Run.Phase != Finished {
			t.Fatalf("move %d: phase %d, want it trained", i, p.Run.Phase)
		}
	}
	if got := p.Axes().Points[5].Y; got != 7 {
		t.Errorf("during the drag the axes go by y = %v, want 7 as before", got)
	}
	if p.link != "" {
		t.Errorf("the link is written during the drag: %s", p.link)
	}
	p.do(t, DragEnded{})
	if got := p.Axes().Points[5].Y; got != 27 || !strings.Contains(p.link, "27") {
		t.Errorf("after the drag the axes go by y = %v and the link is %q, want 27 in both", got, p.link)
	}
	p.do(t, DragStarted{ByPointer: true}, PointMoved{Row: 6, X: 3, Y: 3}, DragEnded{})
	p.do(t, UndoPressed{})
	if got := p.Experiment.Points[5]; got != (experiment.Point{X: experiment.Place{4}, Y: 27}) {
		t.Errorf("Undo after two drags goes to %v, want to the end of the first", got)
	}
	p.do(t, UndoPressed{})
	if got := p.Experiment.Points[5]; got != (experiment.Point{X: experiment.Place{4}, Y: 7}) {
		t.Errorf("the second Undo goes to %v, want to the start", got)
	}
	p.do(t, DragStarted{ByPointer: true}, PointMoved{Row: 1, X: 0, Y: 0}, DragCancelled{})
	if got := p.Experiment.Points[0]; got != (experiment.Point{X: experiment.Place{-1}, Y: -3}) || len(p.Past) != 0 {
		t.Errorf("Escape leaves %v and %d edits, want the point back and none", got, len(p.Past))
	}
}

func TestClickingOnTheChart(t *testing.T) {
	p := openLive(lesson)
	p.do(t, PlaceClicked{X: 5, Y: 9})
	if n := len(p.Experiment.Points); n != 7 || p.Experiment.Points[6] != (experiment.Point{X: experiment.Place{5}, Y: 9}) {
		t.Fatalf("a click makes the points %v, want a seventh at 5, 9", p.Experiment.Points)
	}
	p.do(t, PointPicked{Row: 2}, PlaceClicked{X: 0.5, Y: 0})
	if len(p.Experiment.Points) != 7 || p.Experiment.Points[1] != (experiment.Point{X: experiment.Place{0.5}, Y: 0}) || p.Selected != 0 {
		t.Errorf("a click with a point selected gives %v, selected %d", p.Experiment.Points, p.Selected)
	}
	p.do(t, LineMoved{Line: experiment.Line{W: 3, B: 1}})
	if got := p.Run.Timeline.First().Params; got[0] != 3 || got[1] != 1 {
		t.Errorf("the training starts at %v, want at the line dragged to", got)
	}
	p.do(t, PointPicked{Row: 3}, HandlePicked{Handle: WeightHandle})
	if p.Handle != WeightHandle || p.Selected != 0 {
		t.Errorf("handle %d and row %d are selected, want the handle alone", p.Handle, p.Selected)
	}
	steps := len(p.Past)
	p.do(t, LineMoved{Line: experiment.Line{W: 2, B: 1}}, HandlePicked{Handle: WeightHandle}, UndoPressed{})
	if got, _ := p.Experiment.InitialLine(); p.Handle != NoHandle || got.W != 3 || len(p.Past) != steps {
		t.Errorf("Undo leaves the line %v, handle %d selected and %d edits, want a weight of 3, none and %d", got, p.Handle, len(p.Past), steps)
	}
	p.do(t, HandlePicked{Handle: BiasHandle}, PointPicked{Row: 3})
	if p.Handle != NoHandle || p.Selected != 3 {
		t.Errorf("handle %d and row %d are selected, want the row alone", p.Handle, p.Selected)
	}
	locked := openLive(lesson + "&lock=data,model")
	locked.do(t, PlaceClicked{X: 5, Y: 9}, PointMoved{Row: 1, X: 0, Y: 0}, LineMoved{Line: experiment.Line{W: 3}})
	if !locked.Experiment.Equal(New(lesson + "&lock=data,model").Experiment) {
		t.Error("locked data can be changed on the chart")
	}
}

func TestCursorShowsOneEpochEverywhere(t *testing.T) {
	p := openLive(lesson)
	p.do(t, TrainPressed{}, CursorMoved{Epoch: 100})
	if got := p.Shown().Epoch; got != 100 {
		t.Fatalf("epoch %d is shown, want 100", got)
	}
	one := openLive(lesson + "&epochs=100")
	one.do(t, TrainPressed{})
	if got, want := p.Predict(10)[0], one.Predict(10)[0]; got != want {
		t.Errorf("at epoch 100 the prediction is %v, want %v", got, want)
	}
	p.do(t, ContinuePressed{})
	if last := p.Run.Timeline.Last().Epoch; last != 500 {
		t.Errorf("continuing from epoch 100 of 500 ends at %d, want 500", last)
	}
	near(t, "the prediction after continuing", p.Predict(10)[0], 18.98150, 1e-4)
	p.do(t, CursorMoved{Epoch: 3}, PointTyped{Row: 1, Axis: Y, Text: "-4"})
	if got := p.Shown().Epoch; got != 3 {
		t.Errorf("after a live edit epoch %d is shown, want still 3", got)
	}
}

func TestPlaybackEndsAtTheEnd(t *testing.T) {
	p := openLive(lesson)
	p.do(t, PlayPressed{})
	if p.Playback.On {
		t.Error("an untrained model can be played back")
	}
	for _, speed := range Speeds() {
		p.do(t, TrainPressed{}, SpeedChosen{Speed: speed}, PlayPressed{})
		if p.Playback.On || p.Cursor != -1 {
			t.Errorf("speed %d: the playback stands at %d, want at the end", speed, p.Cursor)
		}
	}
	p.do(t, SpeedChosen{Speed: 100})
	var stops []int
	for range 8 {
		p.do(t, PlayPressed{Still: true})
		stops = append(stops, p.Shown().Epoch)
	}
	want := []int{0, 100, 200, 300, 400, 500, 0, 100}
	for i := range want {
		if stops[i] != want[i] {
			t.Fatalf("without motion Play goes to %v, want %v", stops, want)
		}
	}
}

func TestLargeModelsKeepSomeWeights(t *testing.T) {
	p := open("layers=64,64,64,1&epochs=400")
	p.do(t, TrainPressed{})
	kept := 0
	for _, r := range p.Run.Timeline.All() {
		if r.Params != nil {
			kept++
		}
	}
	if n := len(p.Run.Timeline.Last().Params); kept*n > 2*maxKeptParams || kept < 10 {
		t.Errorf("%d of %d records keep %d weights each", kept, p.Run.Timeline.Len(), n)
	}
	for epoch := range 401 {
		if p.Run.Timeline.Shown(epoch).Params == nil {
			t.Fatalf("epoch %d is shown without weights", epoch)
		}
	}
}

func TestSurfaceOfTheLesson(t *testing.T) {
	p := openLive(lesson)
	p.do(t, TrainPressed{})
	s := p.Surface
	if len(s.Loss) != SurfaceSize*SurfaceSize || s.Partial {
		t.Fatalf("%d values, partial %v", len(s.Loss), s.Partial)
	}
	for _, at := range []struct{ i, j int }{{0, 0}, {10, 20}, {32, 32}} {
		w, b := s.X.At(at.i, SurfaceSize), s.Y.At(at.j, SurfaceSize)
		want := 0.0
		for _, point := range p.Experiment.Points {
			e := w*point.X[0] + b - point.Y
			want += e * e / 6
		}
		near(t, "loss", s.Loss[at.j*SurfaceSize+at.i], want, 1e-4*(1+want))
	}
	if s.X.Min > 0 || s.X.Max < 2 || s.Y.Min > -1 || s.Y.Max < 0 {
		t.Errorf("the surface shows w %v, b %v, want the start 0, 0 and the minimum 2, −1 on it", s.X, s.Y)
	}
	p.do(t, LayerAdded{})
	if !p.Surface.Partial {
		t.Error("the surface of two layers is not said to be a part")
	}
	p.do(t, SliceChosen{I: 5, J: 2})
	if p.Surface.asked.slice != (Slice{I: 5, J: 2}) || p.Surface.pending == 0 {
		t.Error("another slice is not drawn")
	}
}

func TestStepTraceGoesForwardAndBack(t *testing.T) {
	p := openLive(lesson + "&batch=4&optimizer=adam&lr=0.1&epochs=3")
	p.do(t, StepTraceOpened{Open: true})
	type place struct{ epoch, batch, phase int }
	var places []place
	for range 2*2*StepPhases + 3 {
		places = append(places, place{p.Shown().Epoch, p.StepTrace.Batch, p.StepTrace.Phase})
		if p.StepTrace.Trace == nil {
			t.Fatalf("at %v there are no numbers", places[len(places)-1])
		}
		if p.StepTrace.Phase == StepPhases-1 && p.StepTrace.Batch == 1 {
			after := p.StepTrace.Trace.After
			next, _ := p.Run.Timeline.Next(p.Shown().Epoch)
			if next.Params != nil && !same(next.Params, after) {
				t.Errorf("the step ends at %v, the timeline says %v", after, next.Params)
			}
		}
		p.do(t, StepPhaseMoved{Forward: true})
	}
	if places[StepPhases] != (place{0, 1, 0}) || places[2*StepPhases] != (place{1, 0, 0}) {
		t.Errorf("forward goes through %v", places)
	}
	if p.StepTrace.Fresh {
		t.Error("the memory of Adam is said to be unknown, want it replayed")
	}
	for i := len(places) - 1; i >= 0; i-- {
		p.do(t, StepPhaseMoved{Forward: false})
		if got := (place{p.Shown().Epoch, p.StepTrace.Batch, p.StepTrace.Phase}); got != places[i] {
			t.Fatalf("back comes to %v, want %v", got, places[i])
		}
	}
}

func TestMultiStartOfTheLesson(t *testing.T) {
	p := openLive("")
	p.do(t, MultiStartOpened{Open: true})
	all := p.StartAnswers()
	if !p.MultiStart.Done || len(all) != MultiStartGoal {
		t.Fatalf("%d predictions, done %v, want %d", len(all), p.MultiStart.Done, MultiStartGoal)
	}
	if all[0] < 18.975 || all[len(all)-1] > 18.988 || all[len(all)-1]-all[0] < 0.008 {
		t.Errorf("the predictions go from %v to %v, want a wide band inside 18.975…18.988", all[0], all[len(all)-1])
	}
	if path := p.MultiStart.Tried[0].Path; len(path) < 5 || path[0][1] != 0 {
		t.Errorf("the path of the first start has %d places", len(path))
	}
	p.do(t, SettingTyped{Key: "lr", Text: "0.2"})
	if p.MultiStart.Diverged != MultiStartGoal {
		t.Errorf("at rate 0.2 %d of %d diverge", p.MultiStart.Diverged, MultiStartGoal)
	}
}

func TestFixesOfADivergence(t *testing.T) {
	for _, remedy := range []Fix{LowerRate, StandardizeX, UndoLast} {
		p := openLive(lesson)
		p.do(t, TrainPressed{}, SettingTyped{Key: "lr", Text: "0.2"})
		a, ok := p.Diagnosis()
		if !ok || !a.Known {
			t.Fatalf("no autopsy in phase %d", p.Run.Phase)
		}
		near(t, "factor", a.Factor, 1-0.2*11.301, 1e-3)
		near(t, "growth of the loss", a.Growth, a.Factor*a.Factor, 0.02)
		if a.Rate != 0.0884 {
			t.Errorf("the rate to try is %v, want 0.0884", a.Rate)
		}
		p.do(t, FixChosen{Fix: remedy})
		if p.Run.Phase != Finished {
			t.Errorf("remedy %d ends in phase %d, want finished", remedy, p.Run.Phase)
		}
		near(t, "the prediction after the remedy", p.Predict(p.Experiment.Predict[0])[0], 19, 0.02)
	}
}

func TestExplanationOfTheLesson(t *testing.T) {
	p := openLive(lesson)
	p.do(t, TrainPressed{})
	e, ok := p.Explain()
	if !ok {
		t.Fatal("the lesson cannot be explained")
	}
	near(t, "exact weight", e.Exact.W, 2, 1e-9)
	near(t, "exact bias", e.Exact.B, -1, 1e-9)
	near(t, "exact answer", e.ExactAnswer, 19, 1e-9)
	near(t, "trained answer", e.Trained.Answer, 18.98150, 1e-4)
	shares := e.Directions[0].Share + e.Directions[1].Share
	near(t, "both shares together", shares, e.Trained.Answer-e.ExactAnswer, 1e-5)
	near(t, "epochs to 1 %", math.Ceil(e.Directions[1].ToPercent), 444, 0)
	near(t, "epochs for a digit", e.Directions[1].PerDigit, 221.9, 0.2)
	if e.Noise != 0.5 || e.Spread <= e.SpreadMiddle {
		t.Errorf("noise %v spreads the answer by %v, in the middle by %v", e.Noise, e.Spread, e.SpreadMiddle)
	}
	var squares float64
	for _, line := range e.Lines {
		d := line.W*10 + line.B - 19
		squares += d * d / float64(len(e.Lines))
	}
	near(t, "the lines' spread over the formula's", math.Sqrt(squares)/e.Spread, 1, 0.3)
	p.do(t, LayerAdded{})
	if _, ok := p.Explain(); ok {
		t.Error("two layers are explained by a closed form")
	}
}

func TestCSVHoldsEveryRecord(t *testing.T) {
	p := openLive(lesson + "&validation=0.3&metric=mae")
	p.do(t, TrainPressed{})
	lines := strings.Split(strings.TrimSpace(p.HistoryCSV()), "\n")
	if lines[0] != "epoch,loss,val_loss,mae,val_mae,weight,bias,prediction" || len(lines) != 502 {
		t.Fatalf("%d lines under %q", len(lines), lines[0])
	}
	if want := strconv.FormatFloat(p.Run.Timeline.Last().Loss, 'g', -1, 64); !strings.HasPrefix(lines[501], "500,"+want+",") {
		t.Errorf("the last line is %q, want it to begin 500,%s", lines[501], want)
	}
	p = open(lesson + "&metric=mae")
	p.do(t, TrainPressed{}, SettingTyped{Key: "metric", Text: "mse"})
	if got, _, _ := strings.Cut(p.HistoryCSV(), "\n"); got != "epoch,loss,mae,weight,bias,prediction" {
		t.Errorf("with another metric chosen since the columns are %q, want what was measured", got)
	}
	data := strings.Split(strings.TrimSpace(p.DataCSV()), "\n")
	if len(data) != 7 || !strings.HasPrefix(data[1], "-1,-3,") {
		t.Errorf("the data are %q", data)
	}
}

// TestJobsWorkInSlices: a deadline that has passed still brings them on, and
// the latest study comes first.
func TestJobsWorkInSlices(t *testing.T) {
	var studies Jobs
	p := New(lesson)
	first := p.Run.Timeline.First().Params
	studies.Begin(TrainMultiStart{ID: 1, Experiment: p.Experiment})
	studies.Begin(TraceStep{ID: 2, Experiment: p.Experiment, First: first, Params: first})
	messages := studies.Slice(context.Background(), time.Time{})
	if _, ok := messages[0].(StepTraced); !ok || studies.Idle() {
		t.Fatalf("the first slice brings %T, want the later study's", messages[0])
	}
	for range 10 * MultiStartGoal * 20 {
		if studies.Idle() {
			return
		}
		studies.Slice(context.Background(), time.Time{})
	}
	t.Error("the studies do not end")
}

// TestADragLetsAShortTrainingEnd: the moves that come while it is under way are
// trained after it, only the latest of them.
func TestADragLetsAShortTrainingEnd(t *testing.T) {
	p := openLive("layers=4:tanh,1&epochs=200")
	p.send(DragStarted{ByPointer: true}, PointMoved{Row: 6, X: 4, Y: 8})
	run := p.Run.ID
	p.slice()
	p.send(PointMoved{Row: 6, X: 4, Y: 9}, PointMoved{Row: 6, X: 4, Y: 10})
	if p.Run.ID != run || p.Run.Phase != Running {
		t.Fatalf("a move begins the training anew, want it to come to its end first")
	}
	for p.Run.ID == run {
		p.slice()
	}
	if got := p.Run.trained.Points[5].Y; got != 10 {
		t.Errorf("then y = %v is trained, want the latest, 10", got)
	}
	p.finish(t)
	if p.Run.Phase != Finished || p.Run.stale {
		t.Errorf("in the end the phase is %d, stale %v", p.Run.Phase, p.Run.stale)
	}
	p.send(PointMoved{Row: 6, X: 4, Y: 11}, LayerAdded{})
	if got := len(p.Run.trained.Layers); got != 3 {
		t.Errorf("with another layer a model of %d layers is trained, want 3 at once", got)
	}
}

// TestPlaybackGoesOnWhereItPaused plays on after a minute in which the browser
// showed no frame, as in a tab in the background.
func TestPlaybackGoesOnWhereItPaused(t *testing.T) {
	p := open("w=0&b=0")
	p.do(t, TrainPressed{})
	p.send(SpeedChosen{100}, CursorMoved{0}, PlayPressed{})
	p.send(FramePassed{Playback: p.Playback.ID, Seconds: 60})
	if got := p.Cursor; got < 1 || got > 10 {
		t.Errorf("a frame after a minute shows epoch %d, want at most the 10 of a tenth of a second", got)
	}
}
