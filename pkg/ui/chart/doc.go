// Package chart draws the frames of the page's charts, axes and grid, as SVG,
// and places data in them.
//
// [NewFrame] has gonum/plot draw a frame of a given size and range; the caller
// draws what moves (points, lines, a cursor) over it, at the pixels that
// [Frame.Px] gives. So a frame is drawn once and kept while its ranges stay,
// and what moves is a handful of SVG elements.
//
// A [Heat] behind the data shows a value over the whole area: colours, as the
// pixels of a small canvas, and gonum's contours, as one path.
//
// Nothing here knows of colours: every mark has a class (chart-grid,
// chart-axis, chart-tick, chart-label) that the style sheet gives one, so that
// light and dark need no other picture.
package chart
