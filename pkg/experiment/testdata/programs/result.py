"""How programs are run and their results written."""

import contextlib
import io
import json
from pathlib import Path

FOLDER = Path(__file__).resolve().parent


def run(program):
    """Runs a program and returns its names and what it printed."""
    out = io.StringIO()
    names = {"__name__": "__main__"}
    with contextlib.redirect_stdout(out):
        exec(compile(program, "program.py", "exec"), names)
    return names, out.getvalue()


def write(name, entries, **head):
    """Writes entries as JSON, one a line, under what they came from."""
    lines = ",\n".join(json.dumps(e, ensure_ascii=False, allow_nan=False, separators=(",", ":")) for e in entries)
    text = json.dumps(head)[1:-1]
    (FOLDER / name).write_text("{" + text + (", " if text else "") + '"entries": [\n' + lines + "\n]}\n", encoding="utf-8")
    print(f"{name}: {len(entries)} entries")
