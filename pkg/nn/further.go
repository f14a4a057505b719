package nn

// furtherLossEntries are the rows of [FurtherLosses], each beside its loss.
var furtherLossEntries = []*Entry{}

// furtherMetricEntries are the rows of [FurtherMetrics], each beside its metric.
var furtherMetricEntries = []*Entry{}
