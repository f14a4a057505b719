// Package workbook reads the first sheet of an Excel workbook (.xlsx) as lines of cells
// with tabs between.
//
// The libraries for workbooks bring readers of XML and zip files and all of Excel, some
// hundred kilobytes of the page's program. What data need is little: the entries of a
// zip file (zip.go), which tags and texts follow one another (tag.go), which cells are
// texts and which dates (sheet.go). The inflater is there already, for links.
package workbook
