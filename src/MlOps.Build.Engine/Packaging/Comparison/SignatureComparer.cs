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
            yield return Changed(ChangeEffect.Compile, "task", before.Task.ToString(), after.Task.ToString());
        if (before.Label != after.Label)
            yield return Changed(ChangeEffect.Meaning, "label", before.Label, after.Label);
        foreach (var (name, first, second) in Words.Pairs(before.Inputs, after.Inputs, input => input.Name))
        {
            foreach (var change in Input(name, first, second))
                yield return change;
        }

        foreach (var change in Classes(before, after))
            yield return change;
        if (before.Threshold != after.Threshold)
            yield return Changed(ChangeEffect.None, "threshold", Words.Number(before.Threshold), Words.Number(after.Threshold));
        if (before.Interval != after.Interval)
            yield return Interval(before.Interval, after.Interval);
    }

    private static Change Interval(PredictionInterval? before, PredictionInterval? after) => (before, after) switch
    {
        (null, { } now) => Say(ChangeEffect.More, $"interval: added, {Of(now)}"),
        ({ }, null) => Say(ChangeEffect.Compile, "interval: removed"),
        _ => Changed(ChangeEffect.None, "interval", Of(before!), Of(after!)),
    };

    private static string Of(PredictionInterval interval) => $"{interval.Method}, coverage {Words.Number(interval.Coverage)}";

    private static IEnumerable<Change> Input(string name, SignatureInput? before, SignatureInput? after)
    {
        if (after is null)
            return [Say(ChangeEffect.Compile, $"input '{name}': removed")];
        if (before is null)
        {
            return [after.Nullable
                ? Say(ChangeEffect.More, $"input '{name}' ({after.Type}): added, may be missing")
                : Say(ChangeEffect.Compile, $"input '{name}' ({after.Type}): added, must be given")];
        }

        return Same(name, before, after);
    }

    private static IEnumerable<Change> Same(string name, SignatureInput before, SignatureInput after)
    {
        if (before.Type != after.Type)
            yield return Changed(IsWider(before.Type, after.Type) ? ChangeEffect.More : ChangeEffect.Compile, $"type of '{name}'", before.Type.ToString(), after.Type.ToString());
        if (before.Nullable != after.Nullable)
            yield return after.Nullable ? Say(ChangeEffect.More, $"'{name}': may be missing now") : Say(ChangeEffect.Compile, $"'{name}': must be given now");
        if (Bound(name, "minimum", before.Minimum, after.Minimum, after.Minimum > (before.Minimum ?? double.NegativeInfinity)) is { } minimum)
            yield return minimum;
        if (Bound(name, "maximum", before.Maximum, after.Maximum, after.Maximum < (before.Maximum ?? double.PositiveInfinity)) is { } maximum)
            yield return maximum;
        foreach (var change in Values(name, before.AllowedValues, after.AllowedValues))
            yield return change;
        if (before.Unit != after.Unit && before.Unit is not null)
            yield return Changed(ChangeEffect.Meaning, $"unit of '{name}'", before.Unit, after.Unit ?? "none");
        if (before.Description != after.Description)
            yield return Say(ChangeEffect.None, $"'{name}': described in other words");
    }

    private static Change? Bound(string name, string kind, double? before, double? after, bool narrower) => before == after ? null
        : Changed(narrower ? ChangeEffect.Values : ChangeEffect.More, $"{kind} of '{name}'", Words.Number(before), Words.Number(after));

    // No list means any value.
    private static IEnumerable<Change> Values(string name, IReadOnlyList<string> before, IReadOnlyList<string> after)
    {
        if (before.Count == 0 && after.Count > 0)
            return [Say(ChangeEffect.Values, $"'{name}': only {List(after)} now")];
        if (before.Count > 0 && after.Count == 0)
            return [Say(ChangeEffect.More, $"'{name}': any value now")];
        var (gone, came) = (before.Except(after).ToList(), after.Except(before).ToList());
        return [
            .. gone.Count > 0 ? [Say(ChangeEffect.Values, $"'{name}': {List(gone)} not allowed any more")] : Array.Empty<Change>(),
            .. came.Count > 0 ? [Say(ChangeEffect.More, $"'{name}': {List(came)} allowed now")] : Array.Empty<Change>(),
        ];
    }

    private static IEnumerable<Change> Classes(ModelSignature before, ModelSignature after)
    {
        var (gone, came) = (before.Classes.Except(after.Classes).ToList(), after.Classes.Except(before.Classes).ToList());
        if (gone.Count > 0)
            yield return Say(ChangeEffect.Compile, $"classes: {List(gone)} removed");
        if (came.Count > 0)
            yield return Say(ChangeEffect.More, $"classes: {List(came)} added");
        if (gone.Count == 0 && !before.Classes.SequenceEqual(after.Classes.Take(before.Classes.Count), StringComparer.Ordinal))
            yield return Say(ChangeEffect.Meaning, "classes: in another order, so the enum's numbers mean others");
    }

    private static string List(IReadOnlyList<string> values) =>
        string.Join(", ", values.Take(5).Select(value => $"'{value}'")) + (values.Count > 5 ? $" and {values.Count - 5} more" : "");

    // C# converts these by itself (the language's specification, implicit numeric conversions), and the graph takes both as float64.
    private static bool IsWider(ColumnType before, ColumnType after) => after == ColumnType.Float64 && before is (ColumnType.Float32 or ColumnType.Int64);

    private static Change Changed(ChangeEffect effect, string what, string before, string after) => Say(effect, $"{what}: {before} -> {after}");

    private static Change Say(ChangeEffect effect, string text) => new(Area, Level(effect), text) { Effect = effect };

    private static ChangeLevel Level(ChangeEffect effect) => effect switch
    {
        ChangeEffect.None => ChangeLevel.Compatible,
        ChangeEffect.More => ChangeLevel.Additive,
        _ => ChangeLevel.Breaking,
    };
}
