import torch
from torch import nn

xs = torch.tensor([-1.0, 0.0, 1.0, 2.0, 3.0, 4.0]).reshape(-1, 1)
ys = torch.tensor([-3.0, -1.0, 1.0, 3.0, 5.0, 7.0]).reshape(-1, 1)

model = nn.Sequential(
    nn.Linear(1, 8),
    nn.Tanh(),
    nn.Linear(8, 1),
)
with torch.no_grad():  # the same initial weights as on the page
    model[0].weight.copy_(torch.tensor([[0.021187471], [0.731816], [-0.74820054], [0.38844883], [-0.41310614], [0.2784946], [-0.5498473], [-0.5728248]]))
    model[0].bias.copy_(torch.tensor([0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0]))
    model[2].weight.copy_(torch.tensor([[
        -0.60067475, 0.60724264, 0.5996944, 0.28630584, 0.8115787, 0.8069742,
        -0.75392044, 0.021956308,
    ]]))
    model[2].bias.copy_(torch.tensor([0.0]))

optimizer = torch.optim.SGD(model.parameters(), lr=0.05)

def loss_function(guess, y):
    return nn.functional.mse_loss(guess, y)

for epoch in range(40):
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
    print(model(torch.tensor([10.0]).reshape(-1, 1)))
