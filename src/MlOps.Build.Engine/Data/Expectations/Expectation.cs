using System.Text.Json;
using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Data.Expectations;

/// <summary>One expectation as written: a name of Great Expectations and its arguments.</summary>
internal sealed record Expectation
{
    /// <summary>Such as <c>expect_column_values_to_be_between</c>.</summary>
    public required string Type { get; init; }

    /// <summary>A JSON object.</summary>
    public required JsonElement Kwargs { get; init; }

    /// <summary>A JSON object; null when none was given.</summary>
    public JsonElement? Meta { get; init; }

    /// <summary>Every other key as it stood, such as <c>id</c> and <c>notes</c>, so that what is read is written again.</summary>
    public IReadOnlyDictionary<string, JsonElement> Others { get; init; } = new Dictionary<string, JsonElement>();

    /// <summary>What a broken expectation is: <c>critical</c>, <c>warning</c> or <c>info</c> in a suite.</summary>
    public DiagnosticSeverity Severity { get; init; } = DiagnosticSeverity.Error;

    /// <summary>Where it stands.</summary>
    public SourcePosition Position { get; init; }
}
