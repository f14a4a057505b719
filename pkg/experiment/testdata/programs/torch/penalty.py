# PyTorch has no metric mae: this program leaves it out.
import torch
from torch import nn

xs = torch.tensor([-1.0, 0.0, 1.0, 2.0, 3.0, 4.0]).reshape(-1, 1)
ys = torch.tensor([-3.0, -1.0, 1.0, 3.0, 5.0, 7.0]).reshape(-1, 1)

model = nn.Sequential(
    nn.Linear(1, 4),
    nn.Tanh(),
    nn.Linear(4, 1),
)
with torch.no_grad():  # the same initial weights as on the page
    model[0].weight.copy_(torch.tensor([[0.028425977], [0.98183423], [-1.0038164], [0.5211588]]))
    model[0].bias.copy_(torch.tensor([0.0, 0.0, 0.0, 0.0]))
    model[2].weight.copy_(torch.tensor([[-0.55424005, 0.37363973, -0.73769754, -0.76852506]]))
    model[2].bias.copy_(torch.tensor([0.0]))

optimizer = torch.optim.SGD(model.parameters(), lr=0.05)

def loss_function(guess, y):
    return nn.functional.mse_loss(guess, y)

def penalty():
    kernels = [p for p in model.parameters() if p.dim() == 2]
    return sum(0.01 * w.abs().sum() + 0.02 * w.square().sum() for w in kernels)

for epoch in range(30):
    total = 0.0
    for batch in torch.randperm(len(xs)).split(32):
        optimizer.zero_grad()
        loss = loss_function(model(xs[batch]), ys[batch]) + penalty()
        loss.backward()
        optimizer.step()
        total += loss.item() * len(batch)
    logged = total / len(xs)
    print(f"Epoch {epoch + 1}: loss {logged:.4e}")

with torch.no_grad():
    print(model(torch.tensor([10.0]).reshape(-1, 1)))
