using MlOps.Build.Engine.Data.Cleaning;
using MlOps.Build.Engine.Data.Expectations;

namespace MlOps.Build.Engine.Data.Schemas;

/// <summary>The data contract: <c>schema.yaml</c> as read, or as inferred.</summary>
internal sealed record DataSchema
{
    private readonly Dictionary<string, ColumnSchema> _byName = [];

    public CsvFormat Format { get; init; } = new();

    /// <summary>The columns in the contract's order.</summary>
    public required IReadOnlyList<ColumnSchema> Columns
    {
        get;
        init
        {
            field = value;
            _byName = new Dictionary<string, ColumnSchema>(value.Count, StringComparer.Ordinal);
            foreach (var column in value)
                _byName.TryAdd(column.Name, column);
        }
    }

    public TableRules Table { get; init; } = new();

    /// <summary>Where the data are used, as declared, the environment of training first; empty: the usual ones. See <see cref="DataEnvironments"/>.</summary>
    public IReadOnlyList<string> Environments { get; init; } = [];

    /// <summary>The one that the data at hand belong to; null: the first.</summary>
    public string? Environment { get; init; }

    /// <summary>What is done to the data before they are checked.</summary>
    public CleaningPlan Cleaning { get; init; } = CleaningPlan.None;

    /// <summary>What is expected beyond the columns' own rules, by the names of Great Expectations.</summary>
    public IReadOnlyList<Expectation> Expectations { get; init; } = [];

    /// <summary>The suites of Great Expectations that hold too.</summary>
    public IReadOnlyList<SuiteReference> Suites { get; init; } = [];

    /// <summary><see cref="Suites"/> as read.</summary>
    public IReadOnlyList<ExpectationSuite> LoadedSuites { get; init; } = [];

    /// <summary>The terms that the data come under, as an SPDX licence expression; null when nobody said.</summary>
    public string? License { get; init; }

    /// <summary>True when it says the types of some columns only: others are as they are, and none need be there.</summary>
    public bool IsPartial { get; init; }

    /// <summary>True when it was inferred from the data and not read from a file.</summary>
    public bool Inferred { get; init; }

    /// <summary>True when data without the column break the contract.</summary>
    public bool Requires(ColumnSchema column) => column.Required && DataEnvironments.IsHere(this, column);

    public ColumnSchema? Find(string name) => _byName.GetValueOrDefault(name);
}
