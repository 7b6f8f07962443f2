using System.Globalization;
using System.Text;
using System.Text.Json;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data;
using MlOps.Build.Engine.Data.Batches;
using MlOps.Build.Engine.Data.Expectations;
using MlOps.Build.Engine.Data.Reading;

namespace MlOps.Build.Engine.Tests.Data.Expectations;

/// <summary>Values that have no room in one reading are judged by further ones, and as if there had been room.</summary>
public sealed class FurtherReadingTests
{
    private const string Schema = """
        columns:
          - {name: boolean, type: boolean}
          - {name: whole, type: int64}
          - {name: single, type: float32}
          - {name: double, type: float64}
          - {name: date, type: date}
          - {name: time, type: timestamp}
          - {name: text, type: string}
          - {name: group, type: int64}
        """;

    private static readonly string[] Names = ["boolean", "whole", "single", "double", "date", "time", "text"];

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(10)]
    [InlineData(100)]
    public void Results_do_not_depend_on_how_many_values_are_kept(int mostDistinct)
    {
        var random = new Random(mostDistinct);
        for (var round = 0; round < 3; round++)
        {
            var (csv, suite) = (Csv(random, random.Next(4) == 0 ? random.Next(1, 4) : random.Next(50, 260)), Suite(random));
            var table = Reading.Of(csv, Schema).Table.ShouldNotBeNull();

            var ample = Judging.Judge(new TableBatches(table), suite, new SuiteOptions { Format = ResultFormat.Complete });
            var scarce = Judging.Judge(
                new ScatteredBatches(table, 64, 3), suite, new SuiteOptions { Format = ResultFormat.Complete, MostDistinct = mostDistinct });

            Agree(scarce, ample, mostDistinct);
        }
    }

    [Theory]
    [InlineData(1 << 14)]
    [InlineData(4)]
    [InlineData(0)]
    public void Results_are_the_same_when_a_file_is_streamed(int dictionaryLimit)
    {
        var random = new Random(dictionaryLimit);
        var (csv, suite) = (Csv(random, 1500), Suite(random));
        var table = Reading.Of(csv, Schema).Table.ShouldNotBeNull();
        var diagnostics = new DiagnosticBag();
        using var file = new TemporaryFile(csv);
        using var opened = OpenedFiles.Open([new DataSource(file.Path, "data.csv")], diagnostics);
        var reading = new CsvReading { BlockSize = 4096, Threads = 3, DictionaryLimit = dictionaryLimit };
        var source = CsvBatches.Open(opened.Files, Reading.Schema(Schema), reading, diagnostics, CancellationToken.None).ShouldNotBeNull();

        var ample = Judging.Judge(new TableBatches(table), suite, new SuiteOptions { Format = ResultFormat.Complete });
        var scarce = Judging.Judge(source, suite, new SuiteOptions { Format = ResultFormat.Complete, MostDistinct = 64 });

        Agree(scarce, ample, 64);
    }

    [Fact]
    public void More_identifiers_than_are_kept_are_judged_in_few_readings()
    {
        // The whole numbers below 1,000,000 in another order, so that their quantiles are known.
        var suite = Judging.Parse("""
            {"expectations": [
              {"type": "expect_column_values_to_be_unique", "kwargs": {"column": "id"}},
              {"type": "expect_column_unique_value_count_to_be_between", "kwargs": {"column": "id", "min_value": 1000000, "max_value": 1000000}},
              {"type": "expect_column_median_to_be_between", "kwargs": {"column": "id", "min_value": 499999.5, "max_value": 499999.5}}
            ]}
            """u8);
        var source = new CountedNumbers(1_000_000, 7919);

        var result = Judging.Judge(source, suite, new SuiteOptions { MostDistinct = 800_000 });

        result.Results.ShouldAllBe(single => single.Outcome.Success, string.Join('\n', result.Results.Select(single => single.Outcome.Fault)));
        source.Readings.ShouldBe(3);
    }

    private static void Agree(SuiteResult scarce, SuiteResult ample, int mostDistinct)
    {
        var (few, all) = (Rows(scarce), Rows(ample));
        for (var i = 0; i < all.Count; i++)
        {
            // Repeated values have to be kept, to find their rows.
            if (scarce.Results[i].Outcome.Fault?.Contains("repeated") == true)
                (ample.Results[i].Outcome.Map.ShouldNotBeNull().Unexpected / 2).ShouldBeGreaterThan(mostDistinct);
            else
                few[i].ShouldBe(all[i]);
        }

        static List<string> Rows(SuiteResult result) =>
            [.. Judging.Json(result, ResultFormat.Complete).GetProperty("results").EnumerateArray().Select(single => single.GetRawText())];
    }

    private static string Csv(Random random, int rows)
    {
        var text = new StringBuilder($"{string.Join(',', Names)},group\n");
        // Few values that repeat, or many that hardly do.
        var spreads = Names.Select(_ => random.Next(3) == 0 ? random.Next(1, 6) : random.Next(40, 100_000)).ToArray();
        for (var row = 0; row < rows; row++)
        {
            text.AppendJoin(',', Names.Select((name, i) => random.Next(8) == 0 ? "" : Value(name, random.Next(spreads[i]) - (spreads[i] / 3))));
            text.Append(CultureInfo.InvariantCulture, $",{random.Next(3)}\n");
        }

        return text.ToString();
    }

    private static string Value(string name, int seed) => name switch
    {
        "boolean" => seed % 2 == 0 ? "true" : "false",
        "single" => ((float)seed / 8).ToString(CultureInfo.InvariantCulture),
        "double" => (seed * 1e-3 * Math.ScaleB(1, seed % 40)).ToString("R", CultureInfo.InvariantCulture),
        "date" => new DateOnly(2000, 1, 1).AddDays(seed).ToString("O", CultureInfo.InvariantCulture),
        "time" => new DateTime(2000, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddSeconds(seed).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        "text" => $"é{seed}💥"[..(seed % 3 == 0 ? 2 : ^0)],
        _ => seed.ToString(CultureInfo.InvariantCulture),
    };

    private static ExpectationSuite Suite(Random random)
    {
        var expectations = new List<object>();
        void Add(string type, string own)
        {
            var condition = random.Next(2) == 0 ? "" : """, "row_condition": "group > 0", "condition_parser": "pandas" """;
            expectations.Add(new { type, kwargs = JsonSerializer.Deserialize<object>($"{{{own}{condition}}}") });
        }

        foreach (var name in Names)
        {
            var set = JsonSerializer.Serialize(Enumerable.Range(0, random.Next(4)).Select(_ => Member(name, random.Next(-2, 6))));
            Add("expect_column_values_to_be_unique", $"\"column\": \"{name}\", \"mostly\": 0.5");
            Add("expect_column_unique_value_count_to_be_between", $"\"column\": \"{name}\", \"min_value\": 30");
            Add("expect_column_proportion_of_unique_values_to_be_between", $"\"column\": \"{name}\", \"max_value\": 0.5");
            Add("expect_column_most_common_value_to_be_in_set", $"\"column\": \"{name}\", \"ties_okay\": {(random.Next(2) == 0 ? "true" : "false")}, \"value_set\": {set}");
            foreach (var way in new[] { "be_in", "contain", "equal" })
                Add($"expect_column_distinct_values_to_{way}_set", $"\"column\": \"{name}\", \"value_set\": {set}");
            if (name is "date" or "time" or "text")
                continue;
            Add("expect_column_median_to_be_between", $"\"column\": \"{name}\", \"min_value\": 0");
            var way2 = new[] { "linear", "lower", "higher", "midpoint", "nearest" }[random.Next(5)];
            var ranges = """{"quantiles": [0, 0.05, 0.25, 0.333, 0.9, 1], "value_ranges": [[0, 1], [null, 5], [0, 9], [-5, null], [0, 1], [0, null]]}""";
            Add("expect_column_quantile_values_to_be_between", $"\"column\": \"{name}\", \"allow_relative_error\": \"{way2}\", \"quantile_ranges\": {ranges}");
        }

        foreach (var ignore in new[] { "all_values_are_missing", "any_value_is_missing", "never" })
        {
            var pair = random.GetItems(Names, 2);
            var columns = JsonSerializer.Serialize(pair.Append("group").Distinct());
            Add("expect_compound_columns_to_be_unique", $"\"column_list\": {columns}, \"ignore_row_if\": \"{ignore}\"");
        }

        return Judging.Parse(JsonSerializer.SerializeToUtf8Bytes(new { name = "any", expectations }));
    }

    private static object Member(string name, int seed) => name switch
    {
        "boolean" => seed % 2 == 0,
        "date" or "time" or "text" => Value(name, seed),
        _ => double.Parse(Value(name, seed), CultureInfo.InvariantCulture),
    };

    private sealed class TemporaryFile : IDisposable
    {
        public TemporaryFile(string text) => File.WriteAllText(Path, text);

        public string Path { get; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(), System.IO.Path.GetRandomFileName());

        public void Dispose() => File.Delete(Path);
    }
}
