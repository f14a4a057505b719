package experiment

import (
	"encoding/binary"
	"math"
	"slices"
	"strings"
)

// packedColumns begins points that are packed as columns of float32: the number of
// inputs in a byte, then each input of all points, then their labels, little-endian.
const packedColumns = "2."

// packPoints writes the points in few characters: as columns of float32 where those
// are the very numbers, else, or when it is shorter, as texts.
func packPoints(e Experiment) string {
	lists := []string{xsOf(e)}
	if e.Inputs > 1 {
		lists = append(lists, x2sOf(e))
	}
	text := pack(strings.Join(append(lists, ysOf(e)), ";"))
	inputs := max(e.Inputs, 1)
	data := []byte{byte(inputs)}
	for column := range inputs + 1 {
		for _, p := range e.Points {
			v := p.Y
			if column < inputs {
				v = p.X[column]
			}
			if shortest(float32(v)) != v {
				return text
			}
			data = binary.LittleEndian.AppendUint32(data, math.Float32bits(float32(v)))
		}
	}
	if columns := packedColumns + deflated(string(data)); len(columns) < len(text) {
		return columns
	}
	return text
}

// unpackColumns reads points that packPoints wrote as columns.
func unpackColumns(e *Experiment, packed string) *Problem {
	data, p := inflated(strings.TrimPrefix(Trim(packed), packedColumns))
	if p != nil {
		return p
	}
	if data == "" || data[0] < 1 || data[0] > MaxInputs {
		return NewProblem("packed_unreadable")
	}
	inputs, data := int(data[0]), data[1:]
	columns := inputs + 1
	count := len(data) / 4 / columns
	if len(data) != 4*columns*count {
		return NewProblem("packed_unreadable")
	}
	points := make([]Point, count)
	for column := range columns {
		for i := range points {
			at := 4 * (column*count + i)
			v := shortest(math.Float32frombits(binary.LittleEndian.Uint32([]byte(data[at : at+4]))))
			if column < inputs {
				points[i].X[column] = v
			} else {
				points[i].Y = v
			}
		}
	}
	if p := checkPoints(points, inputs); p != nil {
		return p
	}
	*e = e.WithPoints(points, inputs)
	return nil
}

// Shortened returns points whose numbers are float32s with the fewest digits: as
// exact as a training takes them, and short enough for a link and a table. Edited
// points of a recipe have no other place to stand.
func Shortened(points []Point) []Point {
	points = slices.Clone(points)
	for i, p := range points {
		for j, v := range p.X {
			points[i].X[j] = shortest(float32(v))
		}
		points[i].Y = shortest(float32(p.Y))
	}
	return points
}
