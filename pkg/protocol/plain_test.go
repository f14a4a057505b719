package protocol

// plain is a value from outside, made of JSON.
type plain struct{ v any }

func (p plain) Kind() Kind {
	switch p.v.(type) {
	case nil:
		return Null
	case bool:
		return Bool
	case float64, int:
		return Number
	case string:
		return Text
	case []any:
		return List
	case map[string]any:
		return Object
	}
	return Other
}

func (p plain) Bool() bool { return p.v.(bool) }

func (p plain) Number() float64 {
	if n, ok := p.v.(int); ok {
		return float64(n)
	}
	return p.v.(float64)
}

func (p plain) Text() string { return p.v.(string) }

func (p plain) Size() int {
	if list, ok := p.v.([]any); ok {
		return len(list)
	}
	return len(p.v.(string))
}

func (p plain) Item(i int) Value { return plain{p.v.([]any)[i]} }

func (p plain) Keys() []string {
	var keys []string
	for key := range p.v.(map[string]any) {
		keys = append(keys, key)
	}
	return keys
}

// Field of a field that is not there is of no kind, as undefined is.
func (p plain) Field(key string) Value {
	if v, ok := p.v.(map[string]any)[key]; ok {
		return plain{v}
	}
	return plain{struct{}{}}
}
