package session

// Update returns the session after a message, and what is to be done about it.
// It changes nothing in place: the session passed in stays valid, which is
// what Undo, tests and replays rely on.
func Update(s Session, m Msg) (Session, []Effect) {
	switch m := m.(type) {
	case Navigated:
		return s.navigate(m)
	case PreferencesRead, LangChosen, ThemeChosen:
		return s.updatePreferences(m)
	case PointTyped, PointLeft, PointAdded, PointDeleted:
		return s.updatePoints(m)
	case PasteTyped, PasteUsed, ExampleChosen:
		return s.updateData(m)
	case SettingTyped, SettingLeft, SettingStepped, StartDrawn, LayerAdded, LayerRemoved:
		return s.updateSettings(m)
	case UndoPressed:
		return s.undo()
	case RedoPressed:
		return s.redo()
	case TrainPressed:
		if s.Run.Phase == Running {
			return s, nil
		}
		return s.untrained().train(s.Experiment.Epochs)
	case TrainMorePressed:
		if s.Run.Phase == Running {
			return s, nil
		}
		return s.trainMore()
	case PausePressed:
		return s.pause(), nil
	case StepPressed:
		return s.pause().step()
	case ResetPressed:
		return s.untrained(), nil
	case Progress:
		return s.progress(m)
	case LiveChosen:
		s.Live = m.On
		if s.Live && len(s.Problems()) == 0 {
			return s.pause().untrained().train(s.Experiment.Epochs)
		}
	case LossScaleChosen:
		s.LogLoss = m.Log
	case LossPointed:
		s.PointedEpoch = m.Epoch
	}
	return s, nil
}
