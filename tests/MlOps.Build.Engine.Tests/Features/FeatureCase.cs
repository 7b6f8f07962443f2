using MlOps.Build.Contracts;
using MlOps.Build.Engine.Configuration;
using MlOps.Build.Engine.Data;
using MlOps.Build.Engine.Data.Schemas;
using MlOps.Build.Engine.Features;
using MlOps.Build.Engine.Labels;
using MlOps.Build.Engine.Splitting;
using MlOps.Build.Inference;

namespace MlOps.Build.Engine.Tests.Features;

/// <summary>Features of a table, learned on every second row from the first on.</summary>
internal sealed class FeatureCase
{
    public static readonly TrainerTraits Trees = new(HandlesMissing: true, WantsScaling: false);
    public static readonly TrainerTraits Linear = new(HandlesMissing: false, WantsScaling: true);

    public FeatureCase(string csv, string config, TrainerTraits? traits = null, Func<ColumnSchema, ColumnSchema>? contract = null)
    {
        Table = Tables.Csv(csv);
        Config = Tables.Config(config);
        var schema = Tables.Schema(Table);
        schema = schema with { Columns = [.. schema.Columns.Select(contract ?? (column => column))] };
        var label = LabelBuilder.Build(Table, Config, new DiagnosticBag()).ShouldNotBeNull();
        Pipeline = FeatureBuilder.Fit(Table, schema, Config, traits ?? Trees, label, Halves(Table, label), Diagnostics);
    }

    public Table Table { get; }

    public TrainingConfig Config { get; }

    public DiagnosticBag Diagnostics { get; } = [];

    public FeaturePipeline? Pipeline { get; }

    public FeaturePipeline Fitted => Pipeline.ShouldNotBeNull(string.Join('\n', Diagnostics));

    public int[] Rows => [.. Enumerable.Range(0, Table.RowCount)];

    public FeatureMatrix Matrix(Table? table = null) => FeatureTransformer.Transform(
        ManagedModelSession.Load(Fitted.Preprocessing),
        Fitted.Signature,
        Fitted.Summary,
        table ?? Table,
        [.. Enumerable.Range(0, (table ?? Table).RowCount)]);

    /// <summary>The inputs of one feature, row by row.</summary>
    public float[][] Feature(int index)
    {
        var (matrix, feature) = (Matrix(), Fitted.Summary.Columns[index]);
        return [.. Rows.Select(row => matrix.Row(row).Slice(feature.FirstInput, feature.InputCount).ToArray())];
    }

    public List<string> Findings => Tables.Lines(Diagnostics);

    private static Split Halves(Table table, Label label)
    {
        var labelled = Enumerable.Range(0, table.RowCount).Where(row => !float.IsNaN(label.Values[row])).ToArray();
        return new Split
        {
            Train = [.. labelled.Where(row => row % 2 == 0)],
            Validation = [.. labelled.Where(row => row % 4 == 1)],
            Test = [.. labelled.Where(row => row % 4 == 3)],
            Summary = new SplitSummary { Method = "halves", Seed = 0, Parts = [], Unlabelled = 0, Duplicates = 0 },
        };
    }
}
