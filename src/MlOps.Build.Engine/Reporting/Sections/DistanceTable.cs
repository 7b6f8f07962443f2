using MlOps.Build.Contracts;
using MlOps.Build.Engine.Reporting.Document;
using MlOps.Build.Engine.Reporting.Languages;

namespace MlOps.Build.Engine.Reporting.Sections;

/// <summary>How far columns lie from other data, also where that is little enough.</summary>
internal static class DistanceTable
{
    public static ReportTable Of(IReadOnlyList<DistributionDistance> distances, ReportWords words) => new(
        [
            new(words.Say("column")), new(words.Say("comparison")), new(words.Say("against")), new(words.Say("distance")), new(words.Say("value"), true),
            new(words.Say("at most allowed"), true),
        ],
        [.. distances.Select(distance => new[]
        {
            distance.Column,
            distance.Comparator == "skew" ? words.Say("skew") : words.Say("drift"),
            SafeText.Of(distance.Against, 200),
            distance.Distance,
            distance.Value is { } value ? words.Number(value) : words.Say("not compared"),
            words.Number(distance.Limit),
        })]);
}
