using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Batches;

namespace MlOps.Build.Engine.Data.Validation;

/// <summary>The places of failing rows as messages show them.</summary>
/// <param name="Count">How many rows fail.</param>
/// <param name="Rows">How many there are.</param>
/// <param name="First">Where the first few stand.</param>
internal sealed record FailingPlaces(long Count, long Rows, IReadOnlyList<RowLocation> First)
{
    /// <summary>"3 of 10,000 rows, also line 902, line 1004".</summary>
    public string Share
    {
        get
        {
            var share = $"{Shown.Count(Count)} of {Shown.Count(Rows, "row")}";
            if (First.Count < 2)
                return share;
            var others = First.Skip(1).Select(row => Place(row, First[0].File));
            return $"{share}, also {string.Join(", ", others)}{(Count > First.Count ? " …" : "")}";
        }
    }

    private static string Place(RowLocation row, string home) =>
        row.File == home ? $"line {row.Line}" : new SourcePosition(row.File, row.Line).ToString();
}
