using System.Text.Json;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data;
using MlOps.Build.Engine.Data.Batches;
using MlOps.Build.Engine.Data.Profiles;
using MlOps.Build.Engine.Tests.Drift.Measures;

namespace MlOps.Build.Engine.Tests.Data.Profiles;

/// <summary>Against pandas, NumPy and SciPy (Expected/profile.py), and against itself by other divisions.</summary>
public sealed class ProfileAccumulatorTests
{
    private static readonly JsonElement Expected =
        JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Data", "Expected", "profile.json"))).RootElement;

    [Fact]
    public void Columns_of_a_real_file_are_what_pandas_and_SciPy_say()
    {
        foreach (var column in Profile(RealFiles.Read("birdstrikes-1000.csv")).Columns)
        {
            var wanted = Expected.GetProperty("birdstrikes").GetProperty(column.Name);
            column.Missing.ShouldBe(wanted.GetProperty("missing").GetInt64());
            (column.Distinct, column.DistinctError).ShouldBe((wanted.GetProperty("distinct").GetInt64(), 0), column.Name);
            if (wanted.TryGetProperty("mean", out _))
                Holds(column, wanted);
            else
                column.Top[0].Count.ShouldBe(wanted.GetProperty("most").GetInt64());
            if (column.Lengths is { } lengths)
            {
                (lengths.Minimum, lengths.Maximum).ShouldBe((wanted.GetProperty("shortest").GetInt64(), wanted.GetProperty("longest").GetInt64()));
                lengths.Mean.ShouldBe(wanted.GetProperty("length").GetDouble(), 1e-12);
            }
        }
    }

    [Fact]
    public void A_deviation_is_exact_where_its_square_is_no_number_of_its_own()
    {
        // Of as many -v as v it is v times the root of n / (n - 1); of 0, 1 … 49 it is the root of 50 · 51 / 12 (14.577…), here in units of 2^-1074.
        var rows = Enumerable.Range(0, 50).Select(i => FormattableString.Invariant($"{(i % 2 == 0 ? 1.5e308 : -1.5e308):R},{i * double.Epsilon:R}\n"));
        var columns = Profile(Reading.Of("large,small\n" + string.Concat(rows)).Table.ShouldNotBeNull()).Columns;
        (columns[0].StandardDeviation.ShouldNotBeNull() / 1.5e308).ShouldBe(Math.Sqrt(50.0 / 49), 1e-15);
        columns[1].StandardDeviation.ShouldBe(15 * double.Epsilon);
    }

    [Fact]
    public void Beyond_the_budget_quantiles_stay_within_their_bounds_and_moments_exact()
    {
        var column = Profile(Made()).Columns[0];
        var wanted = Expected.GetProperty("made");
        ((double)column.Distinct!).ShouldBe(100_000, 100_000 * 3 * column.DistinctError);
        column.DistinctError.ShouldBeGreaterThan(0);
        column.Mean.ShouldNotBeNull().ShouldBe(wanted.GetProperty("mean").GetDouble(), 1e-14);
        column.Skewness.ShouldNotBeNull().ShouldBe(wanted.GetProperty("skewness").GetDouble(), 1e-11);
        column.Kurtosis.ShouldNotBeNull().ShouldBe(wanted.GetProperty("kurtosis").GetDouble(), 1e-11);
        foreach (var (quantile, exact) in column.Quantiles.Zip(wanted.GetProperty("quantiles").EnumerateArray().Select(value => value.GetDouble())))
        {
            exact.ShouldBeInRange(quantile.Low ?? quantile.Value, quantile.High ?? quantile.Value);
            ((quantile.High ?? quantile.Value) - (quantile.Low ?? quantile.Value)).ShouldBeLessThan(0.01);
        }

        column.Counts.Sum().ShouldBe(100_000);
    }

    [Theory]
    [InlineData("birdstrikes-1000.csv")]
    [InlineData("diamonds-2000.csv")]
    [InlineData("penguins.csv")]
    [InlineData("seattle-newyork-weather.csv")]
    public void Any_division_into_batches_threads_and_files_comes_to_the_same(string file)
    {
        var table = RealFiles.Read(file);
        var whole = ProfileFile.Write(Profile(table));
        ProfileFile.Write(Profile(table, 64)).ShouldBe(whole);
        ProfileFile.Write(InParts(table, 192, 5, throughFiles: false)).ShouldBe(whole);
        ProfileFile.Write(InParts(table, 64, 3, throughFiles: true)).ShouldBe(whole);
    }

    [Fact]
    public void Beyond_the_budget_too_but_for_the_frequent_values()
    {
        var whole = Plain(Profile(Made()));
        Plain(InParts(Made(), 1024, 4, throughFiles: false)).ShouldBe(whole);
        Plain(InParts(Made(), 4096, 7, throughFiles: true)).ShouldBe(whole);
    }

    [Fact]
    public void A_frequent_value_among_many_is_found_with_its_bound()
    {
        var values = DriftCases.Made(50_000, 0, 0);
        for (var i = 0; i < values.Length; i += 10)
            values[i] = 0.25;
        var column = Profile(Table(values)).Columns[0];
        column.Top[0].Value.ShouldBe("0.25");
        column.Top[0].Count.ShouldBeInRange(5000, 5000 + column.TopError);
    }

    [Fact]
    public void A_sensitive_column_leaves_its_rows_counted_and_nothing_else()
    {
        var profile = ProfileAccumulator.Profile(
            new TableBatches(Tables.Csv("name,n\nAnna,1\nBert,2\n,3\n")), new HashSet<string> { "name" }, [], TestContext.Current.CancellationToken).ShouldNotBeNull();
        profile.Columns[0].ShouldBeEquivalentTo(new ProfiledColumn { Name = "name", Type = ColumnType.String, Sensitive = true, Missing = 1 });
        ProfileFile.Write(profile).ShouldNotContain("Anna");
    }

    private static void Holds(ProfiledColumn column, JsonElement wanted)
    {
        foreach (var (value, name) in new[] { (column.Mean, "mean"), (column.StandardDeviation, "deviation"), (column.Skewness, "skewness"), (column.Kurtosis, "kurtosis") })
        {
            var number = wanted.GetProperty(name).GetDouble();
            value.ShouldNotBeNull(column.Name).ShouldBe(number, Math.Max(1e-12, Math.Abs(number) * 1e-11), $"{column.Name}, {name}");
        }

        column.Quantiles.Select(quantile => quantile.Value).ShouldBe(wanted.GetProperty("quantiles").EnumerateArray().Select(value => value.GetDouble()), 1e-9);
        // numpy.histogram, to the last bit.
        column.Edges.ShouldBe(wanted.GetProperty("edges").EnumerateArray().Select(edge => edge.GetDouble()), column.Name);
        column.Counts.ShouldBe(wanted.GetProperty("counts").EnumerateArray().Select(count => count.GetInt64()), column.Name);
    }

    private static Table Made() => Table(DriftCases.Made(100_000, 0.5, -0.3));

    private static Table Table(double[] values) =>
        Tables.Csv("x,k\n" + string.Join('\n', values.Select(value => FormattableString.Invariant($"{value:R},1"))) + "\n");

    private static DataProfile Profile(Table table, int rows = 1 << 14) =>
        ProfileAccumulator.Profile(new TableBatches(table, rows), new HashSet<string>(), [], TestContext.Current.CancellationToken).ShouldNotBeNull();

    private static DataProfile InParts(Table table, int rows, int parts, bool throughFiles)
    {
        var source = new TableBatches(table, rows);
        var dealt = new DealingSink([.. Enumerable.Range(0, parts).Select(_ => new ProfileAccumulator(source.Columns, new HashSet<string>()))]);
        source.Read(() => dealt, [], TestContext.Current.CancellationToken);
        if (throughFiles)
        {
            var written = dealt.Parts.Select(part => ProfileFile.Write(part.Describe()));
            var read = written.Select(text => JsonSerializer.Deserialize(text, ContractsJson.Default.DataProfile)!);
            return ProfileFile.Merge([.. read.Reverse().Select(profile => (profile, "p"))], []).ShouldNotBeNull();
        }

        foreach (var part in dealt.Parts.Skip(1))
            dealt.Parts[0].Merge(part);
        return dealt.Parts[0].Describe();
    }

    private static string Plain(DataProfile profile) => ProfileFile.Write(profile with
    {
        Columns = [.. profile.Columns.Select(column => column with { Top = [], TopError = 0, Sketch = column.Sketch! with { Values = null } })],
    });

    // Blocks go to the parts in turn, as to threads.
    private sealed class DealingSink(ProfileAccumulator[] parts) : IBatchSink
    {
        public ProfileAccumulator[] Parts { get; } = parts;

        public void Add(RowBatch batch) => Parts[batch.Block % Parts.Length].Add(batch);
    }
}
