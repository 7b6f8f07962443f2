using MlOps.Build.Contracts;
using MlOps.Build.Engine.Configuration;
using MlOps.Build.Engine.Data;
using MlOps.Build.Engine.Splitting;

namespace MlOps.Build.Engine.Evaluation.Bootstrap;

/// <summary>Takes from the data what resampling the test rows needs.</summary>
internal sealed class RowSamplingSource(TrainingConfig config, Table table, int[] testRows, DiagnosticBag diagnostics)
{
    /// <summary>Fewer independent pieces than this and the bootstrap's tails are guesses (Cameron, Gelbach and Miller, 2008).</summary>
    public const int FewGroups = 20;

    /// <summary>Null, with errors, when the column cannot serve; its type has been checked.</summary>
    public RowSampling? Read()
    {
        var settings = ResamplingConfig.For(config);
        if (settings.By is not (Resampling.Groups or Resampling.Blocks))
            return new RowSampling { Method = settings.By };
        if (table.Find(settings.Column ?? "") is not { } column || !IsComplete(column))
            return null;
        return settings.By == Resampling.Groups ? Groups(column) : Blocks(column, settings.Block);
    }

    private RowSampling Groups(Column column)
    {
        var codes = ColumnCodes.Of(column).Codes;
        var groups = Array.ConvertAll(testRows, row => codes[row]);
        Warn(groups.Distinct().Count(), $"groups of '{column.Name}'");
        return new RowSampling { Method = Resampling.Groups, Column = column.Name, Groups = groups };
    }

    // Rows of one time stay in the order of the file.
    private RowSampling? Blocks(Column column, int? block)
    {
        var times = new TimeOrder(column);
        if (!times.Exists)
            return null;
        var order = Enumerable.Range(0, testRows.Length).OrderBy(i => times[testRows[i]]).ThenBy(i => testRows[i]).ToArray();
        if (block is { } length)
            Warn((testRows.Length + length - 1) / length, $"blocks of {length} rows");
        return new RowSampling { Method = Resampling.Blocks, Column = column.Name, Order = order, Block = block };
    }

    private bool IsComplete(Column column)
    {
        var missing = testRows.Count(column.IsMissing);
        if (missing == 0)
            return true;
        diagnostics.Error(
            EvaluationCodes.ResamplingColumnMissing,
            $"'{column.Name}' has no value in {missing} of {testRows.Length} test rows; 'evaluation.resampling' goes by it. "
            + "Fill the values in, name another column, or write 'resampling: rows'.",
            config.PositionOf("evaluation.resampling"));
        return false;
    }

    private void Warn(int pieces, string what)
    {
        if (pieces >= FewGroups)
            return;
        diagnostics.Warning(
            EvaluationCodes.FewGroups,
            $"The test part has {pieces} {what}; below {FewGroups} the intervals are too narrow. Give 'split' a larger test part, or resample by a finer column.",
            config.PositionOf("evaluation.resampling"));
    }
}
