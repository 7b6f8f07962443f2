using MlOps.Build.Contracts;
using MlOps.Build.Engine.Configuration;
using MlOps.Build.Engine.Data;
using MlOps.Build.Engine.Data.Schemas;
using MlOps.Build.Engine.Labels;

namespace MlOps.Build.Engine.Splitting;

/// <summary>Divides the labelled rows into train, validation and test.</summary>
internal static class Splitter
{
    /// <summary>The split, checked by <see cref="SplitChecker"/>; null, with errors, when there is no sound one.</summary>
    public static Split? Split(Table table, DataSchema schema, TrainingConfig config, Label label, DiagnosticBag diagnostics)
    {
        var input = new SplitInput(table, schema, config, label);
        var parts = config.Split.Method switch
        {
            SplitMethod.Time => new TimeSplit(input, diagnostics).Parts(),
            SplitMethod.Group => new GroupSplit(input, diagnostics).Parts(),
            SplitMethod.Stratified => RandomSplit.Stratified(input),
            _ => RandomSplit.Parts(input),
        };
        if (parts is null)
            return null;
        var split = SplitSummarizer.Summarize(input, parts);
        return SplitChecker.Check(table, schema, config, label, split, diagnostics) ? split : null;
    }
}
