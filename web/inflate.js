// First Neuron: unpacks gzip, for browsers without DecompressionStream: Firefox before
// 113, Safari before 16.4. The page in one file is packed so.
//
// Source: RFC 1951, sections 3.2.3 to 3.2.7, and RFC 1952, section 2.3.
"use strict";

// inflate returns what is in a gzip file whose header is the shortest, as pkg/bundle
// writes it.
function inflate(packed) {
  const header = 10;
  const trailer = new DataView(packed.buffer, packed.byteOffset + packed.length - 8);
  const size = trailer.getUint32(4, true);
  if (size > 1032 * packed.length) throw new Error(`the file is damaged: ${packed.length} bytes cannot unpack to ${size}`);
  const out = new Uint8Array(size);
  let at = header; // in packed
  let to = 0; // in out
  let bits = 0; // that are read and not yet used, the next one lowest
  let held = 0; // how many

  for (let last = 0; !last; ) {
    last = take(1);
    const kind = take(2);
    if (kind === 0) stored();
    else if (kind === 1) block(...fixed());
    else if (kind === 2) block(...described());
    else throw new Error("the file is damaged: it has a block of kind 3");
  }
  if (to !== out.length) throw new Error(`the file is damaged: it unpacks to ${to} bytes, want ${out.length}`);
  return out;

  function need(n) {
    while (held < n) {
      if (at > packed.length + 2) throw new Error("the file is cut short");
      bits |= packed[at++] << held; // behind the end there are zeros
      held += 8;
    }
  }

  function take(n) {
    need(n);
    const value = bits & ((1 << n) - 1);
    bits >>>= n;
    held -= n;
    return value;
  }

  function symbol({ table, longest }) {
    need(longest);
    const entry = table[bits & ((1 << longest) - 1)];
    bits >>>= entry & 15;
    held -= entry & 15;
    return entry >> 4;
  }

  // huffman is a code by the lengths of its words: what each run of bits stands for, and
  // how many of them it takes.
  function huffman(lengths) {
    const longest = Math.max(1, ...lengths);
    const table = new Uint16Array(1 << longest);
    for (let length = 1, code = 0; length <= longest; length++, code <<= 1) {
      lengths.forEach((own, value) => {
        if (own !== length) return;
        let reversed = 0;
        for (let i = 0; i < length; i++) reversed |= ((code >> i) & 1) << (length - 1 - i);
        for (let i = reversed; i < table.length; i += 1 << length) table[i] = (value << 4) | length;
        code++;
      });
    }
    return { table, longest };
  }

  function stored() {
    at -= held >> 3; // whole bytes that were read ahead
    bits = held = 0;
    const length = packed[at] | (packed[at + 1] << 8);
    out.set(packed.subarray(at + 4, at + 4 + length), to);
    at += 4 + length;
    to += length;
  }

  function fixed() {
    const lengths = Array.from({ length: 288 }, (_, i) => (i < 144 ? 8 : i < 256 ? 9 : i < 280 ? 7 : 8));
    return [huffman(lengths), huffman(new Array(30).fill(5))];
  }

  function described() {
    const literals = take(5) + 257;
    const distances = take(5) + 1;
    const order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
    const own = new Array(19).fill(0);
    for (let i = 0, n = take(4) + 4; i < n; i++) own[order[i]] = take(3);
    const code = huffman(own);
    const lengths = [];
    while (lengths.length < literals + distances) {
      const value = symbol(code);
      if (value < 16) lengths.push(value);
      else if (value === 16) repeat(lengths[lengths.length - 1], 3 + take(2));
      else if (value === 17) repeat(0, 3 + take(3));
      else repeat(0, 11 + take(7));
    }
    return [huffman(lengths.slice(0, literals)), huffman(lengths.slice(literals))];

    function repeat(length, times) {
      while (times-- > 0) lengths.push(length);
    }
  }

  function block(literals, distances) {
    for (;;) {
      const value = symbol(literals);
      if (value === 256) return;
      if (value < 256) {
        out[to++] = value;
        continue;
      }
      const length = value === 285 ? 258 : 3 + span(value - 257, 4);
      const distance = 1 + span(symbol(distances), 2);
      if (distance > to || to + length > out.length) throw new Error("the file is damaged: it repeats what is not there");
      for (const end = to + length; to < end; to++) out[to] = out[to - distance];
    }
  }

  // span is a length or a distance less the least: each step has as many values as the
  // one before and one bit more, groups of them the same number.
  function span(step, group) {
    if (step < 2 * group) return step;
    const extra = Math.floor(step / group) - 1;
    return ((group + (step % group)) << extra) + take(extra);
  }
}
