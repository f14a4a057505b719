"""Runs what package program writes, and what it must answer to, in real Keras.

    make fixtures                     everything, in a virtual environment
    python generate.py mistakes       only these
"""

import importlib
import os
import sys

os.environ["KERAS_BACKEND"] = "tensorflow"
os.environ["TF_ENABLE_ONEDNN_OPTS"] = "0"
os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
os.environ["CUDA_VISIBLE_DEVICES"] = ""

NOUNS = ["prints", "mistakes", "keras_runs", "cases", "taught", "fixes"]

if __name__ == "__main__":
    for noun in sys.argv[1:] or NOUNS:
        importlib.import_module(noun).main()
