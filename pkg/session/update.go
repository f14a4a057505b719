package session

// Update returns the session after a message, and what is to be done about it.
// It changes nothing in place: the session passed in stays valid, which is
// what Undo, tests and replays rely on.
func Update(s Session, m Msg) (Session, []Effect) {
	next, effects := s.update(m)
	switch m.(type) {
	case Progress, PausePressed:
		next = next.assess()
	}
	next = next.withheld().withCode()
	return next.study(append(effects, next.dropped(s)...))
}

func (s Session) update(m Msg) (Session, []Effect) {
	switch m := m.(type) {
	case GuessTyped, GuessGiven:
		return s.updateChallenge(m)
	case ShareOpened, ShareTyped, SharePartChosen, ShareWeightsChosen, FileOpened:
		return s.updateShare(m)
	case HostChose, HostOpened:
		return s.updateHost(m)
	case Navigated:
		return s.navigate(m.Fragment)
	case PreferencesRead, LangChosen, ThemeChosen:
		return s.updatePreferences(m)
	case PointTyped, PointLeft, PointAdded, PointDeleted:
		return s.updatePoints(m)
	case PasteTyped, PasteUsed, ExampleChosen:
		return s.updateData(m)
	case SettingTyped, SettingSlid, SettingLeft, SettingStepped, StartDrawn, LayerAdded, LayerRemoved:
		return s.updateSettings(m)
	case CodeTyped, CodeMended, CodeRewritten, CodeTabChosen, PropertyLit, LineLit:
		return s.updateCode(m)
	case QuestionAdded, QuestionRemoved:
		return s.updateQuestions(m)
	case UndoPressed:
		return s.undo()
	case RedoPressed:
		return s.redo()
	case PointPicked, PointLit, PlaceClicked, PointMoved, LineMoved, HandlePicked, GripTaken, GripLeft, GripCancelled:
		return s.updateChart(m)
	case CursorMoved, PlayPressed, SpeedChosen, FramePassed:
		return s.updateCursor(m)
	case TrainPressed, TrainMorePressed, PausePressed, StepPressed, ResetPressed, ContinuePressed, Progress, LiveChosen:
		return s.updateRun(m)
	case LinkSettled:
		return s.settle(m), nil
	case SliceChosen, Surveyed:
		return s.updateSurface(m), nil
	case WalkOpened, StageChosen, StageStepped, Traced:
		return s.updateWalk(m)
	case StartsOpened, StartsTried:
		return s.updateStarts(m), nil
	case RunKept, RunRenamed, RunRemoved, Raced:
		return s.updateKept(m), nil
	case RemedyChosen:
		return s.remedy(m.Remedy)
	case WhyOpened:
		s.WhyOpen = m.Open
	case NoiseChosen:
		s.Noise = m.Deviation
	case LossScaleChosen:
		s.LogLoss = m.Log
	case LossPointed:
		s.PointedEpoch = m.Epoch
	}
	return s, nil
}
