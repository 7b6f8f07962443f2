using MlOps.Build.Contracts;
using MlOps.Build.Engine.Configuration;

namespace MlOps.Build.Engine.Tests.Configuration;

/// <summary>What <c>training-config.yaml</c> may hold, and what is said about what it may not.</summary>
public sealed class TrainingConfigParseTests
{
    private const string Whole = """
        task: binary
        label:
          name: Damaged
          column: Effect Amount of damage
          negative: [None]
        features:
          - Wildlife Size
          - column: Flight Date
            transforms: [date_parts: [month, day_of_week]]
          - column: Speed IAS in knots
            transforms:
              - impute: median
              - clip: { minimum: 0, maximum: 400 }
          - cross: [Phase of flight, Wildlife Size]
        exclude: [Airport Name]
        allow_leakage: [Time of day]
        split: { by: time, column: Flight Date, validation: 0.2, test: 0.1 }
        trainer: gradient-boosted-trees
        compare_with: [logistic-regression]
        hyperparameters: { learning_rate: 0.05 }
        seed: 7
        evaluation: { slices: [Wildlife Size], threshold: 0.4, resamples: 500, confidence: 0.9, minimum_slice_rows: 20 }
        """;

    [Theory]
    [InlineData("task: binary\nlabel: a\n---\nseed: 1\n", 4, 1, ProjectCodes.YamlSyntax)]
    [InlineData("task: binary\nlabel: a\nfeatures:\n  Speed: [scale]\n", 4, 3, ProjectCodes.InvalidValue)]
    public void A_second_document_and_features_without_dashes_are_one_error(string text, int line, int column, string code)
    {
        var diagnostics = new DiagnosticBag();
        TrainingConfigFile.Parse("training-config.yaml", text, diagnostics).ShouldBeNull();
        var finding = diagnostics.ShouldHaveSingleItem();
        finding.Code.ShouldBe(code);
        finding.Position.ShouldBe(new SourcePosition("training-config.yaml", line, column));
    }

    [Fact]
    public void A_whole_file_is_read()
    {
        var config = Read(Whole);
        config.Task.ShouldBe(LearningTask.Binary);
        config.Label.Name.ShouldBe("Damaged");
        config.Label.Negative.ShouldBe(["None"]);
        config.Features.Count.ShouldBe(4);
        config.Features[1].Transforms[0].Arguments["parts"].ShouldBe(["month", "day_of_week"]);
        config.Features[2].Transforms[0].Arguments["method"].ShouldBe(["median"]);
        config.Features[3].Columns.ShouldBe(["Phase of flight", "Wildlife Size"]);
        config.Features[3].Position.ShouldBe(new SourcePosition("c.yaml", 14, 5));
        config.Exclude.Keys.ShouldBe(["Airport Name"]);
        config.AllowLeakage.ShouldBe(["Time of day"]);
        config.Split.ShouldBe(new SplitConfig
        {
            Method = SplitMethod.Time,
            Column = "Flight Date",
            Validation = 0.2,
            Test = 0.1,
            Position = new SourcePosition("c.yaml", 17, 8),
        });
        config.CompareWith.ShouldBe(["logistic-regression"]);
        config.Hyperparameters["learning_rate"].ShouldBe(0.05);
        config.Seed.ShouldBe(7);
        config.Evaluation.MinimumSliceRows.ShouldBe(20);
    }

    [Fact]
    public void Task_and_label_are_enough()
    {
        var config = Read("task: regression\nlabel: price\n");
        config.Label.Column.ShouldBe("price");
        config.Label.Name.ShouldBe("price");
        config.Split.Method.ShouldBe(SplitMethod.Random);
        config.Trainer.ShouldBe("gradient-boosted-trees");
        config.Seed.ShouldBe(42);
        config.Features.ShouldBeEmpty();
        Read("task: multiclass\nlabel: species\n").Split.Method.ShouldBe(SplitMethod.Stratified);
    }

    [Theory]
    [InlineData("trianer: x", "c.yaml(3,1): error MLOPS0104: unknown key 'trianer'. Did you mean 'trainer'?")]
    [InlineData("evaluation: { treshold: 1 }", "c.yaml(3,15): error MLOPS0104: unknown key 'treshold' in 'evaluation'. Did you mean 'threshold'?")]
    [InlineData("seed: soon", "c.yaml(3,7): error MLOPS0103: 'seed' is 'soon'; expected a whole number.")]
    [InlineData("evaluation: { threshold: 2 }", "c.yaml(3,26): error MLOPS0103: 'evaluation.threshold' is '2'; expected a number in 0..1.")]
    [InlineData("hyperparameters: { depth: deep }", "c.yaml(3,27): error MLOPS0103: 'hyperparameters.depth' is 'deep'; expected a number.")]
    [InlineData("split: stratifed", "c.yaml(3,8): error MLOPS0103: 'split' is 'stratifed'; expected one of random, stratified, time, group. Did you mean 'stratified'?")]
    [InlineData("split: time", "c.yaml(3,8): error MLOPS0105: 'split.column' is missing. A split by time needs the column to go by.")]
    [InlineData(
        "split: { by: time, column: d, test_from: 2020-01-01 }",
        "c.yaml(3,8): error MLOPS0103: 'validation_from' and 'test_from' belong together. Add the other one, or use fractions.")]
    [InlineData("features: [{ column: a, transforms: [imptue] }]", "c.yaml(3,38): error MLOPS2002: unknown transformation 'imptue'. Did you mean 'impute'?")]
    [InlineData(
        "features: [{ column: a, transforms: [impute: { methd: mean }] }]",
        "c.yaml(3,48): error MLOPS2003: 'impute' has no argument 'methd'. Did you mean 'method'?")]
    [InlineData(
        "features: [{ column: a, transforms: [impute: medain] }]",
        "c.yaml(3,46): error MLOPS2003: 'impute.method' is 'medain'; expected one of median, mean, most_frequent, constant. Did you mean 'median'?")]
    [InlineData(
        "features: [{ column: a, transforms: [tfidf: { ngram_range: [2, 1] }] }]",
        "c.yaml(3,38): error MLOPS2003: 'tfidf.ngram_range' is the fewest and the most words of a term, such as [1, 2].")]
    [InlineData(
        "features: [{ column: a, transforms: [tfidf: { separators: '.a' }] }]",
        "c.yaml(3,38): error MLOPS2003: 'tfidf.separators' has 'a'; words end at marks, not at letters or digits.")]
    [InlineData("features: [{ column: a, transforms: [bucket: [2, 1]] }]", "c.yaml(3,38): error MLOPS2003: 'bucket.edges' do not ascend.")]
    [InlineData(
        "features: [{ column: a, transforms: [bucket: { count: 1 }] }]",
        "c.yaml(3,55): error MLOPS2003: 'bucket.count' is '1'; expected a whole number in 2..256.")]
    [InlineData("features: [{ cross: [a] }]", "c.yaml(3,14): error MLOPS0103: 'cross' needs two or more different columns, and no 'column' beside it.")]
    [InlineData(
        "evaluation: { slices: [{ cross: [a] }] }",
        "c.yaml(3,26): error MLOPS0103: 'cross' needs two or more different columns, as in 'cross: [Site, { column: Speed, buckets: 4 }]'.")]
    [InlineData(
        "evaluation: { slices: [{ column: a, edges: [2, 1] }] }",
        "c.yaml(3,37): error MLOPS0103: 'edges' needs 1 to 99 numbers, each larger than the one before, as in 'edges: [100, 200]'.")]
    [InlineData(
        "evaluation: { slices: [{ column: a, buckets: 1 }] }",
        "c.yaml(3,46): error MLOPS0103: 'evaluation.slices[0].buckets' is '1'; expected a whole number in 2..100.")]
    [InlineData(
        "evaluation: { slices: [a, { column: a, buckets: 2 }] }",
        "c.yaml(3,15): error MLOPS0103: 'evaluation.slices' has 'a' twice; a checklist could not tell them apart. Keep one.")]
    public void A_mistake_is_named_at_its_place(string line, string expected) =>
        Findings("task: binary\nlabel: a\n" + line).ShouldBe([expected]);

    [Fact]
    public void A_missing_task_and_label_are_named()
    {
        var findings = Findings("seed: 1");
        findings.Count.ShouldBe(2);
        findings.ShouldAllBe(finding => finding.Contains("MLOPS0105"));
    }

    [Fact]
    public void Text_that_is_no_YAML_is_an_error_at_its_line() =>
        Findings("task: binary\nlabel: [a\n").Single().ShouldStartWith("c.yaml(3,1): error MLOPS0102: not valid YAML");

    [Fact]
    public void Both_lists_of_values_together_are_an_error() =>
        Findings("task: binary\nlabel: { column: a, positive: [x], negative: [y] }").Single().ShouldContain("Keep one");

    internal static TrainingConfig Read(string text)
    {
        var diagnostics = new DiagnosticBag();
        var config = TrainingConfigFile.Parse("c.yaml", text, diagnostics);
        diagnostics.ShouldBeEmpty();
        return config.ShouldNotBeNull();
    }

    private static List<string> Findings(string text)
    {
        var diagnostics = new DiagnosticBag();
        TrainingConfigFile.Parse("c.yaml", text, diagnostics).ShouldBeNull();
        return [.. diagnostics.Select(diagnostic => diagnostic.ToString())];
    }
}
