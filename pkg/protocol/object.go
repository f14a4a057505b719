package protocol

// object returns a message made of names and values in turn. It compiles to less
// code in the page's program than a composite literal of a map.
func object(pairs ...any) map[string]any {
	o := make(map[string]any, len(pairs)/2)
	for i := 0; i+1 < len(pairs); i += 2 {
		o[pairs[i].(string)] = pairs[i+1]
	}
	return o
}
