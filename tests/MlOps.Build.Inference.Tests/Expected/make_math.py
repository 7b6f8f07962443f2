"""Writes math.csv: function, argument and correctly rounded result, both as the bits of a double in hexadecimal.

Python's decimal module at 60 digits, rounded once by float(); independent of the C library. Run in this folder.
"""
import random
import struct
from decimal import Decimal, getcontext

getcontext().prec = 60
getcontext().Emin, getcontext().Emax = -10**6, 10**6


def bits(x):
    return struct.pack(">d", x).hex()


def exp(x):
    return Decimal(x).exp()


def log(x):
    return Decimal(x).ln()


def log1p(x):
    getcontext().prec = 400 if abs(x) < 1e-10 else 60
    y = (1 + Decimal(x)).ln()
    getcontext().prec = 60
    return y


def sigmoid(x):
    return 1 / (1 + (-Decimal(x)).exp())


random.seed(20240601)
rows = []
for f, xs in [
    (exp, [0.0, 1.0, -1.0, 0.34657359027997264, -0.34657359027997264, 709.78, -708.3, -745.1, -740.0, 1e-20]
     + [random.uniform(-745, 709.7) for _ in range(300)] + [random.uniform(-2, 2) for _ in range(300)]
     + [random.choice((-1, 1)) * 10 ** random.uniform(-18, 0) for _ in range(100)]),
    (log, [1.0, 2.0, 0.5, 10.0, 5e-324, 2.2250738585072014e-308, 1.7976931348623157e308, 0.9999999999999999, 1.0000000000000002]
     + [10 ** random.uniform(-307, 307) for _ in range(300)] + [random.uniform(0.5, 2) for _ in range(400)]
     + [1 + random.choice((-1, 1)) * 10 ** random.uniform(-15, -1) for _ in range(100)]),
    (log1p, [0.41, -0.29, -0.999999, 1.0, 0.4099999, 1e-16, -1e-16, 1e15, 1e300]
     + [10 ** random.uniform(-30, 20) for _ in range(300)] + [random.uniform(-0.999, 2) for _ in range(400)]
     + [-(10 ** random.uniform(-30, -0.001)) for _ in range(150)]),
    (sigmoid, [0.0, 1.0, -1.0, 40.0, -40.0, -700.0, 700.0]
     + [random.uniform(-40, 40) for _ in range(300)] + [random.uniform(-1, 1) for _ in range(200)]),
]:
    rows += [f"{f.__name__},{bits(x)},{bits(float(f(x)))}\n" for x in xs]
with open("math.csv", "w", newline="\n") as file:
    file.writelines(rows)
