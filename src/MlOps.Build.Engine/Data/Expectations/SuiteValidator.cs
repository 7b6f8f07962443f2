using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Batches;
using MlOps.Build.Engine.Data.Expectations.Kinds;
using MlOps.Build.Engine.Data.Expectations.Metrics;

namespace MlOps.Build.Engine.Data.Expectations;

/// <summary>Judges suites by tables.</summary>
internal static class SuiteValidator
{
    private static readonly RowCountMetric AllRows = new(Condition: null);

    /// <summary>
    /// Reads the table once for all expectations, and again while one of them has to list rows that only the whole table tells, or to look at
    /// values that had no room before. An expectation that cannot be judged, such as one about a column that is not there, fails and says why.
    /// </summary>
    /// <returns>Null, with errors, when the table cannot be read.</returns>
    public static SuiteResult? Validate(
        IBatchSource source, ExpectationSuite suite, SuiteOptions options, DiagnosticBag diagnostics, CancellationToken cancellation)
    {
        var resolved = suite.Expectations.Select(expectation => SuiteParameters.Fill(expectation, suite, options)).ToList();
        var bound = resolved.Select(pair => Bind(pair.Expectation, pair.Fault, source, options)).ToList();
        var checks = bound.Select(pair => pair.Check).OfType<Check>().ToList();
        if (MetricRun.Gather(source, checks.SelectMany(check => check.Metrics).Prepend(AllRows), diagnostics, cancellation) is not { } values)
            return null;
        if (Further(source, checks, values, diagnostics, cancellation) is not { } all)
            return null;
        var outcomes = bound.Select(pair => pair.Check?.Judge(all) ?? Outcome.Failed(pair.Fault!)).ToList();
        return new SuiteResult
        {
            Suite = suite,
            Rows = RowCountMetric.Of(all, AllRows),
            Results = [.. resolved.Select((pair, index) => Result(pair.Expectation, outcomes[index], source, options))],
        };
    }

    private static MetricValues? Further(
        IBatchSource source, IEnumerable<Check> checks, MetricValues values, DiagnosticBag diagnostics, CancellationToken cancellation)
    {
        while (true)
        {
            var asked = checks.Select(check => (Check: check, Metrics: check.Later(values))).Where(pair => pair.Metrics.Count > 0).ToList();
            values.Release();
            if (asked.Count == 0)
                return values;
            // What is wrong with the files was said the first time.
            var again = new DiagnosticBag();
            if (MetricRun.Gather(source, asked.SelectMany(pair => pair.Metrics), again, cancellation) is not { } more)
            {
                diagnostics.AddRange(again);
                return null;
            }

            values = values.With(more);
            checks = asked.ConvertAll(pair => pair.Check);
        }
    }

    private static (Check? Check, string? Fault) Bind(Expectation expectation, string? fault, IBatchSource source, SuiteOptions options)
    {
        if (fault is not null)
            return (null, fault);
        if (source.Columns.Count == 0)
            return (null, "the table has no columns.");
        var request = new CheckRequest(expectation, source.Columns, options);
        var check = Catalogue.ByName[expectation.Type].Create(request);
        // Said of every expectation, so that a wrong one is found whatever its kind reads.
        _ = (request.Condition(), request.Mostly);
        return request.Fault is { } wrong ? (null, wrong) : (check, null);
    }

    private static ExpectationResult Result(Expectation expectation, Outcome outcome, IBatchSource source, SuiteOptions options) => new()
    {
        Expectation = expectation,
        Outcome = outcome,
        Locations = outcome.Map is { Rows.Count: > 0 } map ? source.Locate([.. map.Rows.Select(row => row.Place)]) : [],
        IsSensitive = NamedColumns.Concern(expectation, options.Sensitive),
    };
}
