using System.Globalization;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Batches;
using MlOps.Build.Engine.Data.Schemas;

namespace MlOps.Build.Engine.Data.Validation.Timeliness;

/// <summary>Holds newest values against an instant: the one that is given, or else the contract's own. The clock is never asked.</summary>
internal sealed class FreshnessChecks
{
    private readonly List<Finding> _findings = [];
    private readonly List<double> _timeliness = [];
    private readonly string? _instant;
    private readonly TablePlace _place;

    /// <param name="run">The reading that found the newest values.</param>
    /// <param name="instant">What is given from outside of the contract, as written; null when nothing is.</param>
    /// <param name="place">Where findings are said to be.</param>
    public FreshnessChecks(ContractRun run, string? instant, TablePlace place)
    {
        (_instant, _place) = (instant, place);
        foreach (var rule in run.Rules.Where(rule => rule.Rule is FreshRule))
            Judge(rule.Rule, rule.Checks.OfType<NewestCheck>().Max(check => check.Newest));
    }

    public IReadOnlyList<Finding> Findings => _findings;

    /// <summary>What could not be judged.</summary>
    public List<Diagnostic> Undecided { get; } = [];

    /// <summary>
    /// The mean over the judged columns of max(0, 1 - age / period), after Ballou et al. (1998) as Batini and Scannapieco have it: 1 just
    /// made, 0 from the end of the period on. Null when none was judged.
    /// </summary>
    public double? Timeliness => _timeliness.Count == 0 ? null : _timeliness.Average();

    private void Judge(ColumnRule rule, long? newest)
    {
        var (fresh, text) = (rule.Schema.Fresh!, _instant ?? rule.Schema.Fresh!.Of);
        if (text is null || Freshness.Instant(text) is not { } instant)
        {
            Undecided.Add(NotJudged(rule, text));
            return;
        }

        var age = newest is { } last ? TimeSpan.FromTicks(Math.Max(0, instant - last)) : (TimeSpan?)null;
        _timeliness.Add(age is { } known ? Math.Max(0, 1 - ((double)known.Ticks / fresh.Within.Ticks)) : 0);
        if (age is null || age > fresh.Within)
            _findings.Add(Stale(rule, text, newest, age));
    }

    private Finding Stale(ColumnRule rule, string instant, long? newest, TimeSpan? age)
    {
        var violation = new Violation
        {
            Code = rule.Code,
            Column = rule.Schema.Name,
            Rule = $"{rule.Words} of {instant}",
            Count = _place.Rows,
            Share = 1,
            Severity = rule.Schema.Severity,
            RulePosition = rule.Position,
        };
        var name = Shown.Text(rule.Schema.Name);
        var what = newest is null ? $"{name} has no value"
            : rule.Schema.Sensitive ? $"the newest {name} is too old"
            : $"the newest {name} is {Text(rule.Schema.Type, newest.Value)}, {Days(age!.Value)} before";
        var message = $"{what}; {RowPlaces.Contract(rule.Position)} {rule.Says} of {instant}. {rule.WayOut(_place.Rows)}";
        return new Finding(violation, new Diagnostic { Code = rule.Code, Severity = violation.Severity, Message = message, Position = new SourcePosition(_place.File) });
    }

    private static Diagnostic NotJudged(ColumnRule rule, string? text) => new()
    {
        Code = DataCodes.FreshnessUndecided,
        Severity = DiagnosticSeverity.Warning,
        Message = $"undecided: how fresh {Shown.Text(rule.Schema.Name)} is, because "
            + (text is null ? "no instant is given" : $"{Shown.Text(text)} is no date or timestamp")
            + ". Give one: 'of' in the contract, mlops validate --as-of, or MlOpsReferenceDate.",
        Position = rule.Position,
    };

    private static string Text(ColumnType type, long ticks) =>
        type == ColumnType.Date ? BatchText.Date((int)((ticks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerDay)) : BatchText.Timestamp(ticks);

    private static string Days(TimeSpan age) => age.TotalDays >= 1
        ? $"{age.TotalDays.ToString("0.#", CultureInfo.InvariantCulture)} days"
        : $"{age.TotalHours.ToString("0.##", CultureInfo.InvariantCulture)} hours";
}
