"""How a fixture is written."""

import json
import platform
from pathlib import Path

import numpy as np

FOLDER = Path(__file__).resolve().parent


def versions():
    return {"numpy": np.__version__, "python": platform.python_version()}


def write(name, rows, **head):
    """Writes rows under the versions as compact JSON, one row a line."""
    head = versions() | head | {"script": f"pkg/experiment/python/numpy/testdata/{name}.py"}
    lines = [f"{json.dumps(k)}: {json.dumps(v)}" for k, v in head.items()]
    body = ",\n".join(json.dumps(row, separators=(",", ":"), ensure_ascii=False, allow_nan=False) for row in rows)
    text = "{\n" + ",\n".join(lines) + ',\n"rows": [\n' + body + "\n]\n}\n"
    (FOLDER / f"{name}.json").write_text(text, encoding="utf-8")
    print(f"{name}.json: {len(rows)} rows, {len(text) / 1024:.0f} KiB")
