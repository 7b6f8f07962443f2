#!/bin/sh
# Packs texts with the zstd tool (Debian zstd) and writes what they unpack to, as SHA-256 by sha256sum. Run it here.
set -eu
rm -f ./*.zst SHA256SUMS
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# A table whose columns pack unlike each other, the same one many times, and what does not pack at all.
awk 'BEGIN { print "id,square,word,rest"; for (i = 0; i < 6000; i++)
  printf "%d,%d,%s,%.3f\n", i, (i * i) % 1009, substr("red green blue violet", (i * 7) % 15 + 1, 6), sin(i) * 100 }' > "$work/rows"
awk 'BEGIN { for (i = 0; i < 500; i++) printf "%d,%d,%d\n", i, (i * 7919) % 3571, (i * 104729) % 9973 }' > "$work/part"
for i in $(seq 600); do cat "$work/part"; done > "$work/repeated"
zstd -q -19 -c "$work/rows" > "$work/random"
head -c 1000000 /dev/zero > "$work/zeros"
: > "$work/nothing"

pack() { # name, text, options
  name=$1 text=$2
  shift 2
  zstd -q -c "$@" "$work/$text" > "$name.zst"
  printf '%s  %s.zst\n' "$(sha256sum < "$work/$text" | cut -d' ' -f1)" "$name" >> SHA256SUMS
}
pack fast rows --fast=5
pack level-1 rows -1
pack level-9 rows -9
pack level-19 rows -19
pack unchecked rows --no-check
pack window-16k repeated -3 --zstd=wlog=14
pack window-512k repeated -19 --zstd=wlog=19
pack long repeated -3 --long=27
pack threads repeated -1 -T2
pack raw random -3
pack repeated-byte zeros -3
pack nothing nothing -3

# Content of a size that the writer did not know.
zstd -q -c -5 < "$work/rows" > unsized.zst
printf '%s  unsized.zst\n' "$(sha256sum < "$work/rows" | cut -d' ' -f1)" >> SHA256SUMS

# Several frames, with one that is skipped before, between and after them.
skipped() { printf '\120\052\115\030\005\000\000\000hello'; }
{ skipped; cat level-1.zst; skipped; cat window-16k.zst nothing.zst; skipped; } > frames.zst
printf '%s  frames.zst\n' "$(cat "$work/rows" "$work/repeated" | sha256sum | cut -d' ' -f1)" >> SHA256SUMS

# What is refused: a dictionary, and a window beyond the limit.
mkdir "$work/samples"
split -l 20 "$work/rows" "$work/samples/"
zstd -q --train "$work"/samples/* -o "$work/dictionary" --maxdict=2000 --dictID=4711
zstd -q -c -D "$work/dictionary" "$work/rows" > refused-dictionary.zst
zstd -q -c --ultra --long=28 < "$work/part" > refused-window.zst
