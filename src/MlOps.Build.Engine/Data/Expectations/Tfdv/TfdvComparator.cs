using MlOps.Build.Engine.Data.Schemas;

namespace MlOps.Build.Engine.Data.Expectations.Tfdv;

/// <summary>A <c>FeatureComparator</c> as the limits of a contract.</summary>
internal static class TfdvComparator
{
    /// <summary>Null when there is none that a contract can hold.</summary>
    public static DistanceLimits? Of(ProtoField? comparator, ColumnSchema column, TfdvRemainder left)
    {
        var limits = new DistanceLimits();
        foreach (var field in comparator?.Message?.Fields ?? [])
        {
            // An infinity norm of numbers with fractions is 0 in TFDV, whatever they are: it counts texts only.
            if (field.Message?.Number("threshold") is { } threshold and >= 0 and <= 1 && DistanceNames.All.Contains(field.Name)
                && (field.Name == DistanceNames.JensenShannonDivergence || column.Type != Contracts.ColumnType.Float64))
            {
                limits = With(limits, field.Name, threshold);
                if (field.Message.Find("source") is { } source)
                    left.Say(source, $"'source' of the {comparator!.Name} of {Shown.Text(column.Name)}");
            }
            else
            {
                left.Say(field, $"'{field.Name}' of the {comparator!.Name} of {Shown.Text(column.Name)}");
            }
        }

        return limits.Given.Any() ? limits : null;
    }

    private static DistanceLimits With(DistanceLimits limits, string name, double threshold) => name switch
    {
        DistanceNames.InfinityNorm => limits with { InfinityNorm = threshold },
        DistanceNames.JensenShannonDivergence => limits with { JensenShannonDivergence = threshold },
        _ => limits with { NormalizedAbsDifference = threshold },
    };
}
