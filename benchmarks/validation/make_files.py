"""Writes the files that the side-by-side run checks, the same bytes for the same seed.

python3 make_files.py FOLDER [NAME ...]
"""
import os
import random
import sys

COUNTRIES = "AT BE CH DE DK ES FR GB IT NL PL SE".split()
STATES = "open paid packed shipped returned".split()
WORDS = [a + b for a in "red blue green small large old new fast quiet soft".split() for b in "box cup lamp chair book door wheel".split()]
COLUMNS = "id,customer,country,status,quantity,price,score,born,created,note"


def day(number):
    year, rest = divmod(number, 336)
    return f"{1930 + year}-{1 + rest // 28:02d}-{1 + rest % 28:02d}"


def row(rng, number, quoted):
    note = f"{rng.choice(WORDS)} {rng.choice(WORDS)}"
    if quoted:
        note = f'"{note}, {rng.choice(WORDS)}"' if rng.random() < 0.8 else f'"the ""{note}"" one"'
    score = "" if rng.random() < 0.02 else f"{rng.random():.9f}"
    clock = rng.randrange(86400)
    return [
        str(number), f"C-{rng.randrange(200_000):07d}", rng.choice(COUNTRIES), rng.choice(STATES), str(rng.randrange(1, 500)),
        f"{rng.randrange(100, 999_999) / 100:.2f}", score, day(rng.randrange(0, 26_000)),
        f"{day(rng.randrange(30_300, 31_900))} {clock // 3600:02d}:{clock // 60 % 60:02d}:{clock % 60:02d}", note,
    ]


def spoil(rng, fields):
    column, value = rng.choice([(0, "17"), (1, "X-12"), (2, "ZZ"), (3, ""), (4, "many"), (5, "-5.00"), (6, "1.5"), (7, "1987-02-30"), (8, ""), (9, "x" * 80)])
    fields[column] = value


def narrow(path, rows, seed, quoted=False, bad=0.0):
    rng = random.Random(seed)
    with open(path, "w", encoding="utf-8", newline="") as file:
        file.write(COLUMNS + "\n")
        for number in range(1, rows + 1):
            fields = row(rng, number, quoted)
            if rng.random() < bad:
                spoil(rng, fields)
            file.write(",".join(fields) + "\n")


def wide(path, rows, seed):
    rng = random.Random(seed)
    with open(path, "w", encoding="utf-8", newline="") as file:
        file.write(COLUMNS + "," + ",".join(f"v{i}" for i in range(190)) + "\n")
        for number in range(1, rows + 1):
            values = ",".join(str(rng.randrange(10_000)) if i % 2 else f"{rng.random():.4f}" for i in range(190))
            file.write(",".join(row(rng, number, False)) + "," + values + "\n")


FILES = {
    "rows-1m": lambda path: narrow(path, 1_000_000, 1),
    "quoted-1m": lambda path: narrow(path, 1_000_000, 2, quoted=True),
    "rows-5m": lambda path: narrow(path, 5_000_000, 3),
    "columns-200": lambda path: wide(path, 80_000, 4),
    "bad-1m": lambda path: narrow(path, 1_000_000, 5, bad=0.01),
}

if __name__ == "__main__":
    folder, names = sys.argv[1], sys.argv[2:] or list(FILES)
    os.makedirs(folder, exist_ok=True)
    for name in names:
        path = os.path.join(folder, name + ".csv")
        FILES[name](path)
        print(path, os.path.getsize(path))
