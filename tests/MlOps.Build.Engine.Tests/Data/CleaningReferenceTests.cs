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
