package session

import "testing"

func TestWhatIsLockedIsNeitherReplacedNorMended(t *testing.T) {
	const diverges = "&w=0&b=0&lr=0.5"
	for part, changed := range map[string]map[Msg]bool{
		"data":       {FixChosen{LowerRate}: true},
		"setup":      {FixChosen{StandardizeX}: true},
		"model":      {FixChosen{LowerRate}: true, FixChosen{StandardizeX}: true},
		"prediction": {FixChosen{LowerRate}: true, FixChosen{StandardizeX}: true},
		"code":       {FixChosen{LowerRate}: true, FixChosen{StandardizeX}: true, ExampleChosen{"celsius"}: true},
	} {
		for _, m := range []Msg{FixChosen{LowerRate}, FixChosen{StandardizeX}, ExampleChosen{"celsius"}} {
			p := openLive("lock=" + part + diverges)
			p.do(t, TrainPressed{})
			if p.Run.Phase != Diverged {
				t.Fatalf("phase %v, want it diverged", p.Run.Phase)
			}
			before := p.Experiment
			if p.do(t, m); p.Experiment.Equal(before) == changed[m] {
				t.Errorf("lock=%s: %#v changes the experiment: %v, want %v", part, m, !changed[m], changed[m])
			}
		}
	}
}
