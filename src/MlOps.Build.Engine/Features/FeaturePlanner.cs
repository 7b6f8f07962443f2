using MlOps.Build.Contracts;
using MlOps.Build.Engine.Configuration;

namespace MlOps.Build.Engine.Features;

/// <summary>Decides which columns are features.</summary>
internal sealed class FeaturePlanner(FeatureInput input, DiagnosticBag diagnostics)
{
    private readonly ColumnExclusion _exclusion = new(input);

    /// <summary>The plan; null, with errors, when a declared feature may not be one or none is left.</summary>
    public FeaturePlan? Plan()
    {
        var plan = input.Config.Features.Count > 0 ? Declared() : Defaults();
        if (plan.Features.Count > 0 && !new DeclaredFeatureChecker(input, diagnostics).Check(plan))
            return null;
        if (plan.Features.Count > 0)
            return plan;
        var reasons = string.Join("; ", plan.Excluded.Take(10).Select(column => $"{column.Column}: {column.Reason}"));
        diagnostics.Error(
            FeatureCodes.NoFeatures,
            $"no column is left to be a feature ({reasons}). Declare 'features', or shorten 'exclude'.",
            new SourcePosition(input.Config.File));
        return null;
    }

    private FeaturePlan Declared()
    {
        var used = input.Config.Features.SelectMany(feature => feature.Columns).ToHashSet(StringComparer.Ordinal);
        var excluded = input.Table.Columns
            .Where(column => !used.Contains(column.Name))
            .Select(column => _exclusion.ByDeclaration(column)
                ?? new ExcludedColumn(column.Name, "not listed under 'features'", new SourcePosition(input.Config.File)));
        return new FeaturePlan(input.Config.Features, [.. excluded]);
    }

    private FeaturePlan Defaults()
    {
        var features = new List<FeatureConfig>();
        var excluded = new List<ExcludedColumn>();
        foreach (var column in input.Table.Columns)
        {
            if ((_exclusion.ByDeclaration(column) ?? _exclusion.ByContents(column)) is { } reason)
                excluded.Add(reason);
            else
                features.Add(new FeatureConfig { Columns = [column.Name], Position = new SourcePosition(input.Config.File) });
        }

        return new FeaturePlan(features, excluded);
    }
}
