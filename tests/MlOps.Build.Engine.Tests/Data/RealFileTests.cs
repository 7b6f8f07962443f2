using System.Globalization;
using System.Text.Json;
using MlOps.Build.Engine.Data.Profiles;
using MlOps.Build.Engine.Data.Schemas;
using MlOps.Build.Engine.Data.Validation;

namespace MlOps.Build.Engine.Tests.Data;

/// <summary>Against pandas; see Expected/make_profiles.py.</summary>
public sealed class RealFileTests
{
    public static TheoryData<string> Files() =>
        ["birdstrikes-1000.csv", "credit.csv", "diamonds-2000.csv", "penguins.csv", "seattle-newyork-weather.csv"];

    [Theory]
    [MemberData(nameof(Files))]
    public void Types_missing_and_distinct_counts_are_those_of_pandas(string file)
    {
        var table = RealFiles.Read(file);
        var expected = Expected(file);
        table.RowCount.ShouldBe(expected.GetProperty("rows").GetInt32());
        table.Columns.Select(Describe).ShouldBe(expected.GetProperty("columns").EnumerateArray().Select(Describe));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Moments_deciles_and_extremes_are_those_of_pandas(string file)
    {
        var table = RealFiles.Read(file);
        foreach (var expected in ColumnsWith("mean", file))
        {
            var profile = ColumnProfiler.Profile(table.Find(expected.GetProperty("name").GetString()!)!, sensitive: false);
            ShouldBeNear(profile.Mean, expected.GetProperty("mean"));
            ShouldBeNear(profile.StandardDeviation, expected.GetProperty("std"));
            ShouldBeNear(double.Parse(profile.Minimum!, CultureInfo.InvariantCulture), expected.GetProperty("min"));
            ShouldBeNear(double.Parse(profile.Maximum!, CultureInfo.InvariantCulture), expected.GetProperty("max"));
            foreach (var (actual, decile) in profile.Deciles.Zip(expected.GetProperty("deciles").EnumerateArray()))
                ShouldBeNear(actual, decile);
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Most_frequent_texts_are_those_of_pandas(string file)
    {
        var table = RealFiles.Read(file);
        foreach (var expected in ColumnsWith("most", file))
        {
            var profile = ColumnProfiler.Profile(table.Find(expected.GetProperty("name").GetString()!)!, sensitive: false);
            profile.Top[0].Count.ShouldBe(expected.GetProperty("most").GetInt64());
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void The_inferred_contract_is_kept_also_after_it_was_written_and_read_with_its_types(string file)
    {
        var written = SchemaFile.Write(SchemaInference.Infer(RealFiles.Read(file)));
        var reading = Reading.Of([(file, File.ReadAllBytes(RealFiles.Path(file)))], written);
        var summary = DataValidator.Validate(
            reading.Table!, Reading.Schema(written), [], reading.Diagnostics, TestContext.Current.CancellationToken);
        reading.Diagnostics.ShouldBeEmpty();
        summary.Violations.ShouldBeEmpty();
        summary.Rules.ShouldBeGreaterThanOrEqualTo(2 * summary.Columns.Count);
    }

    [Fact]
    public void None_in_birdstrikes_is_a_value() =>
        ColumnProfiler.Profile(RealFiles.Read("birdstrikes-1000.csv").Find("Effect Amount of damage")!, false).Top[0].Value
            .ShouldBe("None");

    private static IEnumerable<JsonElement> ColumnsWith(string key, string file) =>
        Expected(file).GetProperty("columns").EnumerateArray().Where(column => column.TryGetProperty(key, out _));

    private static JsonElement Expected(string file)
    {
        var path = Path.Combine(AppContext.BaseDirectory, "Data", "Expected", "profiles.json");
        using var document = JsonDocument.Parse(File.ReadAllBytes(path));
        return document.RootElement.GetProperty(file).Clone();
    }

    private static string Describe(Engine.Data.Column column)
    {
        var profile = ColumnProfiler.Profile(column, sensitive: false);
        return $"{column.Name}: {ColumnTypes.Name(column.Type)}, {profile.Missing} missing, {profile.Distinct} distinct";
    }

    private static string Describe(JsonElement column) =>
        $"{column.GetProperty("name")}: {column.GetProperty("type")}, {column.GetProperty("missing")} missing, "
        + $"{column.GetProperty("distinct")} distinct";

    private static void ShouldBeNear(double? actual, JsonElement expected) =>
        actual.ShouldNotBeNull().ShouldBe(expected.GetDouble(), Math.Max(1e-12, Math.Abs(expected.GetDouble()) * 1e-12));
}
