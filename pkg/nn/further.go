package nn

// furtherLossEntries are the rows of [FurtherLosses], each beside its loss.
var furtherLossEntries = []*Entry{&binaryFocalCrossentropyEntry, &categoricalFocalCrossentropyEntry}

// furtherMetricEntries are the rows of [FurtherMetrics], each beside its metric.
var furtherMetricEntries = []*Entry{
	&aucEntry, &f1ScoreEntry, &falseNegativesEntry, &falsePositivesEntry, &fbetaScoreEntry, &precisionEntry,
	&recallEntry, &sparseTopKEntry, &topKEntry, &trueNegativesEntry, &truePositivesEntry,
}
