"""Judges expectations with pandas, NumPy, SciPy, dateutil and SQLite, by the definitions in Great Expectations' documentation.

Nothing of MlOps.Build is used, so that both can be compared. make_expected.py runs it.
"""
import builtins
import json
import math
import re
import sqlite3
import statistics
from datetime import datetime

import dateutil.parser
import numpy as np
import pandas as pd
from scipy import stats


def between(value, k):
    low, high = k.get("min_value"), k.get("max_value")
    above = low is None or (value > low if k.get("strict_min") else value >= low)
    below = high is None or (value < high if k.get("strict_max") else value <= high)
    return bool(above and below)


def like(pattern, text):
    with sqlite3.connect(":memory:") as db:
        db.execute("PRAGMA case_sensitive_like = ON")
        return bool(db.execute("SELECT ? LIKE ?", (text, pattern)).fetchone()[0])


def attempt(function, *errors):
    def run(value):
        try:
            function(value)
            return True
        except errors:
            return False
    return run


def column_test(kind, k, series):
    """A function of a value, or a boolean series over the present values."""
    text = lambda test: lambda v: test(str(v))
    any_of = all if k.get("match_on") == "all" else any
    value_set = k.get("value_set")
    match kind:
        case "values_to_be_between": return lambda v: between(v, k)
        case "values_to_be_in_set": return series.isin(value_set)
        case "values_to_not_be_in_set": return ~series.isin(value_set)
        case "value_lengths_to_be_between": return text(lambda t: between(len(t), k))
        case "value_lengths_to_equal": return text(lambda t: len(t) == k["value"])
        case "values_to_match_regex": return text(lambda t: re.search(k["regex"], t) is not None)
        case "values_to_not_match_regex": return text(lambda t: re.search(k["regex"], t) is None)
        case "values_to_match_regex_list": return text(lambda t: any_of(re.search(r, t) for r in k["regex_list"]))
        case "values_to_not_match_regex_list": return text(lambda t: not any(re.search(r, t) for r in k["regex_list"]))
        case "values_to_match_like_pattern": return text(lambda t: like(k["like_pattern"], t))
        case "values_to_not_match_like_pattern": return text(lambda t: not like(k["like_pattern"], t))
        case "values_to_match_like_pattern_list": return text(lambda t: any_of(like(p, t) for p in k["like_pattern_list"]))
        case "values_to_not_match_like_pattern_list": return text(lambda t: not any(like(p, t) for p in k["like_pattern_list"]))
        case "values_to_match_strftime_format": return attempt(lambda v: datetime.strptime(v, k["strftime_format"]), ValueError)
        case "values_to_be_dateutil_parseable": return attempt(dateutil.parser.parse, ValueError, OverflowError)
        case "values_to_be_json_parseable": return attempt(json.loads, ValueError, TypeError)
        case "values_to_be_unique": return ~series.duplicated(keep=False)
        case "values_to_be_increasing" | "values_to_be_decreasing":
            difference = series.diff().fillna(1 if "increasing" in kind else -1)
            rising = difference if "increasing" in kind else -difference
            return rising > 0 if k.get("strictly") else rising >= 0
        case "value_z_scores_to_be_less_than":
            score = (series - series.mean()) / series.std()
            return score.abs() < k["threshold"] if k.get("double_sided", True) else score < k["threshold"]
    return None


def plain(value):
    if isinstance(value, (list, tuple)):
        return [plain(item) for item in value]
    if value is None or (isinstance(value, float) and math.isnan(value)) or value is pd.NaT:
        return None
    if isinstance(value, pd.Timestamp):
        return value.strftime("%Y-%m-%d")
    return value.item() if isinstance(value, np.generic) else value


def map_result(all_rows, considered, good, mostly, values, tells_missing=True):
    unexpected = considered[~considered.index.map(good.to_dict()).astype(bool)] if len(considered) else considered
    count, n, total = len(unexpected), len(considered), len(all_rows)
    result = {
        "success": n == 0 or (n - count) / n >= mostly,
        "element_count": total,
        "unexpected_count": count,
        "unexpected_percent": count / n * 100 if n else None,
        "partial_unexpected_list": [plain(v) for v in values(unexpected.head(20))],
        "partial_unexpected_index_list": [int(i) for i in unexpected.index[:20]],
    }
    if tells_missing:
        result["missing_count"] = total - n
        result["missing_percent"] = (total - n) / total * 100 if total else None
        result["unexpected_percent_total"] = count / total * 100 if total else None
        result["unexpected_percent_nonmissing"] = result["unexpected_percent"]
    return result


def judge_column_map(kind, k, df):
    series, mostly = df[k["column"]], k.get("mostly", 1)
    if kind in ("values_to_be_null", "values_to_not_be_null"):
        good = series.isna() if kind == "values_to_be_null" else series.notna()
        return map_result(series, series, good, mostly, list, tells_missing=False)
    present = series[series.notna()]
    test = column_test(kind, k, present)
    if test is None:
        return None
    good = present.map(test).astype(bool) if callable(test) else test
    return map_result(series, present, good, mostly, list)


def drop(df, columns, rule):
    if rule in (None, "both_values_are_missing", "all_values_are_missing"):
        return df.dropna(how="all", subset=columns)
    return df.dropna(how="any", subset=columns) if rule.startswith(("either", "any")) else df


def judge_rows(kind, k, df):
    columns = k.get("column_list") or [k["column_A"], k["column_B"]]
    rows = drop(df, columns, k.get("ignore_row_if"))
    part = rows[columns]
    a, b = part.iloc[:, 0], part.iloc[:, 1]
    match kind:
        case "expect_column_pair_values_to_be_equal": good = a == b
        case "expect_column_pair_values_a_to_be_greater_than_b": good = a >= b if k.get("or_equal") else a > b
        case "expect_column_pair_values_to_be_in_set":
            pairs = {tuple(p) for p in k["value_pairs_set"]}
            good = pd.Series([tuple(None if pd.isna(v) else v for v in row) in pairs for row in zip(a, b)], index=part.index, dtype=bool)
        case "expect_multicolumn_sum_to_equal": good = part.sum(axis=1, skipna=False) == k["sum_total"]
        case "expect_compound_columns_to_be_unique": good = ~part.duplicated(keep=False)
        case _: good = part.nunique(dropna=False, axis=1) >= len(columns)
    shape = (lambda found: [list(row) for row in found[columns].itertuples(index=False)]) if "pair" in kind else (
        lambda found: [{c: plain(v) for c, v in zip(columns, row)} for row in found[columns].itertuples(index=False)])
    return map_result(df, rows, good, k.get("mostly", 1), shape)


def divergence(k, series):
    partition = k["partition_object"]
    tail, inner = k.get("tail_weight_holdout", 0), k.get("internal_weight_holdout", 0)
    if "values" in partition:
        observed = series.value_counts(normalize=True)
        expected = pd.Series(partition["weights"], index=partition["values"])
        frame = pd.concat([expected.rename("q"), observed.rename("p")], axis=1)
        new = frame["q"].isna().sum()
        q = (frame["q"] * (1 - tail)).fillna(tail / new) if new else frame["q"]
        return stats.entropy(frame["p"].fillna(0), q)
    bins = partition["bins"]
    counts = np.histogram(series, bins=bins)[0]
    below, above = (series < bins[0]).sum(), (series > bins[-1]).sum()
    weights = np.array(partition["weights"]) * (1 - tail - inner)
    if inner and (weights == 0).any():
        weights[weights == 0] = inner / (weights == 0).sum()
    tails = partition.get("tail_weights", [tail / 2, tail / 2])
    return stats.entropy(np.concatenate(([below], counts, [above])) / len(series), np.concatenate(([tails[0]], weights, [tails[1]])))


def exact(series, function):
    values = [v.item() if isinstance(v, np.generic) else v for v in series]
    return function(values)


def judge_aggregate(kind, k, df):
    series = df[k["column"]].dropna()
    if len(series) == 0:
        return {"success": False, "observed_value": None}
    match kind:
        case "max": observed = series.max()
        case "min": observed = series.min()
        case "mean": observed = exact(series, statistics.mean)
        case "sum": observed = exact(series, math.fsum) if series.dtype == float else series.sum()
        case "stdev": observed = series.std()
        case "median": observed = series.median()
        case "unique_value_count": observed = series.nunique()
        case "proportion_of_unique_values": observed = series.nunique() / len(series)
        case "kl_divergence":
            observed = divergence(k, series)
            return {"success": bool(observed <= k["threshold"]), "observed_value": float(observed) if np.isfinite(observed) else None}
        case "quantile_values":
            ranges = k["quantile_ranges"]
            values = series.quantile(ranges["quantiles"], interpolation=k.get("allow_relative_error") or "nearest").tolist()
            inside = [(low is None or v >= low or np.isclose(v, low, rtol=1e-4)) and (high is None or v <= high or np.isclose(v, high, rtol=1e-4))
                      for v, (low, high) in zip(values, ranges["value_ranges"])]
            return {"success": all(inside), "observed_value": {"quantiles": ranges["quantiles"], "values": values}}
        case "most_common_value":
            modes = [plain(v) for v in series.mode()]
            hits = len(set(modes) & set(k["value_set"]))
            return {"success": hits > 0 if k.get("ties_okay") else len(modes) == 1 and hits == 1, "observed_value": modes}
        case "distinct_values":
            seen = sorted(plain(v) for v in series.unique())
            expected = set(k["value_set"])
            verdict = {"in": set(seen) <= expected, "contain": set(seen) >= expected, "equal": set(seen) == expected}
            return {"success": verdict[k["_verdict"]], "observed_value": seen}
    return {"success": between(observed, k), "observed_value": plain(observed)}


def judge_table(kind, k, df, all_columns):
    match kind:
        case "expect_table_row_count_to_equal": return {"success": len(df) == k["value"], "observed_value": len(df)}
        case "expect_table_row_count_to_be_between": return {"success": between(len(df), k), "observed_value": len(df)}
        case "expect_table_column_count_to_equal": return {"success": len(all_columns) == k["value"], "observed_value": len(all_columns)}
        case "expect_table_column_count_to_be_between": return {"success": between(len(all_columns), k), "observed_value": len(all_columns)}
        case "expect_column_to_exist":
            index = k.get("column_index")
            return {"success": all_columns.index(k["column"]) == index if index else k["column"] in all_columns}
        case "expect_table_columns_to_match_ordered_list": return {"success": all_columns == k["column_list"], "observed_value": all_columns}
        case "expect_table_columns_to_match_set":
            missing, more = set(k["column_set"]) - set(all_columns), set(all_columns) - set(k["column_set"])
            success = not missing and (not more or not k.get("exact_match", True))
            return {"success": success, "observed_value": sorted(all_columns) if missing or more else all_columns}
    return None


def judge_type(k, series):
    """A column of objects by the type of each value, any other by its dtype."""
    names = k.get("type_list") or [k["type_"]]
    if series.dtype == object:
        return {"success": bool(series.dropna().map(lambda value: type(value).__name__ in names).all())}
    types = [getattr(builtins, name, None) or getattr(np, name, None) for name in names]
    success = any(series.dtype == known for known in types if known is not None)
    return {"success": success, "observed_value": series.dtype.name} if series.dtype.kind in "if" else {"success": success}


def limits_as(k, series):
    """Limits on dates stand as text in a suite."""
    if not pd.api.types.is_datetime64_any_dtype(series):
        return k
    turn = lambda v: pd.Timestamp(v) if isinstance(v, str) else v
    return {key: [turn(v) for v in value] if key == "value_set" else turn(value) if key in ("min_value", "max_value") else value for key, value in k.items()}


def judge(expectation, table):
    kind, k = expectation.get("type") or expectation["expectation_type"], dict(expectation["kwargs"])
    df = table.query(k["row_condition"]) if k.get("row_condition") else table
    if "column" in k and k["column"] in df and kind != "expect_column_to_exist":
        k = limits_as(k, df[k["column"]])
    if (found := judge_table(kind, k, df, list(table.columns))) is not None:
        return found
    if "column" not in k:
        return judge_rows(kind, k, df)
    name = kind.removeprefix("expect_column_")
    if name in ("values_to_be_of_type", "values_to_be_in_type_list"):
        return judge_type(k, df[k["column"]])
    if (found := judge_column_map(name, k, df)) is not None:
        return found
    statistic, _, rest = name.partition("_to_")
    k["_verdict"] = "contain" if "contain" in rest else "equal" if "equal" in rest else "in"
    return judge_aggregate(statistic, k, df)
