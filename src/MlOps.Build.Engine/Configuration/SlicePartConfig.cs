namespace MlOps.Build.Engine.Configuration;

/// <summary>A column that groups rows: by its values, or by buckets of its numbers.</summary>
internal sealed record SlicePartConfig
{
    public required string Column { get; init; }

    /// <summary>How many buckets of about as many training rows each; null when the values themselves or <see cref="Edges"/> make the groups.</summary>
    public int? Buckets { get; init; }

    /// <summary>Where buckets begin, ascending: n edges make n + 1 buckets. Empty when there are none.</summary>
    public IReadOnlyList<double> Edges { get; init; } = [];

    /// <summary>Whether numbers are put into buckets.</summary>
    public bool IsBucketed => Buckets is not null || Edges.Count > 0;
}
