using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Packaging.Comparison;

/// <summary>
/// What changed for an application. Taking less than before is breaking, taking more is additive: an input record loses or gains members,
/// and a check of inputs refuses or allows values.
/// </summary>
internal static class SignatureComparer
{
    public const string Area = "signature";

    public static IEnumerable<Change> Compare(ModelSignature before, ModelSignature after)
    {
        if (before.Task != after.Task)
            yield return Changed(ChangeLevel.Breaking, "task", before.Task.ToString(), after.Task.ToString());
        if (before.Label != after.Label)
            yield return Changed(ChangeLevel.Breaking, "label", before.Label, after.Label);
        foreach (var (name, first, second) in Words.Pairs(before.Inputs, after.Inputs, input => input.Name))
        {
            foreach (var change in Input(name, first, second))
                yield return change;
        }

        foreach (var change in Classes(before, after))
            yield return change;
        if (before.Threshold != after.Threshold)
            yield return Changed(ChangeLevel.Compatible, "threshold", Words.Number(before.Threshold), Words.Number(after.Threshold));
        if (before.Interval != after.Interval)
            yield return Interval(before.Interval, after.Interval);
    }

    private static Change Interval(PredictionInterval? before, PredictionInterval? after) => (before, after) switch
    {
        (null, { } now) => Say(ChangeLevel.Additive, $"interval: added, {Of(now)}"),
        ({ }, null) => Say(ChangeLevel.Breaking, "interval: removed"),
        _ => Changed(ChangeLevel.Compatible, "interval", Of(before!), Of(after!)),
    };

    private static string Of(PredictionInterval interval) => $"{interval.Method}, coverage {Words.Number(interval.Coverage)}";

    private static IEnumerable<Change> Input(string name, SignatureInput? before, SignatureInput? after)
    {
        if (after is null)
            return [Say(ChangeLevel.Breaking, $"input '{name}': removed")];
        if (before is null)
        {
            return [after.Nullable
                ? Say(ChangeLevel.Additive, $"input '{name}' ({after.Type}): added, may be missing")
                : Say(ChangeLevel.Breaking, $"input '{name}' ({after.Type}): added, must be given")];
        }

        return Same(name, before, after);
    }

    private static IEnumerable<Change> Same(string name, SignatureInput before, SignatureInput after)
    {
        if (before.Type != after.Type)
            yield return Changed(ChangeLevel.Breaking, $"type of '{name}'", before.Type.ToString(), after.Type.ToString());
        if (before.Nullable != after.Nullable)
            yield return after.Nullable ? Say(ChangeLevel.Additive, $"'{name}': may be missing now") : Say(ChangeLevel.Breaking, $"'{name}': must be given now");
        if (Bound(name, "minimum", before.Minimum, after.Minimum, after.Minimum > (before.Minimum ?? double.NegativeInfinity)) is { } minimum)
            yield return minimum;
        if (Bound(name, "maximum", before.Maximum, after.Maximum, after.Maximum < (before.Maximum ?? double.PositiveInfinity)) is { } maximum)
            yield return maximum;
        foreach (var change in Values(name, before.AllowedValues, after.AllowedValues))
            yield return change;
        if (before.Unit != after.Unit && before.Unit is not null)
            yield return Changed(ChangeLevel.Breaking, $"unit of '{name}'", before.Unit, after.Unit ?? "none");
        if (before.Description != after.Description)
            yield return Say(ChangeLevel.Compatible, $"'{name}': described in other words");
    }

    private static Change? Bound(string name, string kind, double? before, double? after, bool narrower) => before == after ? null
        : Changed(narrower ? ChangeLevel.Breaking : ChangeLevel.Additive, $"{kind} of '{name}'", Words.Number(before), Words.Number(after));

    // No list means any value.
    private static IEnumerable<Change> Values(string name, IReadOnlyList<string> before, IReadOnlyList<string> after)
    {
        if (before.Count == 0 && after.Count > 0)
            return [Say(ChangeLevel.Breaking, $"'{name}': only {List(after)} now")];
        if (before.Count > 0 && after.Count == 0)
            return [Say(ChangeLevel.Additive, $"'{name}': any value now")];
        var (gone, came) = (before.Except(after).ToList(), after.Except(before).ToList());
        return [
            .. gone.Count > 0 ? [Say(ChangeLevel.Breaking, $"'{name}': {List(gone)} not allowed any more")] : Array.Empty<Change>(),
            .. came.Count > 0 ? [Say(ChangeLevel.Additive, $"'{name}': {List(came)} allowed now")] : Array.Empty<Change>(),
        ];
    }

    private static IEnumerable<Change> Classes(ModelSignature before, ModelSignature after)
    {
        var (gone, came) = (before.Classes.Except(after.Classes).ToList(), after.Classes.Except(before.Classes).ToList());
        if (gone.Count > 0)
            yield return Say(ChangeLevel.Breaking, $"classes: {List(gone)} removed");
        if (came.Count > 0)
            yield return Say(ChangeLevel.Additive, $"classes: {List(came)} added");
        if (!before.Classes.Where(after.Classes.Contains).SequenceEqual(after.Classes.Where(before.Classes.Contains)))
            yield return Say(ChangeLevel.Breaking, "classes: in another order, so the enum's numbers mean others");
    }

    private static string List(IReadOnlyList<string> values) =>
        string.Join(", ", values.Take(5).Select(value => $"'{value}'")) + (values.Count > 5 ? $" and {values.Count - 5} more" : "");

    private static Change Changed(ChangeLevel level, string what, string before, string after) => Say(level, $"{what}: {before} -> {after}");

    private static Change Say(ChangeLevel level, string text) => new(Area, level, text);
}
