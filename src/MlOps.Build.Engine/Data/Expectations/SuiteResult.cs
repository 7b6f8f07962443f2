namespace MlOps.Build.Engine.Data.Expectations;

/// <summary>A suite judged by a table.</summary>
internal sealed record SuiteResult
{
    public required ExpectationSuite Suite { get; init; }

    /// <summary>The rows of the table.</summary>
    public required long Rows { get; init; }

    /// <summary>In the suite's order.</summary>
    public required IReadOnlyList<ExpectationResult> Results { get; init; }

    public int Successful => Results.Count(result => result.Outcome.Success);

    public bool Success => Successful == Results.Count;
}
