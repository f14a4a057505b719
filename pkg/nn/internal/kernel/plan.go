package kernel

import "structs"

// Layer is a Dense layer of a [Plan]: the struct layer of src/plan.h. Addresses
// are those of the first values of slices that live as long as the plan.
type Layer struct {
	_                            structs.HostLayout
	KernelL1, KernelL2           float64
	BiasL1, BiasL2               float64
	In, Outs, Activation         uint32
	Kernel, Bias                 Address
	KernelGradient, BiasGradient Address
	Z, Y                         Address
	Delta                        Address
	Room                         Address
}

// Plan is a training as the kernel takes it: the struct plan of src/plan.h,
// where its fields are explained. src/layout.h says where each field lies; a
// test compares it with this struct, and the C compiler with the other.
type Plan struct {
	_                                   structs.HostLayout
	Sum                                 float64
	Beta, Power                         [2]float64
	MetricSums, Logged                  [4]float64
	Epoch                               uint64
	Keep, Record                        Address
	Keeps                               uint32
	Layers                              Address
	Depth, Parameters                   uint32
	Weights, Gradients                  Address
	X, Y                                Address
	Rows, Batch                         uint32
	Features, Labels                    uint32
	Order                               Address
	GatheredX, GatheredY                Address
	Seed                                uint64
	ValidationX, ValidationY            Address
	ValidationRows, ValidationBatch     uint32
	Metric, Penalized                   uint32
	MetricOption                        float32
	Loss, FromZ                         uint32
	LossOption                          float32
	Optimizer, Flag                     uint32
	Rate, Decay                         float32
	Options                             [3]float32
	State                               [3]Address
	Guard, Start                        Address
	From                                uint32
	Diverged, Overflow                  uint32
	Sound                               uint32
	Ended                               uint32
	Losses, Metrics                     Address
	ValidationLosses, ValidationMetrics Address
}

// Address is a place in the program's memory, 0 for none.
type Address uint32
