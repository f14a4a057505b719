// Package kerasfile writes and reads whole models as Keras's .keras files: a zip of
// the configuration, of what the model was compiled with, and of the weights in HDF5.
//
//	err := kerasfile.Save(model, "lesson.keras")   // keras.models.load_model reads it
//	model, err := kerasfile.Load("lesson.keras")   // also one that model.save wrote
//
// What an optimizer remembers between steps is neither written nor read: Keras warns
// that it skips it, and a training that goes on begins with it anew.
//
// It is a package of its own, so that a program that keeps no files, such as the
// page, carries none of it.
//
// Source: https://keras.io/api/models/model_saving_apis/model_saving_and_loading/;
// keras/src/saving/saving_lib.py.
package kerasfile

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"strconv"

	"firstneuron/pkg/nn"
	"firstneuron/pkg/nn/internal/hdf5"
)

// The members of a .keras file.
const (
	metadataName = "metadata.json"
	configName   = "config.json"
	weightsName  = "model.weights.h5"
)

// kerasVersion is the version whose files these are.
const kerasVersion = "3.15.1"

// maxMember is the number of bytes of a member that are read.
const maxMember = 1 << 30

// Save writes the model to a file. Errors: the layers do not fit together, one is of
// your own, or the file cannot be written.
func Save(m *nn.Sequential, path string) error {
	var b bytes.Buffer
	if err := Write(&b, m); err != nil {
		return err
	}
	return os.WriteFile(path, b.Bytes(), 0o666)
}

// Load reads the model of a file, compiled where it was. Errors: it is no .keras
// file, or has what pkg/nn does not have.
func Load(path string) (*nn.Sequential, error) {
	file, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	return Read(file)
}

// Write writes the model as a .keras file.
func Write(w io.Writer, m *nn.Sequential) error {
	config, err := configOf(m)
	if err != nil {
		return err
	}
	weights, err := WeightsHDF5(m)
	if err != nil {
		return err
	}
	metadata, err := json.Marshal(map[string]string{"keras_version": kerasVersion, "date_saved": "1980-01-01@00:00:00"})
	if err != nil {
		return err
	}
	z := zip.NewWriter(w)
	for _, member := range []struct {
		name  string
		bytes []byte
	}{{metadataName, metadata}, {configName, config}, {weightsName, weights}} {
		file, err := z.CreateHeader(&zip.FileHeader{Name: member.name, Method: zip.Store})
		if err != nil {
			return err
		}
		if _, err := file.Write(member.bytes); err != nil {
			return err
		}
	}
	return z.Close()
}

// configOf returns the configuration with what the model was compiled with.
func configOf(m *nn.Sequential) ([]byte, error) {
	text, err := m.Config()
	if err != nil {
		return nil, err
	}
	compiled, err := m.CompileConfig()
	if err != nil {
		if m.Compiled() {
			return nil, err
		}
		return text, nil
	}
	var config map[string]json.RawMessage
	if err := json.Unmarshal(text, &config); err != nil {
		return nil, err
	}
	config["compile_config"] = compiled
	return json.Marshal(config)
}

// groups names the group of each layer in a weights file: by its class, with a number
// from the second of a class on, whatever the layer is called.
func groups(m *nn.Sequential) []string {
	var names []string
	counts := make(map[string]int)
	for _, layer := range m.Layers() {
		name := layer.Name()
		if _, isInput := layer.(*nn.Input); isInput {
			names = append(names, "")
			continue
		}
		if n := counts[name]; n > 0 {
			name += "_" + strconv.Itoa(n)
		}
		counts[layer.Name()]++
		names = append(names, name)
	}
	return names
}

// WeightsHDF5 returns the weights as Keras's save_weights writes them to a
// .weights.h5 file.
func WeightsHDF5(m *nn.Sequential) ([]byte, error) {
	root := hdf5.NewGroup()
	root.Sub("vars")
	names := m.LayerNames()
	for i, group := range groups(m) {
		if group == "" {
			continue
		}
		vars := root.Sub("layers", group, "vars")
		variables, err := m.LayerVariables(names[i])
		if err != nil {
			return nil, err
		}
		for k, v := range variables {
			d := &hdf5.Dataset{Shape: v.Shape, Floats: v.Values}
			if v.Whole {
				d = &hdf5.Dataset{Shape: v.Shape, Ints: []int64{int64(v.Values[0])}}
			}
			vars.Datasets[strconv.Itoa(k)] = d
		}
	}
	return hdf5.Write(root)
}

// LoadWeightsHDF5 sets the weights from a .weights.h5 file. Errors: it is none, or does
// not fit the model; then nothing is changed.
func LoadWeightsHDF5(m *nn.Sequential, file []byte) error {
	root, err := hdf5.Read(file)
	if err != nil {
		return err
	}
	var weights [][]float32
	names := m.LayerNames()
	for i, group := range groups(m) {
		variables, err := m.LayerVariables(names[i])
		if err != nil {
			return err
		}
		held := root.Find("layers", group, "vars")
		if len(variables) == 0 {
			continue
		}
		if held == nil || len(held.Datasets) != len(variables) {
			return fmt.Errorf("kerasfile: the file does not have the %d variables of layer %s; give one of a model of the same layers", len(variables), names[i])
		}
		for k, v := range variables {
			d := held.Datasets[strconv.Itoa(k)]
			if d == nil || fmt.Sprint(d.Shape) != fmt.Sprint(v.Shape) {
				return fmt.Errorf("kerasfile: layer %s: the file's variable %d does not have the shape %v of the %s", names[i], k, v.Shape, v.Name)
			}
			values := d.Floats
			for _, whole := range d.Ints {
				values = append(values, float32(whole))
			}
			weights = append(weights, values)
		}
	}
	return m.SetWeights(weights)
}

// Read reads the model of a .keras file.
func Read(file []byte) (*nn.Sequential, error) {
	z, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		return nil, fmt.Errorf("kerasfile: the file is no zip, as .keras files are: %w", err)
	}
	config, err := member(z, configName)
	if err != nil {
		return nil, err
	}
	weights, err := member(z, weightsName)
	if err != nil {
		return nil, err
	}
	m, err := nn.FromConfig(config)
	if err != nil {
		return nil, err
	}
	if err := LoadWeightsHDF5(m, weights); err != nil {
		return nil, err
	}
	var whole struct {
		Compile json.RawMessage `json:"compile_config"`
	}
	var parts struct{ Optimizer, Loss json.RawMessage }
	if err := json.Unmarshal(config, &whole); err != nil {
		return nil, fmt.Errorf("kerasfile: %w", err)
	}
	if len(whole.Compile) == 0 {
		return m, nil
	}
	if err := json.Unmarshal(whole.Compile, &parts); err != nil {
		return nil, fmt.Errorf("kerasfile: compile_config: %w", err)
	}
	if len(parts.Optimizer) == 0 && len(parts.Loss) == 0 { // it was not compiled
		return m, nil
	}
	return m, m.CompileFromConfig(whole.Compile)
}

// member returns the bytes of a member of the zip.
func member(z *zip.Reader, name string) ([]byte, error) {
	file, err := z.Open(name)
	if err != nil {
		return nil, fmt.Errorf("kerasfile: there is no %s in the file; give one that Keras 3 saved", name)
	}
	defer func() { _ = file.Close() }() // it was only read
	text, err := io.ReadAll(io.LimitReader(file, maxMember+1))
	if err != nil {
		return nil, fmt.Errorf("kerasfile: %s: %w", name, err)
	}
	if len(text) > maxMember {
		return nil, errors.New("kerasfile: " + name + " is larger than a gigabyte, more than is read")
	}
	return text, nil
}
