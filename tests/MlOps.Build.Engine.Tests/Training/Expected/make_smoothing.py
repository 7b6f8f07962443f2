"""Makes the expected values of exponential smoothing, by statsmodels: starts, weights, sums of squares and one-step forecasts.

The series is the monthly airline passengers of Box and Jenkins (1976, series G), in thousands. Each form is fitted on the first values; the
rest are forecast one step at a time with what was fitted, as whoever forecasts step by step does. The start is statsmodels' heuristic one; the
weights are those with the smallest sum of squares that SciPy's differential evolution finds, as statsmodels' own fit changes the start, too.

Run with statsmodels 0.13 or later in this folder:
    python3 make_smoothing.py
"""
import json

import numpy as np
from scipy.optimize import differential_evolution
from statsmodels import __version__
from statsmodels.tsa.exponential_smoothing.initialization import _initialization_heuristic
from statsmodels.tsa.holtwinters import ExponentialSmoothing

PASSENGERS = """
112 118 132 129 121 135 148 148 136 119 104 118 115 126 141 135 125 149 170 170 158 133 114 140
145 150 178 163 172 178 199 199 184 162 146 166 171 180 193 181 183 218 230 242 209 191 172 194
196 196 236 235 229 243 264 272 237 211 180 201 204 188 235 227 234 264 302 293 259 229 203 229
242 233 267 269 270 315 364 347 312 274 237 278 284 277 317 313 318 374 413 405 355 306 271 306
315 301 356 348 355 422 465 467 404 347 305 336 340 318 362 348 363 435 491 505 404 359 310 337
360 342 406 396 420 472 548 559 463 407 362 405 417 391 419 461 472 535 622 606 508 461 390 432
"""


def case(name, values, train, trend, damped, season, length):
    form = {"trend": trend, "damped_trend": damped, "seasonal": season, "seasonal_periods": length if season else None}
    level, slope, seasons = _initialization_heuristic(values[:train], trend, season, length)
    start = {"initialization_method": "known", "initial_level": level}
    if trend:
        start["initial_trend"] = slope
    if season:
        start["initial_seasonal"] = seasons
    def smoothed(values, weights):
        given = dict(zip(("smoothing_level", "smoothing_trend", "smoothing_seasonal", "damping_trend"), weights))
        named = {"smoothing_level", *(["smoothing_trend"] if trend else []), *(["smoothing_seasonal"] if season else []), *(["damping_trend"] if damped else [])}
        return ExponentialSmoothing(values, **form, **start).fit(optimized=False, **{key: given[key] for key in named})

    # The weights of the point of a unit cube, within statsmodels' bounds: slope <= level, season <= 1 - level, 0.8 <= damping <= 0.995.
    def at(point):
        rest = iter(point[1:])
        slope = point[0] * next(rest) if trend else 0.0
        damping = 0.8 + 0.195 * next(rest) if damped else 1.0
        return [point[0], slope, (1 - point[0]) * next(rest) if season else 0.0, damping]

    def loss(point):
        sse = smoothed(values[:train], at(point)).sse
        return sse if np.isfinite(sse) else 1e300

    size = 1 + bool(trend) + damped + bool(season)
    best = differential_evolution(loss, [(1e-9, 1 - 1e-9)] * size, seed=1, tol=1e-10, maxiter=80, popsize=8)
    weights = [float(w) for w in at(best.x)]
    whole = smoothed(values, weights)
    forecast = np.asarray(whole.fittedvalues)
    errors = values[train:] - forecast[train:]
    naive = np.mean(np.abs(values[length:train] - values[: train - length]))
    return {
        "name": name, "train": train, "trend": bool(trend), "damped": damped, "season": season or "none", "length": length,
        "values": values.tolist(), "level": float(level), "slope": float(slope or 0), "seasons": [] if seasons is None else list(map(float, seasons)),
        "weights": weights, "sse": float(smoothed(values[:train], weights).sse), "forecast": list(map(float, forecast)),
        "rmse": float(np.sqrt(np.mean(errors**2))), "mase": float(np.mean(np.abs(errors)) / naive),
    }


passengers = np.array(PASSENGERS.split(), float)
cases = [
    case("simple", passengers, 108, None, False, None, 1),
    case("trend", passengers, 108, "add", False, None, 1),
    case("damped trend", passengers, 108, "add", True, None, 1),
    case("additive season", passengers, 108, None, False, "add", 12),
    case("additive season with trend", passengers, 108, "add", False, "add", 12),
    case("multiplicative season with trend", passengers, 108, "add", False, "mul", 12),
    case("multiplicative season with damped trend", passengers, 108, "add", True, "mul", 12),
    case("odd season", passengers[:60], 49, "add", False, "add", 7),
]
with open("smoothing.json", "w", encoding="utf-8", newline="\n") as file:
    json.dump({"made_by": f"statsmodels {__version__}", "cases": cases}, file, separators=(",", ":"))
    file.write("\n")
for c in cases:
    print(c["name"], [round(w, 4) for w in c["weights"]], round(c["sse"], 3), round(c["rmse"], 3), round(c["mase"], 3))
