"""Writes cases.csv, cases-suite.json and the expected results of both suites. Needs pandas, NumPy, SciPy and dateutil.

Run it in its own folder: python3 make_expected.py
"""
import json
import random
from pathlib import Path

import pandas as pd

import reference

HERE = Path(__file__).parent
random.seed(20)


def maybe(value, share=0.12):
    return "" if random.random() < share else value


def make_table():
    words = ["Adler", "Bussard", "élan", "naïve", "Straße", "雁", "🦆 duck", "x", "A-1", "a_b", "50%", "tab sep", "Zaunkönig", "AA-99", "zz"]
    stamps = ["2024-02-29", "2023-02-29", "2024-13-01", "1999-12-31", "31.12.1999", "2024-1-5", "no date"]
    loose = ["2024-02-29", "Jan 5, 2020", "5 January 2020", "2020/05/06 07:08:09", "12:30", "2020-05-06T07:08:09Z", "10 pm", "hello", "99/99/9999", "Tue 3 Mar 2020", "01/13/2020", "13/01/20", "13/13/20",
             "20200229", "20210229", "2021-02", "March 2021", "25:00", "2020-05-06 24:30", "1st of May 2020", "5.6.2020 3:04 PM", "2020-02-30", "May 32 2020", "monday", "2020-05-06T07:08:09.123+02:00"]
    documents = ['{"a": 1}', "[1, 2", "3", '"text"', "{'a': 1}", "null", "truth", "[]"]
    rows = []
    level = 0.0
    for i in range(400):
        level += random.choice([0, 1, 1, 2]) if i not in (97, 98, 211) else -3
        x, y = round(random.gauss(10, 4), 3), round(random.gauss(9, 5), 3)
        a, b = random.randint(0, 5), random.randint(0, 5)
        rows.append({
            "id": i * 7 % 401, "count": random.randint(-3, 12), "level": level, "x": maybe(x), "y": maybe(y, 0.2),
            "word": maybe(random.choice(words)), "other": maybe(random.choice(words[:6])),
            "day": (pd.Timestamp("2020-02-20") + pd.Timedelta(days=random.randint(0, 40))).strftime("%Y-%m-%d"),
            "flag": random.choice(["true", "false"]), "stamp": maybe(random.choice(stamps)), "loose": maybe(random.choice(loose)),
            "json": maybe(random.choice(documents)), "a": a, "b": b, "c": 10 - a - b if random.random() < 0.9 else 1, "empty": "",
            "once": f"k{i}" if i not in (5, 6) else "twice",
        })
    return pd.DataFrame(rows)


def cases():
    """Each expectation several times: kept, broken, with mostly, with a row condition, with missing values."""
    def case(kind, **kwargs):
        return {"type": kind, "kwargs": kwargs, "meta": {}}

    column = lambda kind, name, **kwargs: case(f"expect_column_{kind}", column=name, **kwargs)
    where = dict(row_condition='count > 3 and word != "x"', condition_parser="pandas")
    yield column("values_to_be_null", "empty")
    yield column("values_to_be_null", "x")
    yield column("values_to_not_be_null", "x", mostly=0.85)
    yield column("values_to_not_be_null", "y", mostly=0.85)
    yield column("values_to_not_be_null", "id")
    yield column("values_to_be_between", "x", min_value=0, max_value=20)
    yield column("values_to_be_between", "x", min_value=0, max_value=20, mostly=0.99)
    yield column("values_to_be_between", "count", min_value=-3, max_value=12, strict_min=True)
    yield column("values_to_be_between", "count", min_value=-3, max_value=12, strict_max=True, mostly=0.9)
    yield column("values_to_be_between", "count", max_value=11.5)
    yield column("values_to_be_between", "count", min_value=-2.5, **where)
    yield column("values_to_be_between", "day", min_value="2020-02-25", max_value="2020-03-20")
    yield column("values_to_be_between", "day", min_value="2020-02-20", strict_min=True)
    yield column("values_to_be_between", "word", min_value="B", max_value="z")
    yield column("values_to_be_between", "empty", min_value="B")
    yield column("values_to_be_in_set", "count", value_set=list(range(-3, 11)))
    yield column("values_to_be_in_set", "count", value_set=[1.0, 2, 3.5], mostly=0.1)
    yield column("values_to_be_in_set", "word", value_set=["Adler", "雁", "🦆 duck"])
    yield column("values_to_be_in_set", "word", value_set=["Adler"], **where)
    yield column("values_to_be_in_set", "flag", value_set=[True])
    yield column("values_to_be_in_set", "day", value_set=["2020-02-29", "2020-03-01"])
    yield column("values_to_not_be_in_set", "word", value_set=["x", "zz"], mostly=0.8)
    yield column("values_to_not_be_in_set", "x", value_set=[99.5])
    yield column("value_lengths_to_be_between", "word", min_value=2, max_value=6)
    yield column("value_lengths_to_be_between", "word", min_value=1, strict_min=True, mostly=0.9)
    yield column("value_lengths_to_be_between", "count", max_value=1)
    yield column("value_lengths_to_equal", "word", value=6)
    yield column("value_lengths_to_equal", "x", value=6, mostly=0.3)
    yield column("values_to_match_regex", "word", regex="^[A-Z]")
    yield column("values_to_match_regex", "word", regex=r"\d$", mostly=0.1)
    yield column("values_to_match_regex", "count", regex="^-")
    yield column("values_to_match_regex", "word", regex="^(?!x)", mostly=0.9)
    yield column("values_to_match_regex", "x", regex=r"\.\d{3}$")
    yield column("values_to_not_match_regex", "word", regex="(?i)a", mostly=0.5)
    yield column("values_to_match_regex_list", "word", regex_list=["^A", "n"], match_on="any")
    yield column("values_to_match_regex_list", "word", regex_list=["^A", "r$"], match_on="all")
    yield column("values_to_not_match_regex_list", "word", regex_list=["^A", "^z"])
    yield column("values_to_match_like_pattern", "word", like_pattern="A%")
    yield column("values_to_match_like_pattern", "word", like_pattern="_")
    yield column("values_to_not_match_like_pattern", "word", like_pattern="%a%")
    yield column("values_to_match_like_pattern_list", "word", like_pattern_list=["A%", "%g"])
    yield column("values_to_match_like_pattern_list", "word", like_pattern_list=["A%", "%9"], match_on="all")
    yield column("values_to_not_match_like_pattern_list", "word", like_pattern_list=["A%", "z_"])
    yield column("values_to_match_strftime_format", "stamp", strftime_format="%Y-%m-%d")
    yield column("values_to_match_strftime_format", "stamp", strftime_format="%d.%m.%Y", mostly=0.1)
    yield column("values_to_match_strftime_format", "loose", strftime_format="%b %d, %Y")
    yield column("values_to_match_strftime_format", "loose", strftime_format="%a %d %b %Y")
    yield column("values_to_be_dateutil_parseable", "loose")
    yield column("values_to_be_dateutil_parseable", "stamp", mostly=0.5)
    yield column("values_to_be_json_parseable", "json")
    yield column("values_to_be_unique", "id")
    yield column("values_to_be_unique", "once", mostly=0.99)
    yield column("values_to_be_unique", "x")
    yield column("values_to_be_unique", "day", **where)
    yield column("values_to_be_increasing", "level")
    yield column("values_to_be_increasing", "level", strictly=True, mostly=0.5)
    yield column("values_to_be_decreasing", "level", mostly=0.2)
    yield column("values_to_be_decreasing", "x")
    yield column("value_z_scores_to_be_less_than", "x", threshold=2, double_sided=True)
    yield column("value_z_scores_to_be_less_than", "x", threshold=2, double_sided=False, mostly=0.97)
    yield column("value_z_scores_to_be_less_than", "count", threshold=1.5, double_sided=True, **where)
    for statistic, name, low, high in [
            ("max", "x", 0, 20), ("max", "count", 0, 12), ("max", "day", "2020-01-01", "2020-03-31"), ("max", "word", None, "zz"),
            ("min", "x", -5, 0), ("min", "level", 0, 0), ("min", "day", "2020-02-20", None), ("min", "empty", 0, 1),
            ("mean", "x", 9, 11), ("mean", "count", 0, 1), ("sum", "x", 3000, 4000), ("sum", "count", 0, None), ("stdev", "x", 3, 5),
            ("stdev", "count", 0, 1), ("median", "x", 9, 11), ("median", "count", 4.5, None),
            ("unique_value_count", "word", 10, 20), ("unique_value_count", "x", None, 5),
            ("proportion_of_unique_values", "x", 0.9, 1), ("proportion_of_unique_values", "word", 0.5, 1)]:
        yield column(f"{statistic}_to_be_between", name, min_value=low, max_value=high)
    yield column("mean_to_be_between", "x", min_value=9, **where)
    yield column("max_to_be_between", "count", max_value=12, strict_max=True)
    for way in [False, "linear", "lower", "higher", "midpoint"]:
        yield column("quantile_values_to_be_between", "x", allow_relative_error=way,
                     quantile_ranges={"quantiles": [0, 0.05, 0.25, 0.5, 0.9, 1], "value_ranges": [[None, 0], [2, 5], [5, 8], [9, 11], [None, 15], [15, None]]})
    yield column("quantile_values_to_be_between", "count", quantile_ranges={"quantiles": [0.1, 0.5], "value_ranges": [[-2, -1], [4, 5]]})
    yield column("most_common_value_to_be_in_set", "word", value_set=["Adler", "x"], ties_okay=True)
    yield column("most_common_value_to_be_in_set", "flag", value_set=[True])
    yield column("most_common_value_to_be_in_set", "id", value_set=[0], ties_okay=True, row_condition="id < 3", condition_parser="pandas")
    yield column("distinct_values_to_be_in_set", "a", value_set=[0, 1, 2, 3, 4, 5, 6])
    yield column("distinct_values_to_be_in_set", "a", value_set=[0, 1, 2, 3])
    yield column("distinct_values_to_contain_set", "a", value_set=[0, 5])
    yield column("distinct_values_to_contain_set", "word", value_set=["x", "nothing"])
    yield column("distinct_values_to_equal_set", "a", value_set=[5, 4, 3, 2, 1, 0])
    yield column("distinct_values_to_equal_set", "flag", value_set=[True])
    yield column("kl_divergence_to_be_less_than", "a", threshold=0.1, partition_object={"values": [0, 1, 2, 3, 4, 5], "weights": [0.2, 0.2, 0.2, 0.2, 0.1, 0.1]})
    yield column("kl_divergence_to_be_less_than", "other", threshold=0.1, tail_weight_holdout=0.05,
                 partition_object={"values": ["Adler", "Bussard", "élan", "Uhu"], "weights": [0.4, 0.3, 0.2, 0.1]})
    yield column("kl_divergence_to_be_less_than", "x", threshold=0.1, tail_weight_holdout=0.02, internal_weight_holdout=0.01,
                 partition_object={"bins": [0, 5, 10, 10.5, 15, 20], "weights": [0.1, 0.4, 0, 0.4, 0.1]})
    yield column("kl_divergence_to_be_less_than", "x", threshold=0.01, partition_object={"bins": [2, 8, 12, 18], "weights": [0.3, 0.35, 0.3], "tail_weights": [0.025, 0.025]})
    pair = lambda kind, a, b, **kwargs: case(f"expect_column_pair_values_{kind}", column_A=a, column_B=b, **kwargs)
    for rule in ["both_values_are_missing", "either_value_is_missing", "neither"]:
        yield pair("to_be_equal", "word", "other", ignore_row_if=rule)
        yield pair("a_to_be_greater_than_b", "x", "y", ignore_row_if=rule, mostly=0.5)
        yield pair("to_be_in_set", "word", "other", ignore_row_if=rule, value_pairs_set=[["Adler", "Adler"], ["x", "雁"], [None, "élan"], ["zz", None]])
    yield pair("a_to_be_greater_than_b", "a", "b", or_equal=True)
    yield pair("to_be_equal", "a", "x", ignore_row_if="either_value_is_missing")
    yield pair("to_be_in_set", "a", "flag", value_pairs_set=[[1, True], [2.0, False]], **where)
    rows = lambda kind, columns, **kwargs: case(f"expect_{kind}", column_list=columns, **kwargs)
    for rule in ["all_values_are_missing", "any_value_is_missing", "never"]:
        yield rows("compound_columns_to_be_unique", ["word", "other", "x"], ignore_row_if=rule)
        yield rows("compound_columns_to_be_unique", ["word", "day"], ignore_row_if=rule, mostly=0.5)
        yield rows("multicolumn_sum_to_equal", ["x", "y"], ignore_row_if=rule, sum_total=20)
        yield rows("select_column_values_to_be_unique_within_record", ["word", "other"], ignore_row_if=rule)
    yield rows("multicolumn_sum_to_equal", ["a", "b", "c"], sum_total=10, mostly=0.9)
    yield rows("multicolumn_sum_to_equal", ["a", "b", "c"], sum_total=10, mostly=0.95)
    yield rows("multicolumn_values_to_be_unique", ["a", "b", "c"])
    for condition in ["x > y", "a == b or c >= 9", "not (flag == True)", "word in ['x', 'zz']", "`other` == 'Adler' and day > '2020-03-01'",
                      "x.notnull() & y.isnull()", "word != 'x'", "~(word != 'x')", "3 < count", "id.isin([1, 2, 3])"]:
        yield case("expect_table_row_count_to_be_between", min_value=1, max_value=200, row_condition=condition, condition_parser="pandas")
    yield case("expect_table_row_count_to_equal", value=400)
    yield case("expect_table_column_count_to_equal", value=3)
    yield case("expect_table_column_count_to_be_between", min_value=10, max_value=20)
    yield column("to_exist", "word", column_index=5)
    yield column("to_exist", "word", column_index=4)
    yield column("to_exist", "wort")
    names = list(make_table_columns)
    yield case("expect_table_columns_to_match_ordered_list", column_list=names)
    yield case("expect_table_columns_to_match_ordered_list", column_list=names[:-1])
    yield case("expect_table_columns_to_match_set", column_set=names[3:] + names[:3])
    yield case("expect_table_columns_to_match_set", column_set=names[3:], exact_match=False)
    yield case("expect_table_columns_to_match_set", column_set=names[3:] + ["more"], exact_match=False)
    yield from the_other_way(case, column, pair, rows)


def the_other_way(case, column, pair, rows):
    """What the cases above judge in one direction only."""
    yield pair("to_be_equal", "word", "other", ignore_row_if="either_value_is_missing", mostly=0.05)
    yield pair("to_be_equal", "a", "a")
    yield pair("to_be_in_set", "word", "other", value_pairs_set=[["Adler", "Adler"], ["x", "雁"]], mostly=0)
    yield pair("to_be_in_set", "a", "flag", value_pairs_set=[[a, flag] for a in range(6) for flag in (True, False)])
    yield column("value_lengths_to_be_between", "word", min_value=1, max_value=9)
    yield column("values_to_be_json_parseable", "count")
    yield column("values_to_be_json_parseable", "json", mostly=0.5)
    yield column("values_to_match_like_pattern", "once", like_pattern="%k%", mostly=0.99)
    yield column("values_to_match_like_pattern", "word", like_pattern="%")
    yield column("values_to_match_like_pattern_list", "once", like_pattern_list=["k%", "twice"])
    yield column("values_to_match_regex_list", "day", regex_list=["-02-", "-03-"])
    yield column("values_to_match_regex_list", "day", regex_list=["^2020", "[0-9]$"], match_on="all")
    yield column("values_to_not_be_in_set", "word", value_set=["x", "zz"])
    yield column("values_to_not_be_in_set", "count", value_set=[1, 2.0], mostly=0.95)
    yield column("values_to_not_match_like_pattern", "word", like_pattern="%q%")
    yield column("values_to_not_match_like_pattern_list", "word", like_pattern_list=["%q%", "B_", "%9"], mostly=0.9)
    yield column("values_to_not_match_regex", "word", regex="q")
    yield column("values_to_not_match_regex_list", "word", regex_list=["q", "^B$"])
    yield rows("multicolumn_values_to_be_unique", ["id", "once"])
    yield rows("select_column_values_to_be_unique_within_record", ["id", "once"])
    yield case("expect_table_column_count_to_be_between", min_value=18, max_value=20)
    yield case("expect_table_row_count_to_equal", value=401)
    yield column("values_to_be_of_type", "count", type_="int64")
    yield column("values_to_be_of_type", "count", type_="int")
    yield column("values_to_be_of_type", "count", type_="float64")
    yield column("values_to_be_of_type", "x", type_="float64")
    yield column("values_to_be_of_type", "x", type_="int64")
    yield column("values_to_be_of_type", "word", type_="str")
    yield column("values_to_be_of_type", "word", type_="bool")
    yield column("values_to_be_of_type", "flag", type_="bool")
    yield column("values_to_be_of_type", "flag", type_="str")
    yield column("values_to_be_in_type_list", "count", type_list=["float64", "int64"])
    yield column("values_to_be_in_type_list", "count", type_list=["float64", "bool"])
    yield column("values_to_be_in_type_list", "word", type_list=["int64", "str"])
    yield column("values_to_be_in_type_list", "x", type_list=["int64", "str"])


def read(path, dates):
    table = pd.read_csv(path, keep_default_na=False, na_values=["", "NA", "N/A", "NaN", "null", "NULL"], parse_dates=dates)
    return table.astype({name: object for name in table if table[name].isna().all()})


def filled(suite):
    parameters = suite.get("evaluation_parameters") or {}
    for expectation in suite["expectations"]:
        kwargs = {key: parameters[value["$PARAMETER"]] if isinstance(value, dict) and "$PARAMETER" in value else value
                  for key, value in expectation["kwargs"].items()}
        yield {**expectation, "kwargs": kwargs}


def write(name, value):
    (HERE / name).write_text(json.dumps(value, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


table = make_table()
make_table_columns = table.columns
table.to_csv(HERE / "cases.csv", index=False)
suite = {"name": "cases", "expectations": list(cases()), "meta": {}}
write("cases-suite.json", suite)
frame = read(HERE / "cases.csv", ["day"])
write("cases-results.json", [reference.judge(expectation, frame) for expectation in suite["expectations"]])
birds = json.loads((HERE / "birdstrikes-suite.json").read_text(encoding="utf-8"))
frame = read(HERE / "../../Files/birdstrikes-1000.csv", ["Flight Date"])
write("birdstrikes-results.json", [reference.judge(expectation, frame) for expectation in filled(birds)])
