package experiment

import (
	"slices"
	"strings"
)

// The keys of the page's parts.
const (
	DataPart       = "data"
	FeaturesPart   = "features"
	FitPart        = "fit"
	NetworkPart    = "network"
	SetupPart      = "setup"
	ExplorePart    = "explore"
	PredictionPart = "prediction"
	ModelPart      = "model"
	LossPart       = "loss"
	SurfacePart    = "surface"
	CodePart       = "code"
	ConsolePart    = "console"
	SharePart      = "share"
)

// The keys of the page's panels.
const (
	DataPanel     = "data"
	SettingsPanel = "settings"
	LayersPanel   = "layers"
	CodePanel     = "code"
	ExplorePanel  = "explore"
	// AllPanels, in their place, lays all panels out at once.
	AllPanels = "all"
)

// Panel is a tab of the page's drawer: what can be opened beside the chart.
type Panel struct {
	// Key is what links call it, Title the key of its name in the page's catalogues.
	Key, Title string
}

// Panels is the table of the panels, in the order of their tabs.
var Panels = []Panel{
	{DataPanel, "panel.data"},
	{SettingsPanel, "panel.settings"},
	{LayersPanel, "panel.layers"},
	{CodePanel, "panel.code"},
	{ExplorePanel, "panel.explore"},
}

// PanelKeys returns the keys of the panels, in the order of the table.
func PanelKeys() []string {
	keys := make([]string, len(Panels))
	for i, panel := range Panels {
		keys[i] = panel.Key
	}
	return keys
}

// Part is a part of the page that a link can name.
type Part struct {
	// Key is what links call it.
	Key string
	// Alias is another key that links may use, "" for none.
	Alias string
	// Title is the key of its title in the page's catalogues.
	Title string
	// Panel is the panel that it is in, or that has more of it than is always in sight;
	// "" for none.
	Panel string
	// Lockable tells that the part has controls, so that it can be shown and
	// not be editable. Every part can be hidden.
	Lockable bool
	// OfExample tells that an example sets something that the part shows, so
	// that no example can be chosen while the part is locked.
	OfExample bool
	// OfCode tells that the part is made from the program's text, which is
	// written only while one of these parts is shown.
	OfCode bool
}

// Parts is the table of the page's parts, in reading order. The page's layout,
// the Share dialog, the locks, the warm-up and the documentation follow it.
var Parts = []Part{
	{Key: DataPart, Title: "data.title", Panel: DataPanel, Lockable: true, OfExample: true},
	{Key: FeaturesPart, Title: "features.title", Panel: DataPanel, Lockable: true, OfExample: true},
	{Key: FitPart, Title: "fit.title"},
	{Key: NetworkPart, Title: "network.title"},
	{Key: SetupPart, Title: "setup.title", Panel: SettingsPanel, Lockable: true, OfExample: true},
	{Key: ExplorePart, Alias: "closer", Title: "explore.title", Panel: ExplorePanel},
	{Key: ModelPart, Title: "model.title", Panel: LayersPanel, Lockable: true, OfExample: true},
	{Key: LossPart, Title: "loss.title"},
	{Key: SurfacePart, Title: "surface.title"},
	{Key: PredictionPart, Title: "prediction.title", Panel: ExplorePanel, Lockable: true, OfExample: true},
	{Key: CodePart, Title: "code.title", Panel: CodePanel, Lockable: true, OfCode: true},
	{Key: ConsolePart, Title: "console.title", Panel: CodePanel, OfCode: true},
	{Key: SharePart, Title: "share.title"},
}

// partKey returns the key of the part that a link names by key or alias; a name
// that no part has is its own key.
func partKey(name string) string {
	for _, part := range Parts {
		if part.Alias != "" && name == part.Alias {
			return part.Key
		}
	}
	return name
}

// PanelsOf returns the panels that have anything to show: those of which not every
// part is hidden.
func (e Experiment) PanelsOf() []Panel {
	return slices.DeleteFunc(slices.Clone(Panels), func(panel Panel) bool {
		return !slices.ContainsFunc(Parts, func(part Part) bool { return part.Panel == panel.Key && !e.Hides(part.Key) })
	})
}

// PanelOf returns the panel with the field of a property, by the property's key; ""
// for what is always in sight.
func PanelOf(key string) string {
	name, _, _ := strings.Cut(key, ".")
	switch name {
	case "predict":
		return ""
	case "xs", "x2", "ys", "points", "example", "set", "classes", "features", NormalizeKey, "xname", "x2name", "yname":
		return DataPanel
	case "w", "b", "weights", "layers", "units", "activation", "seed":
		return LayersPanel
	case "also", "truth":
		return ExplorePanel
	}
	return SettingsPanel
}

// Hides reports whether a part of the page is not shown. Features are made of two inputs.
func (e Experiment) Hides(part string) bool {
	return part == FeaturesPart && e.Inputs < 2 || slices.Contains(e.Hide, part) || e.step != nil && !e.step.Draws(part) || e.Present && e.settles(part)
}

// settles reports whether a part is one of settings, which a room does not see unless the
// step names it.
func (e Experiment) settles(part string) bool {
	switch part {
	case DataPart, SetupPart, ModelPart, FeaturesPart, CodePart, ConsolePart, SharePart:
		return e.step == nil || !slices.Contains(e.step.Show, part)
	}
	return false
}

// HidesCode reports whether every part that is made from the program's text is
// hidden.
func (e Experiment) HidesCode() bool {
	return !slices.ContainsFunc(Parts, func(p Part) bool { return p.OfCode && !e.Hides(p.Key) })
}

// Locks reports whether a part of the page is shown but not editable.
func (e Experiment) Locks(part string) bool {
	return slices.Contains(e.Lock, part) || e.step != nil && slices.Contains(e.step.Lock, part)
}

// LocksExamples reports whether no example can be chosen, since it would change
// something that a locked part shows.
func (e Experiment) LocksExamples() bool {
	return slices.ContainsFunc(Parts, func(p Part) bool { return p.OfExample && e.Locks(p.Key) })
}
