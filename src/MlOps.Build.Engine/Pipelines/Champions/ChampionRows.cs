using MlOps.Build.Contracts;
using MlOps.Build.Engine.Configuration;
using MlOps.Build.Engine.Data;
using MlOps.Build.Engine.Data.Schemas;
using MlOps.Build.Engine.Evaluation.Champions;
using MlOps.Build.Engine.Splitting;

namespace MlOps.Build.Engine.Pipelines.Champions;

/// <summary>What a champion is run on: today's test rows, and what this model is to predict of them.</summary>
/// <param name="Config">Today's configuration.</param>
/// <param name="Classes">Today's classes in order; empty for regression.</param>
/// <param name="Table">The data.</param>
/// <param name="Test">The test rows' indices.</param>
/// <param name="Known">What may be said of the test rows beside scores.</param>
internal sealed record ChampionRows(TrainingConfig Config, IReadOnlyList<string> Classes, Table Table, int[] Test, ComparedRows Known)
{
    public static ChampionRows Of(
        TrainingConfig config, DataSchema schema, Table table, IReadOnlyList<string> classes, int[] test, IReadOnlyList<FeatureColumnSummary> features)
    {
        var known = new ComparedRows
        {
            Columns =
            [
                .. features.SelectMany(feature => feature.Sources).Distinct(StringComparer.Ordinal)
                    .Where(name => !IsSensitive(schema, name)).Select(table.Find).OfType<Column>().Select(column => column.Take(test)),
            ],
            Moments = Moments(config, table, test),
            Places = IsSensitive(schema, config.Label.Column)
                ? null
                : Array.ConvertAll(test, row => (table.Origins.File(row), table.Origins.Line(row))),
        };
        return new ChampionRows(config, classes, table, test, known);
    }

    private static bool IsSensitive(DataSchema schema, string column) => schema.Find(column) is { Sensitive: true };

    private static int[]? Moments(TrainingConfig config, Table table, int[] test)
    {
        if (config.Split is not { Method: SplitMethod.Time, Column: { } name } || table.Find(name) is not { } column)
            return null;
        var times = new TimeOrder(column);
        if (!times.Exists || test.Any(column.IsMissing))
            return null;
        var ranks = test.Select(row => times[row]).Distinct().Order().Select((time, rank) => (time, rank)).ToDictionary();
        return Array.ConvertAll(test, row => ranks[times[row]]);
    }
}
