package session

func (s Session) updateSettings(m Msg) (Session, []Effect) {
	switch m := m.(type) {
	case SettingTyped:
		return s.typeSetting(m.Key, m.Text)
	case SettingLeft:
		if s.Drafts[m.Key].Problem == nil {
			s.Edit = s.withoutDraft(m.Key)
		}
	case SettingStepped:
		text, ok := s.Experiment.Stepped(m.Key, m.Steps)
		if !ok {
			return s, nil
		}
		next, effects := s.typeSetting(m.Key, text)
		next.Edit = next.withoutDraft(m.Key)
		return next, effects
	case StartDrawn:
		next := s.Edit.withoutDraft("w").withoutDraft("b")
		next.Experiment = next.Experiment.NewStart()
		return s.edited(next, "")
	}
	return s, nil
}

// typeSetting reads the text of one property. What cannot be read stays in its
// field with the reason, and the experiment keeps the last value that could.
func (s Session) typeSetting(key, text string) (Session, []Effect) {
	next := s.Edit
	e, problem := next.Experiment.With(key, text)
	if problem == nil {
		next.Experiment = e
	}
	return s.edited(next.withDraft(key, Draft{Text: text, Problem: problem}), key)
}
