package chart

import "image/color"

// ink is a colour by name: the class that the style sheet colours.
type ink string

const (
	gridInk  ink = "chart-grid"
	axisInk  ink = "chart-axis"
	tickInk  ink = "chart-tick"
	labelInk ink = "chart-label"
)

var _ color.Color = ink("")

// RGBA is opaque black, for whoever draws an ink without a style sheet.
func (ink) RGBA() (r, g, b, a uint32) { return 0, 0, 0, 0xffff }
