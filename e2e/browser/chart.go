package browser

// WaitChartsFit waits until each chart is drawn in the size that it has on
// screen.
func (p *Page) WaitChartsFit() {
	p.tb.Helper()
	p.WaitTrue(`[...document.querySelectorAll("svg.frame, .chart svg.marks")].every((svg) => {
	return Math.abs(svg.viewBox.baseVal.width - svg.closest(".chart").clientWidth) < 2;
})`)
}

// Colours are how far the canvas with the loss surface's colours, without its
// outer half pixels, is from the area of the marks, and how much colour is seen
// under the minimum and at most.
type Colours struct{ Off, Under, Most float64 }

// SurfaceColours looks at the colours of the loss surface.
func (p *Page) SurfaceColours() Colours {
	p.tb.Helper()
	return Evaluate[Colours](p, surfaceColours)
}

const surfaceColours = `(() => {
	const canvas = document.querySelector(".surface canvas"), box = canvas.getBoundingClientRect();
	const inside = document.querySelector(".surface .inside"), marks = inside.ownerSVGElement.getBoundingClientRect();
	const left = marks.left + inside.x.baseVal.value, right = left + inside.width.baseVal.value;
	const top = marks.top + inside.y.baseVal.value, bottom = top + inside.height.baseVal.value;
	const x = box.width / canvas.width / 2, y = box.height / canvas.height / 2;
	const off = Math.max(Math.abs(box.left + x - left), Math.abs(box.right - x - right),
		Math.abs(box.top + y - top), Math.abs(box.bottom - y - bottom));
	const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext("2d");
	copy.drawImage(canvas, 0, 0);
	const alphas = copy.getImageData(0, 0, canvas.width, canvas.height).data.filter((_, i) => i % 4 === 3);
	const least = document.querySelector(".surface .mark-least").getBoundingClientRect();
	const column = Math.floor(((least.left + least.right) / 2 - box.left) / (2 * x));
	const row = Math.floor(((least.top + least.bottom) / 2 - box.top) / (2 * y));
	return {off, under: alphas[row * canvas.width + column], most: Math.max(...alphas)};
})()`
