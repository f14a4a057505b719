package dom

import (
	"testing"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

func event(of any) app.Event { return app.Event{Value: js{of: of}} }

// TestEventsWithoutFields: a script can make an event of any name with no fields,
// or with fields of other types.
func TestEventsWithoutFields(t *testing.T) {
	for _, v := range anything() {
		e := app.Event{Value: v.JSValue()}
		if got := Key(e); got != (KeyPress{}) {
			t.Errorf("a keydown without fields is read as %+v", got)
		}
		if got, ok := Pointer(e); ok {
			t.Errorf("a pointer event without fields is read as %+v", got)
		}
		if x, y, ok := placeIn(v, v); ok {
			t.Errorf("a click without a place is at %v, %v", x, y)
		}
		if got, ok := DroppedFile(e); ok {
			t.Errorf("a drop without a file brings %+v", got)
		}
		if DragsFile(e) {
			t.Error("a drag without a file drags one")
		}
		if got := NewFragment(e); got != "" {
			t.Errorf("a hashchange without an address leads to %q", got)
		}
		if got := Target(e).Closest("div"); !got.Missing() {
			t.Error("an event without a target is about an element")
		}
	}
}

func TestKey(t *testing.T) {
	for _, test := range []struct {
		fields object
		want   KeyPress
	}{
		{object{"key": "ArrowUp"}, KeyPress{Name: "ArrowUp"}},
		{object{"key": "z", "ctrlKey": true}, KeyPress{Name: "z", Command: true}},
		{object{"key": "Z", "metaKey": true, "shiftKey": true}, KeyPress{Name: "Z", Shift: true, Command: true}},
		{object{"key": 13.0, "shiftKey": "yes"}, KeyPress{}},
	} {
		if got := Key(event(test.fields)); got != test.want {
			t.Errorf("the event %v is read as %+v, want %+v", test.fields, got, test.want)
		}
	}
}

func TestPointer(t *testing.T) {
	fields := object{"pointerId": 7.0, "pointerType": "touch", "button": 0.0, "isPrimary": true, "pageX": 10.5, "pageY": -3.0}
	want := PointerEvent{ID: 7, Kind: "touch", Main: true, PageX: 10.5, PageY: -3}
	if got, ok := Pointer(event(fields)); !ok || got != want {
		t.Errorf("the event is read as %+v, %v, want %+v", got, ok, want)
	}
	for name, value := range map[string]any{"button": 2.0, "isPrimary": false} {
		other := object{}
		for k, v := range fields {
			other[k] = v
		}
		other[name] = value
		if got, ok := Pointer(event(other)); !ok || got.Main {
			t.Errorf("with %s %v the event is read as %+v, %v, want one of no main button", name, value, got, ok)
		}
	}
}

func TestPlace(t *testing.T) {
	element := value(object{"getBoundingClientRect": function(func(...any) any { return object{"left": 100.0, "top": 40.0} })})
	if x, y, ok := placeIn(element, value(object{"clientX": 130.0, "clientY": 45.0})); x != 30 || y != 5 || !ok {
		t.Errorf("the place is %v, %v, %v, want 30, 5", x, y, ok)
	}
}

func TestFragments(t *testing.T) {
	for address, want := range map[string]string{
		"https://x.org/#w=1&b=2": "w=1&b=2", "https://x.org/": "", "https://x.org/#": "", "https://x.org/#a#b": "a#b",
	} {
		if got := NewFragment(event(object{"newURL": address})); got != want {
			t.Errorf("%s leads to %q, want %q", address, got, want)
		}
	}
}
