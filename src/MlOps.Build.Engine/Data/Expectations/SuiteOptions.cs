using System.Text.Json;

namespace MlOps.Build.Engine.Data.Expectations;

/// <summary>How a suite is judged.</summary>
internal sealed record SuiteOptions
{
    // As many as Great Expectations keeps.
    private const int Few = 20;
    private const int Many = 200;

    public ResultFormat Format { get; init; } = ResultFormat.Summary;

    /// <summary>Columns whose values stand in no result.</summary>
    public IReadOnlySet<string> Sensitive { get; init; } = new HashSet<string>();

    /// <summary>Values of parameters, before those of the suite.</summary>
    public IReadOnlyDictionary<string, JsonElement> Parameters { get; init; } = new Dictionary<string, JsonElement>();

    /// <summary>The rows of other tables, by the names that the suite has for them.</summary>
    public IReadOnlyDictionary<string, long> OtherTables { get; init; } = new Dictionary<string, long>();

    /// <summary>Of a column's different values, or of different combinations, at most so many are kept in memory; the rest takes further readings.</summary>
    public int MostDistinct { get; init; } = 4_000_000;

    /// <summary>How many unexpected rows an expectation keeps.</summary>
    public int KeptRows => Format == ResultFormat.Complete ? Many : Few;
}
