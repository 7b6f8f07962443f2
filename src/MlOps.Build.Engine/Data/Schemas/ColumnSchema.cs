using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Expectations;

namespace MlOps.Build.Engine.Data.Schemas;

/// <summary>The contract of one column.</summary>
internal sealed record ColumnSchema
{
    public required string Name { get; init; }

    public required ColumnType Type { get; init; }

    public string? Description { get; init; }

    /// <summary>What the values are measured in, such as <c>knots</c>.</summary>
    public string? Unit { get; init; }

    /// <summary>False when the column may be absent from the file.</summary>
    public bool Required { get; init; } = true;

    /// <summary>The environments in which the column is there; empty means all. See <see cref="DataEnvironments"/>.</summary>
    public IReadOnlyList<string> Environments { get; init; } = [];

    /// <summary>Largest allowed share of missing values, 0 to 1; null means any.</summary>
    public double? MaximumMissing { get; init; }

    public bool Unique { get; init; }

    /// <summary>Smallest allowed value of a number (dates: days, timestamps: milliseconds since 1970-01-01 UTC).</summary>
    public double? Minimum { get; init; }

    public double? Maximum { get; init; }

    /// <summary>Allowed values; empty means any.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];

    /// <summary>A .NET regular expression that the whole text must match.</summary>
    public string? Pattern { get; init; }

    public int? MinimumLength { get; init; }

    public int? MaximumLength { get; init; }

    /// <summary>Share of the present values that must keep the rules, 0 to 1.</summary>
    public double Mostly { get; init; } = 1;

    /// <summary>How old the newest value may be; null when that is not held.</summary>
    public Freshness? Fresh { get; init; }

    /// <summary>The other table in which each value must stand; null when there is none.</summary>
    public TableReference? References { get; init; }

    /// <summary>How far the values may lie from those that the model serves; null when that is not held.</summary>
    public DistanceLimits? Skew { get; init; }

    /// <summary>How far the values may lie from those of an earlier span.</summary>
    public DistanceLimits? Drift { get; init; }

    /// <summary>What a broken rule of this column is.</summary>
    public DiagnosticSeverity Severity { get; init; } = DiagnosticSeverity.Error;

    /// <summary>Personal or secret: its values appear in no report, profile, log or package.</summary>
    public bool Sensitive { get; init; }

    /// <summary>Known only once the outcome is (<c>known: after</c>): never a feature.</summary>
    public bool KnownAfter { get; init; }

    /// <summary>What is expected of it beyond that; each names the column.</summary>
    public IReadOnlyList<Expectation> Expectations { get; init; } = [];

    /// <summary>Where the column stands in <c>schema.yaml</c>.</summary>
    public SourcePosition Position { get; init; }

    /// <summary>Where each of its keys stands, by key.</summary>
    public IReadOnlyDictionary<string, SourcePosition> KeyPositions { get; init; } = new Dictionary<string, SourcePosition>();

    /// <summary>Where a key stands; the column's own place when it does not stand there.</summary>
    public SourcePosition PositionOf(string key) => KeyPositions.TryGetValue(key, out var position) ? position : Position;

    /// <summary>True when a value may be missing.</summary>
    public bool Nullable => MaximumMissing is null or > 0;
}
