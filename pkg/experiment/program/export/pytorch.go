package export

import (
	"strconv"
	"strings"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/experiment/script"
	"firstneuron/pkg/nn"
)

// PyTorch writes an experiment as a program for PyTorch that begins with the
// page's initial weights. What PyTorch lacks the text says in a comment; ok is
// false where there is no program without it.
func PyTorch(e experiment.Experiment) (text string, ok bool) {
	lack := &lacks{library: "PyTorch"}
	optimizer, known := torchOptimizers[e.Optimizer.Name]
	if !known {
		lack.thing(nn.Optimizers(), e.Optimizer.Name)
	}
	made := optimizer.write(e, e.Optimizer.Options, clippingOptions, func(option string) {
		if known {
			lack.option(nn.Optimizers(), e.Optimizer.Name, option)
		}
	})
	for _, layer := range e.Layers {
		if _, known := torchActivations[layer.Activation]; !known {
			lack.thing(nn.Activations(), layer.Activation)
		}
	}
	loss := torchLosses[e.Loss]
	if loss == nil {
		lack.thing(nn.Losses(), e.Loss)
	}
	if _, known := torchMetrics[e.Metric]; !known && e.Metric != "" {
		lack.metric(e.Metric)
	}
	lack.rules(e)
	if lack.needed {
		return lack.comment("#"), false
	}
	var b strings.Builder
	line := func(text string) { b.WriteString(text + "\n") }
	b.WriteString(lack.comment("#"))
	line("import torch\nfrom torch import nn\n")
	line(torchLayout.columnsNote(e) + "xs = " + torchLayout.inputs(e, placesOf(e)) + "\nys = " + torchColumn(ysOf(e)) + "\n")
	if hasLayer(e, "exponential") {
		line("class Exponential(nn.Module):\n    def forward(self, x):\n        return torch.exp(x)\n")
	}
	at := 0
	var places []int
	if e.Normalize {
		line("mean, deviation = xs.mean(dim=0), xs.std(dim=0, unbiased=False).clamp(min=1e-7)\n")
		line("class Normalization(nn.Module):\n    def forward(self, x):\n        return (x - mean) / deviation\n")
	}
	line("model = nn.Sequential(")
	if e.Normalize {
		line("    Normalization(),")
		at++
	}
	for i, layer := range e.Layout() {
		line("    nn.Linear(" + strconv.Itoa(layer.Inputs) + ", " + strconv.Itoa(layer.Units) + "),")
		places, at = append(places, at), at+1
		if activation := torchActivations[e.Layers[i].Activation]; activation != "" {
			line("    " + activation + ",")
			at++
		}
	}
	line(")\nwith torch.no_grad():  # the same initial weights as on the page")
	for i, layer := range script.InitialLayers(e) {
		model := "    model[" + strconv.Itoa(places[i]) + "]."
		var rows []string
		for j := range layer.Units {
			rows = append(rows, "["+script.NumberList(layer.Column(j), 8)+"]")
		}
		line(model + "weight.copy_(torch.tensor([" + strings.Join(rows, ", ") + "]))")
		line(model + "bias.copy_(torch.tensor([" + script.NumberList(layer.Bias, 8) + "]))")
	}
	line("\noptimizer = torch.optim." + made)
	line("\ndef loss_function(guess, y):\n    return " + loss(e))
	penalty := ""
	if e.L1 != 0 || e.L2 != 0 {
		line("\ndef penalty():\n    kernels = [p for p in model.parameters() if p.dim() == 2]")
		line("    return sum(" + script.PythonNumber(e.L1, false) + " * w.abs().sum() + " + script.PythonNumber(e.L2, false) + " * w.square().sum() for w in kernels)")
		penalty = " + penalty()"
	}
	count := len(e.Points) - e.ValidationPoints()
	line("")
	if e.ValidationPoints() > 0 {
		line("x_val, y_val = xs[" + strconv.Itoa(count) + ":], ys[" + strconv.Itoa(count) + ":]\nxs, ys = xs[:" + strconv.Itoa(count) + "], ys[:" + strconv.Itoa(count) + "]")
	}
	if e.Patience > 0 {
		line(`best, waited = float("inf"), 0`)
	}
	line("for epoch in range(" + strconv.Itoa(e.Epochs) + "):")
	order := "torch.arange(len(xs))"
	if e.Shuffle {
		order = "torch.randperm(len(xs))"
	}
	line("    total = 0.0\n    for batch in " + order + ".split(" + strconv.Itoa(e.Batch) + "):\n        optimizer.zero_grad()")
	line("        loss = loss_function(model(xs[batch]), ys[batch])" + penalty + "\n        loss.backward()")
	line(torchClipping(e) + "        optimizer.step()\n        total += loss.item() * len(batch)")
	line("    logged = total / len(xs)\n    print(f\"Epoch {epoch + 1}: loss {logged:.4e}\")")
	watched := "logged"
	if e.ValidationPoints() > 0 {
		line("    with torch.no_grad():\n        val_loss = (loss_function(model(x_val), y_val)" + penalty + ").item()")
		watched = "val_loss"
	}
	if e.Patience > 0 {
		line("    waited = 0 if " + watched + " < best else waited + 1\n    best = min(best, " + watched + ")\n    if waited >= " + strconv.Itoa(e.Patience) + ":\n        break")
	}
	if e.StopLoss > 0 {
		line("    if logged < " + script.PythonNumber(e.StopLoss, false) + ":\n        break")
	}
	line("\nwith torch.no_grad():\n    print(model(" + torchLayout.inputs(e, askedOf(e)) + "))")
	return b.String(), true
}

func hasLayer(e experiment.Experiment, activation string) bool {
	for _, layer := range e.Layers {
		if layer.Activation == activation {
			return true
		}
	}
	return false
}

// torchLayout is how the numbers are written.
var torchLayout = layout{torchColumn, func(rows []string) string { return "torch.tensor([" + itemLines(rows) + "])" }, "[", "]", "#"}

// torchColumn writes numbers as a tensor of one column.
func torchColumn(values []float64) string {
	return "torch.tensor([" + script.NumberList(values, 4) + "]).reshape(-1, 1)"
}

// torchActivations are PyTorch's modules for Keras's activations.
var torchActivations = map[string]string{
	"linear": "", "relu": "nn.ReLU()", "leaky_relu": "nn.LeakyReLU(0.2)", "relu6": "nn.ReLU6()", "elu": "nn.ELU()", "selu": "nn.SELU()",
	"softplus": "nn.Softplus()", "softsign": "nn.Softsign()", "tanh": "nn.Tanh()", "sigmoid": "nn.Sigmoid()",
	"hard_sigmoid": "nn.Hardsigmoid()", "silu": "nn.SiLU()", "gelu": "nn.GELU()", "exponential": "Exponential()", "mish": "nn.Mish()", "celu": "nn.CELU()", "hard_tanh": "nn.Hardtanh()", "softmax": "nn.Softmax(dim=1)",
}

// torchOptimizers are the classes of torch.optim that compute what Keras's do.
var torchOptimizers = map[string]call{
	"sgd": {
		text: "SGD(model.parameters(), lr={lr}",
		idle: []string{"nesterov"},
		with: map[string]call{"momentum": {
			text: "SGD(model.parameters(), lr={lr}, momentum={momentum}",
			more: []addition{{"nesterov", ", nesterov=True"}},
		}},
	},
	"adam": {
		text: "Adam(model.parameters(), lr={lr}, betas=({beta_1}, {beta_2}), eps={epsilon}",
		more: []addition{{"amsgrad", ", amsgrad=True"}},
	},
	"adamw": {
		text: "AdamW(model.parameters(), lr={lr}, betas=({beta_1}, {beta_2}), eps={epsilon}, weight_decay={weight_decay}",
		more: []addition{{"amsgrad", ", amsgrad=True"}},
	},
	"adamax": {text: "Adamax(model.parameters(), lr={lr}, betas=({beta_1}, {beta_2}), eps={epsilon}"},
	// Keras has 0.96 to the power of the step.
	"nadam": {text: "NAdam(model.parameters(), lr={lr}, betas=({beta_1}, {beta_2}), eps={epsilon}, momentum_decay=1"},
	"rmsprop": {
		text: "RMSprop(model.parameters(), lr={lr}, alpha={rho}, eps={epsilon}",
		more: []addition{{"centered", ", centered=True"}},
	},
	"adagrad": {
		text: "Adagrad(model.parameters(), lr={lr}, initial_accumulator_value={initial_accumulator_value}, eps={epsilon}",
		// At 0 it matters that Keras has epsilon within the root.
		never0: "initial_accumulator_value",
	},
	"adadelta": {text: "Adadelta(model.parameters(), lr={lr}, rho={rho}, eps={epsilon}"},
}

// torchMetrics are PyTorch's metrics: it has none.
var torchMetrics = map[string]string{}

// clippingOptions are the options that torchClipping writes.
var clippingOptions = []string{"clipvalue", "global_clipnorm", "clipnorm"}

// torchClipping clips the gradients before the step.
func torchClipping(e experiment.Experiment) string {
	clip := func(key string) string {
		if v := e.Value(key); v != "0" {
			return v
		}
		return ""
	}
	switch {
	case clip("clipvalue") != "":
		return "        nn.utils.clip_grad_value_(model.parameters(), " + clip("clipvalue") + ")\n"
	case clip("global_clipnorm") != "":
		return "        nn.utils.clip_grad_norm_(model.parameters(), " + clip("global_clipnorm") + ")\n"
	case clip("clipnorm") != "":
		return "        for p in model.parameters():\n            nn.utils.clip_grad_norm_(p, " + clip("clipnorm") + ")\n"
	}
	return ""
}

// torchLosses are the losses of a guess as expressions.
var torchLosses = map[string]lossRow{
	"mean_squared_error":             loss("nn.functional.mse_loss(guess, y)"),
	"mean_absolute_error":            loss("nn.functional.l1_loss(guess, y)"),
	"huber":                          loss("nn.functional.huber_loss(guess, y, delta={delta})"),
	"log_cosh":                       loss("(guess - y + nn.functional.softplus(-2 * (guess - y)) - 0.6931472).mean()"),
	"mean_absolute_percentage_error": loss("100 * ((y - guess) / y.abs().clamp(min=1e-7)).abs().mean()"),
	"mean_squared_logarithmic_error": loss("(torch.log1p(guess.clamp(min=1e-7)) - torch.log1p(y.clamp(min=1e-7))).square().mean()"),
	"poisson":                        loss("(guess - y * torch.log(guess + 1e-7)).mean()"),
	"hinge":                          loss("torch.relu(1 - (torch.where(y == 0, -1.0, y)) * guess).mean()"),
	"squared_hinge":                  loss("torch.relu(1 - (torch.where(y == 0, -1.0, y)) * guess).square().mean()"),
	"sparse_categorical_crossentropy": func(e experiment.Experiment) string {
		if e.Value("from_logits") == "1" {
			return "nn.functional.cross_entropy(guess, y.long().squeeze(1))"
		}
		return "nn.functional.nll_loss(torch.log(guess.clamp(1e-7, 1 - 1e-7)), y.long().squeeze(1))"
	},
	"binary_crossentropy": func(e experiment.Experiment) string {
		y := "y"
		if e.Value("label_smoothing") != "0" {
			y = fill(e, "y * (1 - {label_smoothing}) + 0.5 * {label_smoothing}")
		}
		if e.Value("from_logits") == "1" {
			return "nn.functional.binary_cross_entropy_with_logits(guess, " + y + ")"
		}
		return "nn.functional.binary_cross_entropy(guess.clamp(1e-7, 1 - 1e-7), " + y + ")"
	},
}
