using MlOps.Build.Contracts;
using MlOps.Build.Engine.Evaluation.Importances;
using MlOps.Build.Engine.Evaluation.Metrics;
using MlOps.Build.Engine.Numerics;

namespace MlOps.Build.Engine.Tests.Evaluation;

public sealed class PermutationImportanceTests
{
    private readonly List<int> _scored = [];

    [Fact]
    public void A_column_that_the_model_ignores_is_worth_exactly_nothing()
    {
        var importances = Measure(Request(400, features => features[0]));

        importances.Select(item => item.Column).ShouldBe(["Speed", "Height"]);
        importances[0].Value.ShouldBeGreaterThan(0.1);
        importances[0].Low.ShouldBeLessThanOrEqualTo(importances[0].Value);
        importances[1].ShouldBe(new Importance("Height", 0, 0, 0));
    }

    [Fact]
    public void A_cross_belongs_to_each_of_its_sources()
    {
        var importances = Measure(Request(400, features => features[2]));
        importances.ShouldAllBe(item => item.Value > 0.1);
    }

    [Fact]
    public void Regression_importance_is_the_growth_of_the_rmse_that_theory_gives()
    {
        // Shuffling an independent uniform input of a perfect model f = x gives E (x - x')^2 = 2 Var x = 1/6.
        var importances = Measure(Request(4000, features => features[0]), LearningTask.Regression);
        importances[0].Value.ShouldBe(Math.Sqrt(1.0 / 6), 0.01);
    }

    [Fact]
    public void No_more_rows_are_scored_than_allowed()
    {
        Measure(Request(900, features => features[0]) with { MaximumRows = 300 });
        _scored.ShouldAllBe(rows => rows <= 300 && rows >= 298);

        _scored.Clear();
        Measure(Request(900, features => features[0]) with { MaximumScorings = 4000 });
        _scored.ShouldAllBe(rows => rows <= 400);
    }

    [Fact]
    public void The_same_seed_gives_the_same_importances() =>
        Measure(Request(300, features => features[0])).ShouldBe(Measure(Request(300, features => features[0])));

    private IReadOnlyList<Importance> Measure(ImportanceRequest request, LearningTask task = LearningTask.Binary)
    {
        var scores = request.Score(request.Features);
        _scored.Clear();
        var labels = Enumerable.Range(0, request.Features.Rows).Select(row => Label(request.Features.Row(row), task)).ToArray();
        var rows = task == LearningTask.Binary
            ? Samples.Binary(labels, scores)
            : new ScoredRows(task, 0, labels, scores, 0.5);
        var scored = task == LearningTask.Binary
            ? request with { Score = features => Samples.TwoColumns(request.Score(features)) }
            : request;
        return PermutationImportance.Measure(scored, rows, 5, TestContext.Current.CancellationToken);
    }

    private static float Label(ReadOnlySpan<float> features, LearningTask task) =>
        task == LearningTask.Regression ? features[0] : (features[0] > 0.5f && features[1] > 0.2f ? 1 : 0);

    private ImportanceRequest Request(int rows, Func<float[], float> model)
    {
        var random = new SeededRandom(9);
        var values = new float[rows * 3];
        for (var row = 0; row < rows; row++)
        {
            values[row * 3] = (float)random.NextDouble();
            values[(row * 3) + 1] = (float)random.NextDouble();
            values[(row * 3) + 2] = values[row * 3] * values[(row * 3) + 1];
        }

        return new ImportanceRequest
        {
            Features = new FeatureMatrix(rows, ["Speed", "Height", "Speed x Height"], values),
            Columns = [Column("Speed", 0, "Speed"), Column("Height", 1, "Height"), Column("Speed x Height", 2, "Speed", "Height")],
            Score = features => Score(features, model),
        };
    }

    private float[] Score(FeatureMatrix features, Func<float[], float> model)
    {
        _scored.Add(features.Rows);
        return [.. Enumerable.Range(0, features.Rows).Select(row => model(features.Row(row).ToArray()))];
    }

    private static FeatureColumnSummary Column(string name, int first, params string[] sources) =>
        new() { Column = name, Sources = sources, Transformations = [], FirstInput = first, InputCount = 1 };
}
