package main

import (
	"testing"

	"firstneuron/cmd/internal/linked"
)

func TestProgramLinksChosenPackages(t *testing.T) {
	linked.Compare(t, append(linked.StandIns(t), "-tags", "minimal,simd")...)
}
