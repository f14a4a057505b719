"""Records what NumPy, CPython, pandas and scikit-learn answer, for the tests beside.

    make fixtures                     everything, in a virtual environment
    python generate.py draws          only these
"""

import importlib
import sys

NOUNS = ["functions", "draws", "prints", "expressions", "mixtures", "programs"]

if __name__ == "__main__":
    for noun in sys.argv[1:] or NOUNS:
        importlib.import_module(noun).main()
