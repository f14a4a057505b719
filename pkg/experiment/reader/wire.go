package reader

import (
	"encoding/binary"
	"errors"
	"hash/fnv"
	"maps"
	"math"
	"reflect"
	"slices"
)

// MaxMessage is how many bytes a message may have: a notebook of the largest file that is
// opened, and what is read in it.
const MaxMessage = 32 << 20

// Errors of messages, which no two programs of one build send each other.
var (
	errVersion = errors.New("reader: a message of another version: load both programs of one build")
	errCut     = errors.New("reader: a message that ends too early or goes on too long")
)

// version is the number of a type, which is another one as soon as any part of it is.
func version(t reflect.Type) uint32 {
	h := fnv.New32a()
	var describe func(t reflect.Type)
	describe = func(t reflect.Type) {
		_, _ = h.Write([]byte(t.Kind().String() + "{"))
		switch t.Kind() {
		case reflect.Struct:
			for i := range t.NumField() {
				if f := t.Field(i); f.IsExported() {
					_, _ = h.Write([]byte(f.Name + " "))
					describe(f.Type)
				}
			}
		case reflect.Array:
			_, _ = h.Write([]byte{byte(t.Len())})
			describe(t.Elem())
		case reflect.Slice, reflect.Pointer:
			describe(t.Elem())
		case reflect.Map:
			describe(t.Key())
			describe(t.Elem())
		}
		_, _ = h.Write([]byte("}"))
	}
	describe(t)
	return h.Sum32()
}

// Encode writes a value as a message. Fields without capitals are left out.
func Encode[T any](value T) []byte {
	v := reflect.ValueOf(&value).Elem()
	return appendValue(binary.LittleEndian.AppendUint32(nil, version(v.Type())), v)
}

// appendValue writes one value. Lists, maps and pointers begin with one more than their
// length, and 0 for nil.
func appendValue(b []byte, v reflect.Value) []byte {
	switch v.Kind() {
	case reflect.Bool:
		if v.Bool() {
			return append(b, 1)
		}
		return append(b, 0)
	case reflect.Int, reflect.Int64, reflect.Int32:
		return binary.AppendVarint(b, v.Int())
	case reflect.Uint, reflect.Uint64, reflect.Uint32:
		return binary.AppendUvarint(b, v.Uint())
	case reflect.Float64:
		return binary.LittleEndian.AppendUint64(b, math.Float64bits(v.Float()))
	case reflect.Float32:
		return binary.LittleEndian.AppendUint32(b, math.Float32bits(float32(v.Float())))
	case reflect.String:
		return append(binary.AppendUvarint(b, uint64(v.Len())), v.String()...)
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				b = appendValue(b, v.Field(i))
			}
		}
		return b
	case reflect.Array:
		for i := range v.Len() {
			b = appendValue(b, v.Index(i))
		}
		return b
	case reflect.Pointer:
		if v.IsNil() {
			return append(b, 0)
		}
		return appendValue(append(b, 1), v.Elem())
	case reflect.Slice:
		if v.IsNil() {
			return append(b, 0)
		}
		b = binary.AppendUvarint(b, uint64(v.Len())+1)
		for i := range v.Len() {
			b = appendValue(b, v.Index(i))
		}
		return b
	case reflect.Map: // of texts
		if v.IsNil() {
			return append(b, 0)
		}
		b = binary.AppendUvarint(b, uint64(v.Len())+1)
		values := make(map[string]reflect.Value, v.Len())
		for at := v.MapRange(); at.Next(); {
			values[at.Key().String()] = at.Value()
		}
		for _, key := range slices.Sorted(maps.Keys(values)) {
			b = append(binary.AppendUvarint(b, uint64(len(key))), key...)
			b = appendValue(b, values[key])
		}
		return b
	}
	panic("reader: no message has a " + v.Type().String())
}

// Decode reads what [Encode] writes of the same type, whatever else it is given.
func Decode[T any](message []byte) (value T, err error) {
	v := reflect.ValueOf(&value).Elem()
	if len(message) > MaxMessage {
		return value, errCut
	}
	if len(message) < 4 || binary.LittleEndian.Uint32(message) != version(v.Type()) {
		return value, errVersion
	}
	in := decoder{rest: message[4:]}
	in.value(v)
	if in.failed || len(in.rest) > 0 {
		var none T
		return none, errCut
	}
	return value, nil
}

// decoder reads a message from its beginning on.
type decoder struct {
	rest   []byte
	failed bool
}

// take returns the next bytes, zeros where there are no more.
func (d *decoder) take(n int) []byte {
	if d.failed || n > len(d.rest) {
		d.failed, d.rest = true, nil
		return make([]byte, min(n, 8))
	}
	taken := d.rest[:n]
	d.rest = d.rest[n:]
	return taken
}

func (d *decoder) uint() uint64 {
	n, size := binary.Uvarint(d.rest)
	if size <= 0 {
		d.failed, d.rest = true, nil
		return 0
	}
	d.rest = d.rest[size:]
	return n
}

// count reads how many things follow, each of a byte at least.
func (d *decoder) count() int {
	n := d.uint()
	if n > uint64(len(d.rest)) {
		d.failed, d.rest = true, nil
		return 0
	}
	return int(n)
}

// list reads the length of what may be nil.
func (d *decoder) list() (n int, isNil bool) {
	after := d.uint()
	if after == 0 {
		return 0, true
	}
	if after-1 > uint64(len(d.rest)) {
		d.failed, d.rest = true, nil
		return 0, true
	}
	return int(after - 1), false
}

func (d *decoder) value(v reflect.Value) {
	if d.failed {
		return
	}
	switch v.Kind() {
	case reflect.Bool:
		v.SetBool(d.take(1)[0] != 0)
	case reflect.Int, reflect.Int64, reflect.Int32:
		n, size := binary.Varint(d.rest)
		if size <= 0 || v.OverflowInt(n) {
			d.failed, d.rest = true, nil
			return
		}
		d.rest = d.rest[size:]
		v.SetInt(n)
	case reflect.Uint, reflect.Uint64, reflect.Uint32:
		n := d.uint()
		if v.OverflowUint(n) {
			d.failed, d.rest = true, nil
			return
		}
		v.SetUint(n)
	case reflect.Float64:
		v.SetFloat(math.Float64frombits(binary.LittleEndian.Uint64(d.take(8))))
	case reflect.Float32:
		v.SetFloat(float64(math.Float32frombits(binary.LittleEndian.Uint32(d.take(4)))))
	case reflect.String:
		v.SetString(string(d.take(d.count())))
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				d.value(v.Field(i))
			}
		}
	case reflect.Array:
		for i := range v.Len() {
			d.value(v.Index(i))
		}
	case reflect.Pointer:
		if d.take(1)[0] != 0 {
			v.Set(reflect.New(v.Type().Elem()))
			d.value(v.Elem())
		}
	case reflect.Slice:
		n, isNil := d.list()
		if isNil {
			return
		}
		v.Set(reflect.MakeSlice(v.Type(), n, n))
		for i := range n {
			d.value(v.Index(i))
		}
	case reflect.Map:
		n, isNil := d.list()
		if isNil {
			return
		}
		v.Set(reflect.MakeMapWithSize(v.Type(), n))
		for range n {
			key := string(d.take(d.count()))
			item := reflect.New(v.Type().Elem()).Elem()
			d.value(item)
			if !d.failed {
				v.SetMapIndex(reflect.ValueOf(key).Convert(v.Type().Key()), item)
			}
		}
	default:
		panic("reader: no message has a " + v.Type().String())
	}
}
