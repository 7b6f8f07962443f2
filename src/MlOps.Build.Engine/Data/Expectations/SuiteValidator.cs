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
    /// Reads the table once for all expectations, and once more when one of them has to list rows that only the whole table tells. An
    /// expectation that cannot be judged, such as one about a column that is not there, fails and says why.
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
        var later = checks.SelectMany(check => check.Later(values)).ToList();
        if (later.Count > 0)
        {
            if (MetricRun.Gather(source, later, diagnostics, cancellation) is not { } more)
                return null;
            values = values.With(more);
        }

        var outcomes = bound.Select(pair => pair.Check?.Judge(values) ?? Outcome.Failed(pair.Fault!)).ToList();
        return new SuiteResult
        {
            Suite = suite,
            Rows = RowCountMetric.Of(values, AllRows),
            Results = [.. resolved.Select((pair, index) => Result(pair.Expectation, outcomes[index], source, options))],
        };
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
