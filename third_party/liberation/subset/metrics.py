"""Makes metrics.ttf of widths.ttf: the same without its outlines and names.

    python metrics.py widths.ttf metrics.ttf
"""

import struct
import sys

KEPT = (b"cmap", b"head", b"hhea", b"hmtx")

source, target = sys.argv[1:]
with open(source, "rb") as file:
    font = file.read()
count = struct.unpack_from(">H", font, 4)[0]
entries = [struct.unpack_from(">4sIII", font, 12 + 16 * i) for i in range(count)]
kept = [entry for entry in entries if entry[0] in KEPT]
header = font[:4] + struct.pack(">H", len(kept)) + font[6:12]
data = b""
for tag, checksum, start, size in kept:
    at = 12 + 16 * len(kept) + len(data)
    header += struct.pack(">4sIII", tag, checksum, at, size)
    data += font[start : start + size] + bytes(-size % 4)
with open(target, "wb") as file:
    file.write(header + data)
