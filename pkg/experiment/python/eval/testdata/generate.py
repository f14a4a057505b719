"""Runs the programs of programs.txt in Python and records what each prints, and with
which error it ends: python3 generate.py."""
import contextlib, io, json, os, platform

here = os.path.dirname(os.path.abspath(__file__))
entries = []
for text in open(os.path.join(here, "programs.txt"), encoding="utf-8").read().split("\n---\n"):
    out = io.StringIO()
    error = ""
    try:
        with contextlib.redirect_stdout(out):
            exec(compile(text, "program", "exec"), {"__name__": "__main__"})
    except Exception as e:
        error = type(e).__name__ + (": " + str(e) if str(e) else "")
    entries.append({"Text": text, "Printed": out.getvalue(), "Error": error})
with open(os.path.join(here, "programs.json"), "w", encoding="utf-8") as f:
    json.dump({"python": platform.python_version(), "entries": entries}, f, indent=1, ensure_ascii=False)
    f.write("\n")
