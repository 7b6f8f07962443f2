using MlOps.Build.Contracts;
using MlOps.Build.Engine.Gates.Expressions;

namespace MlOps.Build.Engine.Gates.Names;

/// <summary>The conditions that may stand after <c>when</c>.</summary>
internal static class GateConditions
{
    private static readonly Dictionary<string, bool> TakesText = new() { ["champion"] = false, ["stage"] = true };

    public static IReadOnlyCollection<string> All => TakesText.Keys;

    /// <summary>What is wrong with how a known condition is written, and the way out; null when nothing is.</summary>
    public static string? Misuse(ConditionTest test) => (TakesText[test.Name], test.Argument) switch
    {
        (true, null or { Value.Length: 0 }) => $"'{test.Name}' needs a name; write '{test.Name}(\"production\")'",
        (false, not null) => $"'{test.Name}' takes no argument; write '{test.Name}'",
        _ => null,
    };

    /// <summary>Why an item under these conditions does not apply; null when it applies.</summary>
    public static string? Otherwise(IReadOnlyList<ConditionTest> tests, GateFacts facts)
    {
        foreach (var test in tests)
        {
            var (holds, seen) = test.Name == "stage" ? Stage(test.Argument!.Value, facts.Stage) : Champion(facts.Evaluation);
            if (holds == test.Negated)
                return seen;
        }

        return null;
    }

    private static (bool Holds, string Seen) Champion(EvaluationSummary evaluation) =>
        evaluation.References.Any(reference => reference.Name == "champion")
            ? (true, "there is a champion")
            : (false, "there is no champion yet");

    private static (bool Holds, string Seen) Stage(string wanted, string actual) => (actual == wanted, actual.Length switch
    {
        0 => "no stage is being promoted to",
        _ when actual == wanted => $"the stage is '{actual}'",
        _ => $"the stage is '{actual}', not '{wanted}'",
    });
}
