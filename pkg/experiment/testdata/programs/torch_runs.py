"""Runs the exported PyTorch programs and records what they print.

Not part of generate.py: PyTorch is Debian's python3-torch, not one of PyPI's
wheels, which bring 3 GB of CUDA along.
"""

import torch

import result

if __name__ == "__main__":
    entries = []
    for path in sorted(result.FOLDER.glob("torch/*.py")):
        names, printed = result.run(path.read_text(encoding="utf-8"))
        losses = [float(line.split("loss ")[1]) for line in printed.splitlines() if line.startswith("Epoch ")]
        with torch.no_grad():
            answer = names["model"](torch.tensor([[10.0]])).item()
        entries.append({"name": path.stem, "losses": losses, "answer": answer})
    result.write("torch.json", entries, torch=torch.__version__)
