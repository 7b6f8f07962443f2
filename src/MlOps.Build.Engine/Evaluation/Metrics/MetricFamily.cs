using System.Globalization;
using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Evaluation.Metrics;

/// <summary>Metrics that differ in a number, which stands in their names: see <see cref="MetricNumber"/>.</summary>
internal sealed record MetricFamily
{
    /// <summary>The name with what the number is in angle brackets, such as <c>lift_at_&lt;percent&gt;</c>.</summary>
    public required string Pattern { get; init; }

    /// <summary>A member for a suggestion.</summary>
    public required string Example { get; init; }

    /// <summary>The tasks that it judges.</summary>
    public required IReadOnlyList<LearningTask> Tasks { get; init; }

    /// <summary>Whether the metric judges the order within lists of rows.</summary>
    public bool NeedsLists { get; init; }

    /// <summary>Why resampling gives no interval of its members; null when it does.</summary>
    public string? NoInterval { get; init; }

    public required MetricDirection Direction { get; init; }

    /// <summary>The id of the section of <c>report.html</c> that is about it.</summary>
    public required string Section { get; init; }

    /// <summary>The name in reports, <c>{0}</c> for the number.</summary>
    public required string DisplayName { get; init; }

    /// <summary>Whether a number may be in a name.</summary>
    public required Func<double, bool> Allows { get; init; }

    /// <summary>What the numbers may be, in words.</summary>
    public required string Range { get; init; }

    /// <summary>The metric of a number.</summary>
    public required Func<double, Func<MetricSample, MetricOutcome>> Compute { get; init; }

    private string Prefix => Pattern[..Pattern.IndexOf('<', StringComparison.Ordinal)];

    private string Suffix => Pattern[(Pattern.IndexOf('>', StringComparison.Ordinal) + 1)..];

    /// <summary>Whether a name is of the family's form, with a number in it, though perhaps none that is allowed.</summary>
    public bool HasForm(string name) =>
        name.Length > Prefix.Length + Suffix.Length
        && name.StartsWith(Prefix, StringComparison.Ordinal)
        && name.EndsWith(Suffix, StringComparison.Ordinal)
        && !NumberOf(name).ContainsAnyExcept("0123456789p");

    /// <summary>The member of that name; null when the name is of another form or its number is not allowed.</summary>
    public MetricDefinition? Find(string name)
    {
        if (!HasForm(name) || MetricNumber.Parse(NumberOf(name)) is not { } number || !Allows(number))
            return null;
        return new MetricDefinition
        {
            Name = name,
            DisplayName = string.Format(CultureInfo.InvariantCulture, DisplayName, number),
            Tasks = Tasks,
            NeedsLists = NeedsLists,
            NoInterval = NoInterval,
            Direction = Direction,
            Section = Section,
            Compute = Compute(number),
        };
    }

    private ReadOnlySpan<char> NumberOf(string name) => name.AsSpan(Prefix.Length, name.Length - Prefix.Length - Suffix.Length);
}
