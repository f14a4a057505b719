"""Makes widths.ttf, the one font of this module: see ../README.md.

    pip install fonttools==4.59.0
    python subset.py Go-Regular.ttf widths.ttf
"""

import sys

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

NAME = "First Neuron Widths"
# What a chart's axes can say in Latin letters; the browser draws the glyphs.
TEXT = "".join(map(chr, range(0x20, 0x7F))) + "×÷·–—…−±²³"

source, target = sys.argv[1:]
font = TTFont(source)
options = Options()
options.hinting = False
options.layout_features = []
options.name_IDs = [0, 1, 2, 3, 4, 5, 6]
options.notdef_outline = True
subsetter = Subsetter(options)
subsetter.populate(text=TEXT)
subsetter.subset(font)
for record in font["name"].names:
    if record.nameID in (1, 4):
        record.string = NAME
    if record.nameID in (3, 6):
        record.string = NAME.replace(" ", "")
font["head"].modified = font["head"].created  # the same bytes every time
font.recalcTimestamp = False
font.save(target)
