using MlOps.Build.Contracts;
using MlOps.Build.Engine.Evaluation.Metrics;
using MlOps.Build.Engine.Training.Boosting.Objectives;
using MlOps.Build.Inference;

namespace MlOps.Build.Engine.Training.Boosting;

/// <summary>A metric of the validation rows that decides, in the loss's place, which round is the best.</summary>
internal sealed class StoppingMetric
{
    private const double Threshold = 0.5;

    private readonly TrainingRequest _request;
    private readonly ScoreLink _link;
    private readonly MetricDefinition _metric;
    private readonly RowContext _context;

    private StoppingMetric(TrainingRequest request, ScoreLink link, MetricDefinition metric)
    {
        (_request, _link, _metric) = (request, link, metric);
        _context = new RowContext
        {
            Metrics = [metric],
            Weights = request.Validation.Weights is { } weights ? Array.ConvertAll(weights, weight => (double)weight) : null,
        };
    }

    /// <summary>The values of the hyperparameter <c>metric</c>, by the names of reports; the first one is the loss.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "auto", "auc", "pr_auc", "log_loss", "brier", "accuracy", "balanced_accuracy", "f1", "macro_f1", "weighted_f1", "mcc", "auc_ovr", "auc_ovo",
        "rmse", "mae", "r2", "median_ae", "mape", "smape", "rmsle", "poisson_deviance",
    ];

    /// <summary>The metric that the settings name; null when the loss decides.</summary>
    public static StoppingMetric? Of(TrainingRequest request, ScoreLink link) =>
        Named(request) is { } metric ? new StoppingMetric(request, link, metric) : null;

    /// <summary>Why the metric cannot judge the validation rows, with the way out; null when it can.</summary>
    public static string? Problem(TrainingRequest request)
    {
        if (Named(request) is not { } metric)
            return null;
        if (!metric.Tasks.Contains(request.Task))
        {
            var suitable = Names.Where(name => MetricRegistry.Find(name)?.Tasks.Contains(request.Task) ?? true);
            return $"'metric: {metric.Name}' does not judge this task. Metrics: {string.Join(", ", suitable)}.";
        }

        if (request.Train.Lists is not null)
            return $"'metric: {metric.Name}' does not judge the order within lists. Remove it: the loss of 'objective: lambdarank' does.";
        var rows = request.Validation.Labels.Length;
        var trial = new StoppingMetric(request, request.ClassCount switch { 0 => ScoreLink.Identity, 2 => ScoreLink.Logistic, _ => ScoreLink.Softmax }, metric);
        var scores = new double[rows * (request.ClassCount > 2 ? request.ClassCount : 1)];
        Array.Fill(scores, 1);
        var outcome = trial.Outcome(scores);
        return rows == 0 || outcome.IsDefined
            ? null
            : $"'metric: {metric.Name}' has no value on the validation rows: {outcome.Reason}. Use another one, or 'metric: auto'.";
    }

    /// <summary>Lower is better; infinite where it has no value.</summary>
    /// <param name="scores">Those of the validation rows, output after output.</param>
    public double Loss(double[] scores)
    {
        var outcome = Outcome(scores);
        return !outcome.IsDefined ? double.PositiveInfinity : _metric.Direction == MetricDirection.HigherIsBetter ? -outcome.Value : outcome.Value;
    }

    private static MetricDefinition? Named(TrainingRequest request) =>
        request.Hyperparameters.TryGetValue("metric", out var index) && index > 0 ? MetricRegistry.Find(Names[(int)index]) : null;

    private MetricOutcome Outcome(double[] scores)
    {
        var set = _request.Validation;
        var outputs = _link == ScoreLink.Softmax ? Shares(scores, set.Labels.Length) : Linked(scores);
        return _metric.Compute(new MetricSample(new ScoredRows(_request.Task, _request.ClassCount, set.Labels, outputs, Threshold, _context)));
    }

    private float[] Linked(double[] scores)
    {
        if (_link != ScoreLink.Logistic)
            return Array.ConvertAll(scores, score => (float)(_link == ScoreLink.Exponential ? DeterministicMath.Exp(score) : score));
        var outputs = new float[2 * scores.Length];
        for (var row = 0; row < scores.Length; row++)
        {
            var positive = 1 / (1 + DeterministicMath.Exp(-scores[row]));
            (outputs[2 * row], outputs[(2 * row) + 1]) = ((float)(1 - positive), (float)positive);
        }

        return outputs;
    }

    private float[] Shares(double[] scores, int rows)
    {
        var classes = _request.ClassCount;
        var outputs = new float[scores.Length];
        var exponentials = new double[classes];
        for (var row = 0; row < rows; row++)
        {
            var (largest, sum) = (double.NegativeInfinity, 0.0);
            for (var k = 0; k < classes; k++)
                largest = Math.Max(largest, scores[(k * rows) + row]);
            for (var k = 0; k < classes; k++)
                sum += exponentials[k] = DeterministicMath.Exp(scores[(k * rows) + row] - largest);
            for (var k = 0; k < classes; k++)
                outputs[(row * classes) + k] = (float)(exponentials[k] / sum);
        }

        return outputs;
    }
}
