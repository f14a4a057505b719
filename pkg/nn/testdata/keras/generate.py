"""Runs Keras 3 and writes the fixtures that the tests of pkg/nn read.

    make fixtures                         every fixture, in a virtual environment
    python generate.py lesson losses      only these

Each module beside this one is a noun and has a main() that writes its file.
Same versions (requirements.txt), same bytes: nothing here depends on time or
on an unseeded draw.
"""

import importlib
import os
import sys

# Before Keras is imported: the backend, no oneDNN (its sums run in another
# order from machine to machine) and a quiet log.
os.environ["KERAS_BACKEND"] = "tensorflow"
os.environ["TF_ENABLE_ONEDNN_OPTS"] = "0"
os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
os.environ["CUDA_VISIBLE_DEVICES"] = ""

NOUNS = [
    "lesson", "activations", "initializers", "regularizers", "losses", "metrics",
    "optimizers", "schedules", "trainings", "crossentropies", "layers", "further", "drawn", "mixed", "callbacks", "console", "consoles", "configs",
]


def main(names):
    for name in names or NOUNS:
        if name not in NOUNS:
            sys.exit(f"generate.py: unknown fixture {name!r}; known: {', '.join(NOUNS)}")
        module = importlib.import_module(name)
        sys.modules["keras"].utils.clear_session()  # it numbers names as it goes
        module.main()


if __name__ == "__main__":
    main(sys.argv[1:])
