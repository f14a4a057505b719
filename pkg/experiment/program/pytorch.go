package program

import (
	"strings"

	"firstneuron/pkg/experiment"
	"firstneuron/pkg/nn"
)

// PyTorch writes an experiment as a program for PyTorch that begins with the
// page's initial weights. What PyTorch does not have the program says in a
// comment; ok is then false.
func PyTorch(e experiment.Experiment) (text string, ok bool) {
	optimizer, hasOptimizer := torchOptimizer(e)
	if !hasOptimizer {
		return "# torch.optim has no " + classOf(nn.Optimizers(), e.Optimizer.Name) + " with these options.\n", false
	}
	var b strings.Builder
	line := func(text string) { b.WriteString(text + "\n") }
	line("import torch\nfrom torch import nn\n")
	line("xs = " + torchColumn(xsOf(e)) + "\nys = " + torchColumn(ysOf(e)) + "\n")
	if hasLayer(e, "exponential") {
		line("class Exponential(nn.Module):\n    def forward(self, x):\n        return torch.exp(x)\n")
	}
	line("model = nn.Sequential(")
	inputs, at := 1, 0
	var places []int
	for _, layer := range e.Layers {
		line("    nn.Linear(" + itoa(inputs) + ", " + itoa(layer.Units) + "),")
		inputs, places, at = layer.Units, append(places, at), at+1
		if layer.Activation != "linear" {
			line("    " + torchActivations[layer.Activation] + ",")
			at++
		}
	}
	line(")\nwith torch.no_grad():  # the same initial weights as on the page")
	for i, layer := range layersOf(e) {
		model := "    model[" + itoa(places[i]) + "]."
		var rows []string
		for j := range layer.units {
			rows = append(rows, "["+numberList(layer.column(j), 8)+"]")
		}
		line(model + "weight.copy_(torch.tensor([" + strings.Join(rows, ", ") + "]))")
		line(model + "bias.copy_(torch.tensor([" + numberList(layer.bias, 8) + "]))")
	}
	line("\noptimizer = torch.optim." + optimizer)
	line("\ndef loss_function(guess, y):\n    return " + torchLoss(e))
	penalty := ""
	if e.L1 != 0 || e.L2 != 0 {
		line("\ndef penalty():\n    kernels = [p for p in model.parameters() if p.dim() == 2]")
		line("    return sum(" + pythonNumber(e.L1, false) + " * w.abs().sum() + " + pythonNumber(e.L2, false) + " * w.square().sum() for w in kernels)")
		penalty = " + penalty()"
	}
	count := len(e.Points) - e.ValidationPoints()
	line("")
	if e.ValidationPoints() > 0 {
		line("x_val, y_val = xs[" + itoa(count) + ":], ys[" + itoa(count) + ":]\nxs, ys = xs[:" + itoa(count) + "], ys[:" + itoa(count) + "]")
	}
	if e.Patience > 0 {
		line(`best, waited = float("inf"), 0`)
	}
	line("for epoch in range(" + itoa(e.Epochs) + "):")
	order := "torch.arange(len(xs))"
	if e.Shuffle {
		order = "torch.randperm(len(xs))"
	}
	line("    total = 0.0\n    for batch in " + order + ".split(" + itoa(e.Batch) + "):\n        optimizer.zero_grad()")
	line("        loss = loss_function(model(xs[batch]), ys[batch])" + penalty + "\n        loss.backward()")
	line(torchClipping(e) + "        optimizer.step()\n        total += loss.item() * len(batch)")
	line("    logged = total / len(xs)\n    print(f\"Epoch {epoch + 1}: loss {logged:.4e}\")")
	watched := "logged"
	if e.ValidationPoints() > 0 {
		line("    with torch.no_grad():\n        val_loss = (loss_function(model(x_val), y_val)" + penalty + ").item()")
		watched = "val_loss"
	}
	if e.Patience > 0 {
		line("    waited = 0 if " + watched + " < best else waited + 1\n    best = min(best, " + watched + ")\n    if waited >= " + itoa(e.Patience) + ":\n        break")
	}
	asked := []float64{e.Predict}
	for _, q := range e.Asked {
		asked = append(asked, q.X)
	}
	line("\nwith torch.no_grad():\n    print(model(" + torchColumn(asked) + "))")
	return b.String(), true
}

func xsOf(e experiment.Experiment) []float64 {
	xs := make([]float64, len(e.Points))
	for i, p := range e.Points {
		xs[i] = p.X
	}
	return xs
}

func ysOf(e experiment.Experiment) []float64 {
	ys := make([]float64, len(e.Points))
	for i, p := range e.Points {
		ys[i] = p.Y
	}
	return ys
}

func hasLayer(e experiment.Experiment, activation string) bool {
	for _, layer := range e.Layers {
		if layer.Activation == activation {
			return true
		}
	}
	return false
}

// torchColumn writes numbers as a tensor of one column.
func torchColumn(values []float64) string {
	return "torch.tensor([" + numberList(values, 4) + "]).reshape(-1, 1)"
}

// torchActivations are PyTorch's modules for Keras's activations.
var torchActivations = map[string]string{
	"relu": "nn.ReLU()", "leaky_relu": "nn.LeakyReLU(0.2)", "relu6": "nn.ReLU6()", "elu": "nn.ELU()", "selu": "nn.SELU()",
	"softplus": "nn.Softplus()", "softsign": "nn.Softsign()", "tanh": "nn.Tanh()", "sigmoid": "nn.Sigmoid()",
	"hard_sigmoid": "nn.Hardsigmoid()", "silu": "nn.SiLU()", "gelu": "nn.GELU()", "exponential": "Exponential()", "mish": "nn.Mish()",
}

// torchOptimizer writes the optimizer; ok is false where PyTorch has none like
// it.
func torchOptimizer(e experiment.Experiment) (text string, ok bool) {
	v := func(key string) string { return e.Value(key) }
	decays := e.Optimizer.Name != "adamw" && v("weight_decay") != "0"
	if decays || (v("momentum") != "0" && e.Optimizer.Name == "rmsprop") || v("initial_accumulator_value") == "0" {
		return "", false
	}
	text = classOf(nn.Optimizers(), e.Optimizer.Name) + "(model.parameters(), lr=" + v("lr")
	betas := ", betas=(" + v("beta_1") + ", " + v("beta_2") + "), eps=" + v("epsilon")
	switch e.Optimizer.Name {
	case "sgd":
		if v("momentum") != "0" {
			text += ", momentum=" + v("momentum")
			if v("nesterov") == "1" {
				text += ", nesterov=True"
			}
		}
	case "adam", "adamw":
		text += betas
		if e.Optimizer.Name == "adamw" {
			text += ", weight_decay=" + v("weight_decay")
		}
		if v("amsgrad") == "1" {
			text += ", amsgrad=True"
		}
	case "adamax":
		text += betas
	case "nadam":
		text = strings.Replace(text, "Nadam", "NAdam", 1) + betas + ", momentum_decay=1" // Keras has 0.96 to the power of the step
	case "rmsprop":
		text += ", alpha=" + v("rho") + ", eps=" + v("epsilon")
		if v("centered") == "1" {
			text += ", centered=True"
		}
	case "adagrad":
		text += ", initial_accumulator_value=" + v("initial_accumulator_value") + ", eps=" + v("epsilon")
	case "adadelta":
		text += ", rho=" + v("rho") + ", eps=" + v("epsilon")
	default:
		return "", false
	}
	return text + ")", true
}

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

// torchLoss is the loss of a guess as an expression.
func torchLoss(e experiment.Experiment) string {
	switch e.Loss {
	case "mean_absolute_error":
		return "nn.functional.l1_loss(guess, y)"
	case "huber":
		return "nn.functional.huber_loss(guess, y, delta=" + e.Value("delta") + ")"
	case "log_cosh":
		return "(guess - y + nn.functional.softplus(-2 * (guess - y)) - 0.6931472).mean()"
	case "mean_absolute_percentage_error":
		return "100 * ((y - guess) / y.abs().clamp(min=1e-7)).abs().mean()"
	case "mean_squared_logarithmic_error":
		return "(torch.log1p(guess.clamp(min=1e-7)) - torch.log1p(y.clamp(min=1e-7))).square().mean()"
	case "poisson":
		return "(guess - y * torch.log(guess + 1e-7)).mean()"
	case "binary_crossentropy":
		if s := e.Value("label_smoothing"); s != "0" {
			y := "y * (1 - " + s + ") + 0.5 * " + s
			return crossentropy(e, y)
		}
		return crossentropy(e, "y")
	case "hinge", "squared_hinge":
		hinge := "torch.relu(1 - (torch.where(y == 0, -1.0, y)) * guess)"
		if e.Loss == "squared_hinge" {
			hinge += ".square()"
		}
		return hinge + ".mean()"
	}
	return "nn.functional.mse_loss(guess, y)"
}

func crossentropy(e experiment.Experiment, y string) string {
	if e.Value("from_logits") == "1" {
		return "nn.functional.binary_cross_entropy_with_logits(guess, " + y + ")"
	}
	return "nn.functional.binary_cross_entropy(guess.clamp(1e-7, 1 - 1e-7), " + y + ")"
}
