using System.Globalization;
using MlOps.Build.Contracts;

namespace MlOps.Build.Tool.Inspection;

/// <summary>Distances between data, a line each, also those that are small enough.</summary>
internal static class DistanceListing
{
    public static string Line(DistributionDistance distance)
    {
        var value = distance.Value?.ToString("0.######", CultureInfo.InvariantCulture) ?? "not told";
        return $"{distance.Comparator} of '{distance.Column}' against {distance.Against}: {distance.Distance} {value}, at most {distance.Limit.ToString("R", CultureInfo.InvariantCulture)}";
    }
}
