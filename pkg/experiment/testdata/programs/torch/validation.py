# PyTorch has no metric mae: this program leaves it out.
import torch
from torch import nn

xs = torch.tensor([-1.0, 0.0, 1.0, 2.0, 3.0, 4.0]).reshape(-1, 1)
ys = torch.tensor([-3.0, -1.0, 1.0, 3.0, 5.0, 7.0]).reshape(-1, 1)

model = nn.Sequential(
    nn.Linear(1, 1),
)
with torch.no_grad():  # the same initial weights as on the page
    model[0].weight.copy_(torch.tensor([[0.0]]))
    model[0].bias.copy_(torch.tensor([0.0]))

optimizer = torch.optim.SGD(model.parameters(), lr=0.01)

def loss_function(guess, y):
    return nn.functional.mse_loss(guess, y)

x_val, y_val = xs[3:], ys[3:]
xs, ys = xs[:3], ys[:3]
for epoch in range(30):
    total = 0.0
    for batch in torch.randperm(len(xs)).split(32):
        optimizer.zero_grad()
        loss = loss_function(model(xs[batch]), ys[batch])
        loss.backward()
        optimizer.step()
        total += loss.item() * len(batch)
    logged = total / len(xs)
    print(f"Epoch {epoch + 1}: loss {logged:.4e}")
    with torch.no_grad():
        val_loss = (loss_function(model(x_val), y_val)).item()

with torch.no_grad():
    print(model(torch.tensor([10.0]).reshape(-1, 1)))
