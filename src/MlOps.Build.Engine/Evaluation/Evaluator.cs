using MlOps.Build.Contracts;
using MlOps.Build.Engine.Configuration;
using MlOps.Build.Engine.Evaluation.Bootstrap;
using MlOps.Build.Engine.Evaluation.Champions;
using MlOps.Build.Engine.Evaluation.Curves;
using MlOps.Build.Engine.Evaluation.Fairness;
using MlOps.Build.Engine.Evaluation.Importances;
using MlOps.Build.Engine.Evaluation.Importances.Attribution;
using MlOps.Build.Engine.Evaluation.Importances.Dependence;
using MlOps.Build.Engine.Evaluation.Metrics;
using MlOps.Build.Engine.Evaluation.Slices;
using MlOps.Build.Engine.Evaluation.Slices.Search;

namespace MlOps.Build.Engine.Evaluation;

/// <summary>Judges a model on the test rows, alone, by group, and against others on the same rows.</summary>
internal static class Evaluator
{
    /// <summary>Null when nothing can be judged; the reason is then in the bag.</summary>
    public static EvaluationSummary? Evaluate(
        EvaluationRequest request, DiagnosticBag diagnostics, CancellationToken cancellationToken = default)
    {
        if (!EvaluationChecks.CanBeJudged(request, diagnostics))
            return null;
        var references = ValidReferences(request, diagnostics);
        if (request.Champion?.AsReference() is { } champion)
            references = [.. references, champion];
        var rows = Rows(request, request.Scores, null, request.Bounds);
        var plan = Plan(request).For(rows);
        var others = references.Select(reference => Rows(request, reference.Scores, reference.Threshold)).ToList();
        var table = MetricTable.Build([rows, .. others], plan, cancellationToken);
        var pair = request.Champion is { Scores: not null } ? new ChampionPair(rows, others[^1]) : null;
        var importances = request.Importances is { } measured
            ? TreeAttribution.AddTo(
                PermutationImportance.Measure(measured, rows, request.Seed, cancellationToken), measured, rows, request.Seed, cancellationToken)
            : [];
        return Summarize(request, rows, table) with
        {
            Resampling = ResamplingFacts.Of(plan),
            References = [.. References(references, table), .. NotCompared(request)],
            Champion = request.Champion is { } entry ? ChampionComparer.Compare(entry, pair, table, others.Count) : null,
            FoundSlices = Found(request, rows, cancellationToken),
            Slices = Slices(request, rows, pair, plan, diagnostics, cancellationToken),
            Fairness = Fairness(request, rows, plan, diagnostics, cancellationToken),
            Importances = importances,
            Dependence = request is { Importances: { } model, DependenceGrid: { } grid }
                ? PartialDependence.Measure(model, importances, grid, rows, request.Seed, cancellationToken)
                : [],
        };
    }

    private static EvaluationSummary Summarize(EvaluationRequest request, ScoredRows rows, MetricTable table) => new()
    {
        Task = request.Task,
        Label = request.LabelName,
        Classes = request.Classes,
        Rows = rows.Count,
        PrimaryMetric = MetricRegistry.Primary(request.Task).Name,
        Threshold = request.Task == LearningTask.Binary ? rows.Threshold : null,
        ThresholdSource = request.Task == LearningTask.Binary ? Source(request.Config) : null,
        ThresholdMetric = request.Task == LearningTask.Binary ? request.Config.ThresholdMetric : null,
        Confidence = request.Config.Confidence,
        Resamples = request.Config.Resamples,
        Ranking = Ranking(request, rows),
        Weight = request.Weights is null ? null : request.Config.Weight,
        Metrics = table.Values(0),
        References = [],
        Curves = EvaluationCurves.Of(rows, request.Classes, request.Seed),
        Confusion = rows.ClassCount > 0 ? ConfusionMatrix.Of(rows) : [],
    };

    private static string Source(EvaluationConfig config) =>
        config.ThresholdMetric is not null ? "validation" : config.Costs is not null ? "costs" : "configuration";

    private static RankingSummary? Ranking(EvaluationRequest request, ScoredRows rows)
    {
        if (request is not { Lists: not null, Config.Ranking: { } ranking })
            return null;
        var lists = rows.Of(RankedLists.Create);
        return new RankingSummary { Column = ranking.Group, Lists = lists.Count, WithRelevant = lists.HasRelevant.Count(has => has) };
    }

    private static ReferenceScores[] ValidReferences(EvaluationRequest request, DiagnosticBag diagnostics) =>
    [
        .. request.References.Where(reference => ScoreChecks.AreValid(
            request, $"'{reference.DisplayName}', left out of the comparison,", reference.Scores, DiagnosticSeverity.Warning, diagnostics)),
    ];

    private static IEnumerable<ReferenceEvaluation> NotCompared(EvaluationRequest request) =>
        request.Champion is { Scores: null } champion ? [champion.AsReason()] : [];

    private static ScoredRows Rows(EvaluationRequest request, float[] scores, double? threshold, PredictionBounds? bounds = null) => new(
        request.Task,
        request.Classes.Count,
        request.Labels,
        scores,
        threshold ?? request.Threshold ?? request.Config.Threshold,
        Context(request) with { Bounds = bounds });

    private static RowContext Context(EvaluationRequest request) => new()
    {
        Metrics = MetricSet.Of(request.Task, request.Config, request.NaiveError is not null, request.Bounds is not null),
        NaiveError = request.NaiveError,
        Lists = request.Lists,
        Weights = request.Weights,
    };

    private static BootstrapPlan Plan(EvaluationRequest request) => new()
    {
        Resamples = request.Config.Resamples,
        Confidence = request.Config.Confidence,
        Seed = request.Seed,
        Threads = request.Threads,
        Sampling = request.Sampling,
        Interval = request.Config.Interval,
    };

    // The table's first model is the one judged, so the i-th reference is its model i + 1.
    private static IReadOnlyList<ReferenceEvaluation> References(ReferenceScores[] references, MetricTable table)
    {
        var baseline = Array.FindIndex(references, reference => reference.Name == ReferenceEvaluation.Baseline) + 1;
        return [.. references.Select((reference, i) => new ReferenceEvaluation
        {
            Name = reference.Name,
            DisplayName = reference.DisplayName,
            Metrics = table.Values(i + 1),
            Differences = table.Differences(0, i + 1),
            Ratios = table.Ratios(0, i + 1),
            OverBaseline = baseline > 0 && baseline != i + 1 ? table.Differences(i + 1, baseline) : [],
        })];
    }

    private static IReadOnlyList<SliceEvaluation> Slices(
        EvaluationRequest request, ScoredRows rows, ChampionPair? pair, BootstrapPlan plan, DiagnosticBag diagnostics, CancellationToken cancellationToken) =>
        [.. SliceGroups.Of(request, diagnostics).Select(group => Slice(request, rows, pair, plan, group, cancellationToken))];

    private static SliceEvaluation Slice(
        EvaluationRequest request, ScoredRows rows, ChampionPair? pair, BootstrapPlan plan, SliceGroup group, CancellationToken cancellationToken)
    {
        var own = rows.Take(group.Rows);
        var table = MetricTable.Build(pair is null ? [own] : [own, pair.Champion.Take(group.Rows)], plan.Take(group.Rows), cancellationToken);
        return new SliceEvaluation
        {
            Column = group.Column,
            Value = group.Value,
            Rows = group.Rows.Length,
            Positives = request.Task == LearningTask.Binary ? group.Rows.Count(row => request.Labels[row] == 1) : 0,
            Metrics = table.Values(0),
            AgainstChampion = pair is null ? [] : table.Differences(0, 1),
        };
    }

    // One group is treated like itself.
    private static List<FairnessEvaluation> Fairness(
        EvaluationRequest request, ScoredRows rows, BootstrapPlan plan, DiagnosticBag diagnostics, CancellationToken cancellationToken)
    {
        var evaluations = new List<FairnessEvaluation>();
        foreach (var column in request.Fairness)
        {
            // Rows of no weight say nothing of how a group is treated.
            var groups = SliceGroups.Of(column, request.Config.MinimumSliceRows, diagnostics)
                .Where(group => request.Weights is not { } weights || group.Rows.Any(row => weights[row] > 0))
                .ToList();
            if (groups.Count > 1)
                evaluations.Add(new FairnessTable(rows, groups, plan, cancellationToken).Of(column.Name));
        }

        return evaluations;
    }

    private static SliceFindings? Found(EvaluationRequest request, ScoredRows rows, CancellationToken cancellationToken)
    {
        var regression = request.Task == LearningTask.Regression;
        var search = new SearchRequest
        {
            Losses = regression ? rows.SquaredError : rows.LogLoss,
            Columns = request.SearchColumns,
            MinimumRows = request.Config.MinimumSliceRows,
            Confidence = request.Config.Confidence,
            Seed = request.Seed,
            Threads = request.Threads,
        };
        return SliceSearch.Run(search, regression ? "squared_error" : "log_loss", cancellationToken);
    }
}
