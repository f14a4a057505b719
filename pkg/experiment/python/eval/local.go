package eval

// Local is what a library keeps for a run, such as the state that np.random.seed
// sets: what is stored under a name, or what begin makes where nothing is yet.
func (t *Thread) Local(name string, begin func() any) any {
	if v, ok := t.locals[name]; ok {
		return v
	}
	if t.locals == nil {
		t.locals = map[string]any{}
	}
	v := begin()
	t.locals[name] = v
	return v
}
