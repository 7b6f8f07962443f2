using System.Text.Json;
using MlOps.Build.Engine.Data;
using MlOps.Build.Engine.Data.Cleaning;
using MlOps.Build.Engine.Data.Profiles;

namespace MlOps.Build.Engine.Tests.Data;

/// <summary>Cleaning of real files against pandas and scikit-learn; see Expected/make_cleaning.py.</summary>
public sealed class CleaningReferenceTests
{
    private static readonly JsonElement Expected =
        JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Data", "Expected", "cleaning.json"))).RootElement;

    [Fact]
    public void Outliers_are_those_of_pandas()
    {
        foreach (var expected in Expected.GetProperty("outliers").EnumerateArray())
        {
            var name = expected.GetProperty("column").GetString()!;
            var state = new CleaningState(RealFiles.Read(expected.GetProperty("file").GetString()!));
            var step = new OutlierStep
            {
                Columns = [name],
                Method = expected.GetProperty("method").GetString() == "iqr" ? OutlierMethod.Iqr : OutlierMethod.Z,
                Limit = expected.GetProperty("limit").GetDouble(),
                Fate = RowFate.Clip,
            };
            step.Apply(state).ShouldBe(expected.GetProperty("outside").GetInt64(), expected.ToString());
            // Whole numbers are clipped to the whole number inside the fence, which pandas makes a fraction.
            if (state.Table.Find(name) is not Int64Column)
                ColumnProfiler.Profile(state.Table.Find(name)!, false).Mean!.Value.ShouldBe(expected.GetProperty("clipped_mean").GetDouble(), 1e-9);
        }
    }

    [Fact]
    public void Rows_that_stay_of_a_key_are_those_of_pandas()
    {
        foreach (var expected in Expected.GetProperty("duplicates").EnumerateArray())
        {
            var state = new CleaningState(RealFiles.Read("birdstrikes-1000.csv"));
            var step = new DuplicateStep
            {
                Columns = [.. expected.GetProperty("key").EnumerateArray().Select(name => name.GetString()!)],
                Keep = Enum.Parse<KeptRow>(expected.GetProperty("keep").GetString()!, ignoreCase: true),
                By = expected.TryGetProperty("by", out var by) ? by.GetString() : null,
            };
            step.Apply(state).ShouldBe(1000 - expected.GetProperty("rows").GetInt64());
            ((Int64Column)state.Table.Find("Cost Total $")!).Values.Sum().ShouldBe((long)expected.GetProperty("sum").GetDouble(), expected.ToString());
        }
    }

    public static TheoryData<int> Fates() => [.. Enumerable.Range(0, Expected.GetProperty("fates").GetArrayLength())];

    // The limits of isolation lie in gaps of scikit-learn's scores, so that both forests isolate the same rows.
    [Theory]
    [MemberData(nameof(Fates))]
    public void What_is_left_of_outliers_made_missing_or_dropped_is_what_pandas_leaves(int index)
    {
        var expected = Expected.GetProperty("fates")[index];
        var (outside, rows) = (expected.GetProperty("outside").GetInt32(), expected.GetProperty("rows").GetInt32());

        var missing = Apply(expected, RowFate.Missing, outside);
        missing.Table.RowCount.ShouldBe(rows + outside);
        Left(missing, expected.GetProperty("missing"));
        missing.Quarantined.ShouldBeEmpty();

        var dropped = Apply(expected, RowFate.Drop, outside);
        dropped.Table.RowCount.ShouldBe(rows);
        Left(dropped, expected.GetProperty("dropped"));
        dropped.Quarantined.ShouldBeEmpty();

        var quarantined = Apply(expected, RowFate.Quarantine, outside);
        quarantined.Table.RowCount.ShouldBe(rows);
        quarantined.Quarantined.Count.ShouldBe(outside);
        quarantined.Quarantined.ShouldAllBe(row => row.Reason.EndsWith($"outlier ({expected.GetProperty("method").GetString()})"));
    }

    private static CleaningState Apply(JsonElement expected, RowFate fate, long outside)
    {
        var state = new CleaningState(RealFiles.Read(expected.GetProperty("file").GetString()!));
        var step = new OutlierStep
        {
            Columns = [.. expected.GetProperty("columns").EnumerateArray().Select(name => name.GetString()!)],
            Method = Enum.Parse<OutlierMethod>(expected.GetProperty("method").GetString()!, ignoreCase: true),
            Limit = expected.GetProperty("limit").GetDouble(),
            Fate = fate,
        };
        step.Apply(state).ShouldBe(outside, $"{fate}: {expected}");
        return state;
    }

    private static void Left(CleaningState state, JsonElement columns)
    {
        foreach (var expected in columns.EnumerateObject())
        {
            var profile = ColumnProfiler.Profile(state.Table.Find(expected.Name).ShouldNotBeNull(), false);
            profile.Missing.ShouldBe(expected.Value.GetProperty("missing").GetInt64());
            var mean = expected.Value.GetProperty("mean").GetDouble();
            profile.Mean!.Value.ShouldBe(mean, 1e-12 * Math.Max(1, Math.Abs(mean)));
        }
    }

    // Both forests draw at random; with thousands of trees the scores are near their expectation.
    [Fact]
    public void Isolation_scores_are_near_those_of_scikit_learn()
    {
        var expected = Expected.GetProperty("isolation");
        var table = RealFiles.Read(expected.GetProperty("file").GetString()!);
        var columns = expected.GetProperty("columns").EnumerateArray().Select(name => NumberColumn.Of(table.Find(name.GetString()!))!.Present()).ToArray();
        var scores = IsolationForest.Scores(columns, trees: 2000);
        foreach (var (score, index) in expected.GetProperty("scores").EnumerateArray().Select((score, index) => (score.GetDouble(), index)))
            scores[index].ShouldBe(score, 0.01, $"row {index}");
    }
}
