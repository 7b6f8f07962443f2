using System.Globalization;
using System.Text.Json;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Formats;
using MlOps.Build.Engine.Data.Profiles;
using MlOps.Build.Tests.Shared;

namespace MlOps.Build.Engine.Tests.Data.Profiles;

/// <summary>The profile of three million real rows in Parquet has DuckDB's numbers; flights-3m.json holds them and the queries.</summary>
public sealed class FlightsProfileTests
{
    [Fact]
    public void The_profile_of_three_million_flights_has_the_numbers_of_DuckDB()
    {
        FlightsFile.SkipIfAbsent();
        using var expected = JsonDocument.Parse(File.ReadAllBytes(RealFiles.Path("flights-3m.json")));
        var diagnostics = new DiagnosticBag();
        using var opened = OpenedTable
            .Open([new(FlightsFile.Path, "flights.parquet")], null, new(), diagnostics, TestContext.Current.CancellationToken).ShouldNotBeNull();
        var profile = ProfileAccumulator.Profile(opened.Source, new HashSet<string>(), diagnostics, TestContext.Current.CancellationToken).ShouldNotBeNull();
        profile.Rows.ShouldBe(3_000_000);
        foreach (var column in expected.RootElement.GetProperty("columns").EnumerateArray())
            CheckCounts(Of(profile, column), column);
        foreach (var spread in expected.RootElement.GetProperty("spreads").EnumerateArray())
            CheckSpread(Of(profile, spread), spread);
        foreach (var top in expected.RootElement.GetProperty("tops").EnumerateArray())
            Of(profile, top).Top.Take(10).Select(value => $"{value.Value} {value.Count}").ShouldBe(top.GetProperty("rows").EnumerateArray().Select(row => $"{Text(row, "value")} {Text(row, "rows")}"));
    }

    private static void CheckCounts(ProfiledColumn column, JsonElement expected)
    {
        column.Missing.ToString(CultureInfo.InvariantCulture).ShouldBe(Text(expected, "missing"));
        var distinct = Number(expected, "distinct");
        // Beyond 4,096 different values they are estimated; the error is a standard one.
        Math.Abs(column.Distinct.ShouldNotBeNull() - distinct).ShouldBeLessThanOrEqualTo(3 * column.DistinctError * distinct);
        (column.DistinctError > 0).ShouldBe(distinct > 4096);
        if (column.Type == ColumnType.Int64)
            (column.Minimum, column.Maximum).ShouldBe((Text(expected, "min"), Text(expected, "max")));
        if (column.Type == ColumnType.Timestamp)
            (Microseconds(column.Minimum!), Microseconds(column.Maximum!)).ShouldBe((Text(expected, "min"), Text(expected, "max")));
    }

    private static void CheckSpread(ProfiledColumn column, JsonElement expected)
    {
        var mean = Number(expected, "mean");
        column.Mean.ShouldNotBeNull().ShouldBe(mean, 1e-12 * mean);
        var deviation = Number(expected, "deviation");
        column.StandardDeviation.ShouldNotBeNull().ShouldBe(deviation, 1e-12 * deviation);
        var deciles = JsonSerializer.Deserialize<double[]>(Text(expected, "deciles"))!;
        var compared = column.Quantiles.Where(quantile => double.IsInteger(quantile.Share * 10)).ToList();
        compared.Select(quantile => quantile.Value).ShouldBe(compared.Select(quantile => deciles[(int)(quantile.Share * 10)]));
        compared.Count.ShouldBe(11);
    }

    private static ProfiledColumn Of(DataProfile profile, JsonElement expected) => profile.Columns.Single(column => column.Name == Text(expected, "column"));

    private static string Microseconds(string time) =>
        (DateTimeOffset.Parse(time, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal) - DateTimeOffset.UnixEpoch).TotalMicroseconds.ToString(CultureInfo.InvariantCulture);

    private static double Number(JsonElement element, string name) => double.Parse(Text(element, name), CultureInfo.InvariantCulture);

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;
}
