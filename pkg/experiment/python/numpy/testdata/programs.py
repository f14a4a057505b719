"""What whole programs print, those of programs.txt."""

import contextlib
import io
import warnings
from pathlib import Path

import fixture


def main():
    rows = []
    for text in (Path(__file__).parent / "programs.txt").read_text(encoding="utf-8").split("----\n"):
        printed = io.StringIO()
        with warnings.catch_warnings(), contextlib.redirect_stdout(printed):
            warnings.simplefilter("ignore")
            import numpy as np

            with np.printoptions():
                exec(text, {})
        rows.append({"text": text, "printed": printed.getvalue()})
    fixture.write("programs", rows)
