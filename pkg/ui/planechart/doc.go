// Package planechart is one widget: the chart of data with two inputs, in which points
// are moved and added. Package plane has what it draws as plain values.
package planechart
