using MlOps.Build.Contracts;
using MlOps.Build.Engine.Configuration;
using MlOps.Build.Engine.Data;
using MlOps.Build.Engine.Data.Schemas;
using MlOps.Build.Engine.Features.Transforms;
using MlOps.Build.Engine.Splitting;

namespace MlOps.Build.Engine.Features;

/// <summary>Why a column is not a feature unless it is declared.</summary>
internal sealed class ColumnExclusion(FeatureInput input)
{
    private const int HintRows = 200;
    private const int WordsOfProse = 4;

    /// <summary>What the configuration or the contract says; null when they say nothing.</summary>
    public ExcludedColumn? ByDeclaration(Column column)
    {
        var (config, schema) = (input.Config, input.Schema.Find(column.Name));
        if (column.Name == config.Label.Column)
        {
            var reason = config.Label.IsDerived ? "the label is computed from it" : "the label itself";
            return new(column.Name, reason, config.PositionOf("label.column"));
        }

        if (config.Exclude.TryGetValue(column.Name, out var excluded))
            return new(column.Name, "excluded", excluded);
        if (schema is { KnownAfter: true })
            return new(column.Name, "known only after the outcome", schema.KeyPositions.GetValueOrDefault("known", schema.Position));
        if (schema is not null && DataEnvironments.Lacking(input.Schema, schema) is { Count: > 0 } lacking)
            return new(column.Name, $"not there in {string.Join(", ", lacking)}", schema.PositionOf("environments"));
        if (schema is { Sensitive: true } && column.Type == ColumnType.String)
        {
            var position = schema.KeyPositions.GetValueOrDefault("sensitive", schema.Position);
            return new(column.Name, "sensitive text, whose values would be in the model", position);
        }

        if (config.Split is { Method: SplitMethod.Group } split && column.Name == split.Column)
            return new(column.Name, "the split goes by it", config.PositionOf("split.column"));
        if (config.Evaluation.Ranking is { } ranking && column.Name == ranking.Group)
            return new(column.Name, "the lists of the ranking go by it", config.PositionOf("evaluation.ranking"));
        if (column.Name == config.Evaluation.Weight)
            return new(column.Name, "the weight of rows", config.PositionOf("evaluation.weight"));
        if (column.Name == config.Weight)
            return new(column.Name, "the weight of rows", config.PositionOf("weight"));
        if (schema is { Unique: true })
            return new(column.Name, "unique by the contract", schema.KeyPositions.GetValueOrDefault("unique", schema.Position));
        return input.Schema.Table.Key is [var key] && key == column.Name
            ? new(column.Name, "the key of the contract", input.Schema.Table.KeyPosition)
            : null;
    }

    /// <summary>What the training rows say; null when the column can be learned from.</summary>
    public ExcludedColumn? ByContents(Column column)
    {
        var train = input.Split.Train;
        var first = Array.Find(train, row => !column.IsMissing(row));
        if (train.All(column.IsMissing))
            return new(column.Name, "no value on the training rows", default);
        if (train.All(row => RowHash.AreEqual([column], first, row)))
            return new(column.Name, "constant on the training rows", default);
        return column is StringColumn text ? ByFrequency(text) : null;
    }

    private ExcludedColumn? ByFrequency(StringColumn column)
    {
        var counts = ColumnCodes.Of(column).Count(input.Split.Train);
        if (counts.Max() == 1)
            return new(column.Name, $"every value is different{Hint(column)}", default);
        var least = Math.Max(OneHotTransform.DefaultMinimumCount, OneHotTransform.DefaultMinimumShare * input.Split.Train.Length);
        return input.Traits.WantsScaling && counts.Max() < least
            ? new(column.Name, $"no value is frequent enough for an input of its own{Hint(column)}", default)
            : null;
    }

    // Words are not taken unasked: names and addresses have several, too, and their words would be in the model.
    private string Hint(StringColumn column)
    {
        var texts = input.Split.Train.Where(row => !column.IsMissing(row)).Take(HintRows).Select(row => column.Dictionary[column.Values[row]]).ToList();
        var words = texts.Sum(text => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length);
        return words >= texts.Count * WordsOfProse ? $"; declare it with 'transforms: [{TransformCatalog.TfIdf}]' to use its words" : "";
    }
}
