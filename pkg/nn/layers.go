package nn

// layerEntries are the rows of [Layers], each beside its layer.
var layerEntries = []*Entry{
	&activationEntry, &activityRegularizationEntry, &batchNormalizationEntry, &denseEntry, &dropoutEntry,
	&eluLayerEntry, &flattenEntry, &gaussianNoiseEntry, &inputEntry, &layerNormalizationEntry,
	&leakyReLULayerEntry, &normalizationEntry, &preluEntry, &reluLayerEntry, &rescalingEntry, &softmaxLayerEntry,
}
