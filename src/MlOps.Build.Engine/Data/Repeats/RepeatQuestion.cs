using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Batches;
using MlOps.Build.Engine.Data.Reading;

namespace MlOps.Build.Engine.Data.Repeats;

/// <summary>
/// Which columns must differ from row to row: one, whose missing values do not count, or several together, where missing equals missing.
/// </summary>
internal sealed record RepeatQuestion
{
    public const ulong FirstSeed = TextHash.Seed;
    private const ulong SecondSeed = 0xC2B2AE3D27D4EB4F;

    /// <summary>0-based columns.</summary>
    public required IReadOnlyList<int> Columns { get; init; }

    /// <summary>True when missing values repeat nothing.</summary>
    public required bool SkipsMissing { get; init; }

    /// <summary>Types of the columns.</summary>
    public required IReadOnlyList<ColumnType> Types { get; init; }

    public int? SingleColumn => SkipsMissing ? Columns[0] : null;

    public bool IsInteger => SkipsMissing && Types[0] is ColumnType.Int64 or ColumnType.Date;

    /// <summary>True when different values have different keys.</summary>
    public bool IsExact => SkipsMissing && Types[0] != ColumnType.String;

    public RowKeyReader Reader(ulong seed) => new(Columns, seed);

    public RowKeyReader SecondReader() => new(Columns, SecondSeed);

    public static RepeatQuestion Of(IBatchSource source, IReadOnlyList<int> columns, bool skipsMissing) => new()
    {
        Columns = columns,
        SkipsMissing = skipsMissing,
        Types = [.. columns.Select(column => source.Columns[column].Type)],
    };
}
