using MlOps.Build.Engine.Gates.Values;

namespace MlOps.Build.Engine.Gates.Names;

/// <summary>Metrics of other models on the same rows: <c>baseline.auc</c>, <c>champion.auc</c>, <c>logistic_regression.auc</c>.</summary>
internal sealed class ReferenceNames : INameProvider
{
    public IEnumerable<string> Names(GateScope scope) =>
        scope.References.SelectMany(reference => scope.Metrics.Select(metric => $"{reference}.{metric}"));

    public Quantity? Resolve(string name, GateFacts facts)
    {
        if (name.Split('.') is not [var reference, var metric])
            return null;
        if (facts.Evaluation.References.FirstOrDefault(item => item.Name == reference) is not { } found)
            return Quantity.Undefined($"there is no {reference} to compare with");
        if (found.NotCompared is { } reason)
            return Quantity.Undefined($"the {found.DisplayName} was not compared: {reason}");
        return found.Metrics.FirstOrDefault(item => item.Name == metric) is { } value
            ? Explain(MetricNames.Measured(value, name, metric, reference), found.DisplayName)
            : Quantity.Undefined($"{MetricWords.Of(metric)} of the {reference} was not measured");
    }

    private static Quantity Explain(Quantity quantity, string displayName) =>
        quantity.Reason is { } reason ? Quantity.Undefined($"{displayName}: {reason}") : quantity;
}
