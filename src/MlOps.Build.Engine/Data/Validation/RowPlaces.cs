using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Data.Validation;

/// <summary>Places of rows and rules in messages.</summary>
internal static class RowPlaces
{
    /// <summary>The message at the first failing row.</summary>
    public static Diagnostic Diagnose(Violation violation, string message)
    {
        var first = violation.Examples[0];
        return new Diagnostic
        {
            Code = violation.Code,
            Severity = violation.Severity,
            Message = message,
            Position = new SourcePosition(first.File, first.Line, first.Field),
        };
    }

    public static string Contract(SourcePosition position) =>
        position.ToString() is { Length: > 0 } place ? place : "the inferred contract";
}
