using MlOps.Build.Contracts;
using MlOps.Build.Engine.Gates;
using MlOps.Build.Engine.Numerics;
using MlOps.Build.Engine.Tests.Gates;
using MetricRow = (string Name, double Value, double Difference);

namespace MlOps.Build.Engine.Tests.Reporting;

/// <summary>Reports of the size and shape that real projects have; the numbers are made up and agree with each other roughly.</summary>
internal static class SampleReports
{
    public static ModelEvidence Birdstrikes() => Around(new EvaluationSummary
    {
        Task = LearningTask.Binary,
        Label = "Damaged",
        Classes = ["no", "yes"],
        Rows = 1500,
        PrimaryMetric = "pr_auc",
        Threshold = 0.5,
        Confidence = 0.95,
        Resamples = 1000,
        Metrics =
        [
            Metric("auc", 0.774, 0.026), Metric("pr_auc", 0.292, 0.045), Metric("log_loss", 0.281, 0.018), Metric("brier", 0.083, 0.007),
            Metric("accuracy", 0.893, 0.015), Metric("precision", 0.52, 0.11), Metric("recall", 0.17, 0.05), Metric("f1", 0.256, 0.07),
        ],
        References =
        [
            Reference("baseline", "Naive baseline", [("auc", 0.5, 0.274), ("pr_auc", 0.11, 0.182), ("log_loss", 0.347, -0.066)], 0.03),
            Reference(
                "logistic_regression",
                "Logistic regression",
                [("auc", 0.77, 0.004), ("pr_auc", 0.288, 0.004), ("log_loss", 0.284, -0.003)],
                0.011),
        ],
        Slices = [.. new[] { ("Small", 900, 60), ("Medium", 380, 55), ("Large", 220, 50) }.Select(Slice)],
        Importances =
        [
            new("Wildlife Size", 0.121, 0.104, 0.139),
            new("Speed IAS in knots", 0.052, 0.04, 0.066),
            new("Phase of flight", 0.031, 0.022, 0.043),
            new("Wildlife Species", 0.024, 0.011, 0.034),
            new("Aircraft Make Model", 0.019, 0.008, 0.027),
            new("Origin State", 0.003, -0.004, 0.009),
            new("Time of day", 0.001, -0.003, 0.004),
            new("Airport Name", -0.002, -0.008, 0.003),
        ],
        Dependence = SampleDependence.Strikes(),
        Curves = [Roc(0.33, null), PrecisionRecall(0.11, null), Calibration(), Gain("gain", 0.33, 0.11), Gain("lift", 0.33, 0.11), Threshold("threshold_recall"), Threshold("threshold_flagged")],
        Confusion = [[1309, 26], [137, 28]],
    }, "# Gates\n\n- [ ] Area under the ROC curve on the test split `auc >= 0.70`\n"
        + "- [ ] Better than the naive baseline `pr_auc - baseline.pr_auc > 0 @ 95%`\n"
        + "- [ ] Not worse than the champion `auc - champion.auc >= -0.005 @ 95% when champion`\n"
        + "- [ ] No large group falls behind `min(slices(\"Wildlife Size\", positives: 30).auc) >= 0.60`\n"
        + "- [ ] Better than the compared trainer `pr_auc - logistic_regression.pr_auc > 0 @ 95%`\n"
        + "- [ ] The model's owner has read the report\n");

    /// <summary>The first report, when the data changed since an earlier file.</summary>
    public static ModelEvidence Changed() => Birdstrikes() with { DataDiff = SampleDataDiff.Of("strikes") };

    public static ModelEvidence Penguins() => Around(new EvaluationSummary
    {
        Task = LearningTask.Multiclass,
        Label = "species",
        Classes = ["Adelie", "Chinstrap", "Gentoo"],
        Rows = 69,
        PrimaryMetric = "log_loss",
        Confidence = 0.95,
        Resamples = 1000,
        Metrics = [Metric("log_loss", 0.072, 0.05), Metric("accuracy", 0.971, 0.03), Metric("macro_f1", 0.964, 0.04)],
        References =
        [
            Reference("baseline", "Naive baseline", [("log_loss", 1.05, -0.98), ("accuracy", 0.435, 0.536), ("macro_f1", 0.2, 0.76)], 0.08),
        ],
        Importances = [new("bill_length_mm", 0.61, 0.5, 0.7), new("flipper_length_mm", 0.2, 0.1, 0.3), new("island", 0.05, -0.01, 0.1)],
        Dependence = SampleDependence.Penguins(),
        Curves = [Roc(0.05, "Adelie"), Roc(0.08, "Chinstrap"), Roc(0.02, "Gentoo")],
        Confusion = [[29, 1, 0], [1, 13, 0], [0, 0, 25]],
    }, "- [ ] Right nearly always `accuracy >= 0.95`\n- [ ] Balanced `macro_f1 >= 0.99`\n- [x] Somebody read it\n");

    public static ModelEvidence Diamonds() => Untuned() with { Tuning = SampleTuning.Of("rmse") };

    private static ModelEvidence Untuned() => Around(new EvaluationSummary
    {
        Task = LearningTask.Regression,
        Label = "price",
        Rows = 8091,
        PrimaryMetric = "rmse",
        Confidence = 0.95,
        Resamples = 1000,
        Metrics = [Metric("rmse", 541, 22), Metric("mae", 277, 8), Metric("r2", 0.982, 0.002)],
        References = [Reference("baseline", "Naive baseline", [("rmse", 3982, -3441), ("mae", 3027, -2750), ("r2", 0, 0.982)], 60)],
        Importances = [new("carat", 3104, 3050, 3170), new("clarity", 840, 810, 870), new("color", 610, 590, 640)],
        Curves = [Residuals()],
    }, "- [ ] Explains nearly all `r2 >= 0.97 @ 95%`\n- [ ] Off by little `mae <= 300`\n");

    /// <summary>The same report with every name and value from data replaced by something hostile.</summary>
    public static ModelEvidence Hostile(string name)
    {
        var model = Birdstrikes();
        return model with
        {
            Name = name,
            Version = name,
            Data = model.Data with
            {
                Columns = [.. model.Data.Columns.Select(column => column with { Name = name, Top = [new ValueCount(name, 3)] })],
                Violations = [Broken(name)],
            },
            Drift = SampleDrift.Of([.. model.Data.Columns.Select(_ => name)]),
            DataDiff = SampleDataDiff.Of(name),
            Features = model.Features with { Excluded = [new ExcludedColumn(name, name, new SourcePosition(name, 1, 1))] },
            Evaluation = model.Evaluation with
            {
                Label = name,
                Classes = [name, name],
                Slices = [.. model.Evaluation.Slices.Select(slice => slice with { Column = name, Value = name })],
                Importances = [.. model.Evaluation.Importances.Select(importance => importance with { Column = name })],
                Dependence = SampleDependence.Of(name),
            },
            Gate = new GateSummary
            {
                Items = [.. model.Gate.Items.Select(item => item with { Text = name, Subject = null, Explanation = name })],
            },
        };
    }

    /// <summary>A report whose first column is sensitive, with the value wherever a value can be.</summary>
    public static ModelEvidence Sensitive(string value)
    {
        var model = Birdstrikes();
        var first = model.Data.Columns[0] with { Sensitive = true, Minimum = value, Maximum = value, Top = [new ValueCount(value, 3)] };
        var feature = model.Features.Columns[0] with { Transformations = [$"impute most frequent '{value}'"] };
        return model with
        {
            Data = model.Data with { Columns = [first, .. model.Data.Columns.Skip(1)] },
            Features = model.Features with { Columns = [feature, .. model.Features.Columns.Skip(1)] },
            Evaluation = model.Evaluation with { Slices = [.. model.Evaluation.Slices.Select(slice => slice with { Value = value })] },
        };
    }

    /// <summary>300 columns, 300 groups and as many failed items as are asked for.</summary>
    public static ModelEvidence Huge(int items = 10_000)
    {
        var model = Birdstrikes();
        var names = Enumerable.Range(0, 300).Select(i => $"column_{i}_with_a_name_that_is_long_enough_to_fill_a_cell_on_any_page").ToList();
        var failed = model.Gate.Items[0] with { Verdict = Verdict.Fail };
        return model with
        {
            Data = Data(names),
            Drift = SampleDrift.Of(names),
            Features = Features(names) with { Excluded = [.. names.Select(name => new ExcludedColumn(name, name, default))] },
            Evaluation = model.Evaluation with
            {
                Slices = [.. names.SelectMany(name => model.Evaluation.Slices.Select(slice => slice with { Column = name }))],
                Importances = [.. names.Select(name => new Importance(name, 0.1, 0, 0.2))],
            },
            Gate = new GateSummary { Items = [.. Enumerable.Repeat(failed, items)] },
        };
    }

    /// <summary>A report about nothing: no rows, no metrics, no items.</summary>
    public static ModelEvidence Empty()
    {
        var model = Birdstrikes();
        return model with
        {
            Version = null,
            Data = model.Data with { Files = [], Columns = [], Rows = 0, Rules = 0 },
            Split = model.Split with { Parts = [] },
            Drift = SampleDrift.Of([]),
            Features = new FeatureSummary { Columns = [], Inputs = [], Excluded = [], Leakage = [] },
            Training = model.Training with { Model = model.Training.Model with { Steps = [] }, Others = [] },
            Evaluation = model.Evaluation with
            {
                Classes = [],
                Rows = 0,
                Metrics = [Evidence.Missing("auc", "there are no rows")],
                References = [],
                Slices = [],
                Importances = [],
                Dependence = [],
                Curves = [new Curve { Name = "roc", Points = [] }],
                Confusion = [],
            },
            Gate = new GateSummary { Items = [] },
        };
    }

    private static ModelEvidence Around(EvaluationSummary evaluation, string checklist)
    {
        var diagnostics = new DiagnosticBag();
        var parsed = Checklist.Parse("validation-checklist.md", checklist, diagnostics)!;
        var columns = evaluation.Importances.Select(importance => importance.Column).ToList();
        return new ModelEvidence
        {
            Name = evaluation.Label == "Damaged" ? "birdstrikes" : evaluation.Label,
            Version = "1.4.2-local.g1a2b3c4",
            Data = Data(columns),
            Split = Split(evaluation),
            Features = Features(columns),
            Training = Training(),
            Evaluation = evaluation,
            Gate = GateJudge.Judge(parsed, new GateFacts { Evaluation = evaluation }, diagnostics)!,
            Drift = SampleDrift.Of(columns),
            Environment = new EnvironmentSummary { Framework = ".NET 10.0", TargetFrameworks = ["net10.0", "netstandard2.0"] },
            Lineage = SampleLineage.Of(Training()),
            Package = SampleLineage.Package,
        };
    }

    private static MetricValue Metric(string name, double value, double half) => Evidence.Metric(name, value, value - half, value + half);

    public static Violation Broken(string name) =>
        new() { Code = "x", Column = name, Rule = name, Count = 1, Share = 0.1, Severity = DiagnosticSeverity.Warning };

    private static ReferenceEvaluation Reference(string name, string display, MetricRow[] metrics, double half) => new()
    {
        Name = name,
        DisplayName = display,
        Metrics = [.. metrics.Select(metric => Metric(metric.Name, metric.Value, name == "baseline" ? 0 : half))],
        Differences = [.. metrics.Select(metric => Metric(metric.Name, metric.Difference, half))],
    };

    private static SliceEvaluation Slice((string Value, int Rows, int Positives) slice, int index) => new()
    {
        Column = "Wildlife Size",
        Value = slice.Value,
        Rows = slice.Rows,
        Positives = slice.Positives,
        Metrics = [Metric("auc", 0.76 - (0.03 * index), 0.05), Metric("pr_auc", 0.2 + (0.1 * index), 0.08), Metric("log_loss", 0.25, 0.03)],
    };

    private static Curve Roc(double power, string? name) => new()
    {
        Name = "roc",
        Class = name,
        Points = [.. Enumerable.Range(0, 101).Select(i => new CurvePoint(i / 100.0, Math.Pow(i / 100.0, power)))],
    };

    // Of the ROC curve: called = tpr p + fpr (1 - p), gain = tpr, lift = tpr / called.
    private static Curve Gain(string name, double power, double rate) => new()
    {
        Name = name,
        Points =
        [
            .. Roc(power, null).Points
                .Select(point => new CurvePoint((point.Y * rate) + (point.X * (1 - rate)), point.Y))
                .Where(point => name == "gain" || point.X > 0)
                .Select(point => name == "gain" ? point : point with { Y = point.Y / point.X }),
        ],
    };

    private static Curve PrecisionRecall(double rate, string? name) => new()
    {
        Name = "pr",
        Class = name,
        Points = [.. Enumerable.Range(1, 100).Select(i => new CurvePoint(i / 100.0, rate + ((1 - rate) * Math.Exp(-i / 22.0))))],
    };

    private static Curve Calibration() => new()
    {
        Name = "calibration",
        Points =
        [
            new(0.03, 0.028, 610), new(0.08, 0.075, 420), new(0.15, 0.17, 230), new(0.25, 0.22, 120), new(0.36, 0.41, 70),
            new(0.55, 0.5, 34), new(0.72, 0.81, 16),
        ],
    };

    // 165 of 1,500 rows are positive; their scores fall off more slowly than the others'.
    private static Curve Threshold(string name) => new()
    {
        Name = name,
        Points =
        [
            .. Enumerable.Range(0, 101).Select(i => i / 100.0).Select(threshold =>
            {
                var right = Math.Floor(165 * Math.Exp(-3.5 * threshold));
                var called = right + Math.Floor(1335 * Math.Exp(-9 * threshold));
                return new CurvePoint(threshold, name == "threshold_recall" ? right / 165 : called / 1500);
            }),
        ],
    };

    private static Curve Residuals()
    {
        var random = new SeededRandom(3);
        return new Curve
        {
            Name = "residual",
            Points = [.. Enumerable.Range(0, 200).Select(_ =>
            {
                var actual = 400 + (15000 * Math.Pow(random.NextDouble(), 3));
                return new CurvePoint(actual, actual * (1 + (0.3 * (random.NextDouble() + random.NextDouble() - 1))));
            })],
        };
    }

    private static DataSummary Data(List<string> columns) => new()
    {
        Files = [new DataFile("data/data.csv", new string('a', 64), 1_234_567)],
        Rows = 10_000,
        Rules = 31,
        Columns = [.. columns.Select((column, i) => Profile(column, i))],
        Violations = [],
    };

    private static ColumnProfile Profile(string name, int index) => index % 2 == 0
        ? new ColumnProfile { Name = name, Type = ColumnType.String, Missing = 12, Distinct = 3, Top = [new ValueCount("Small", 5120)] }
        : new ColumnProfile
        {
            Name = name,
            Type = ColumnType.Float64,
            Missing = 0,
            Distinct = 412,
            Minimum = "0",
            Maximum = "350",
            Mean = 141.2,
        };

    private static SplitSummary Split(EvaluationSummary evaluation) => new()
    {
        Method = evaluation.Label == "Damaged" ? "by Flight Date" : "stratified by label",
        Seed = 7,
        Unlabelled = 0,
        Duplicates = 14,
        Parts =
        [
            .. new[]
                {
                    (SplitPart.Train, 7012, "1990-01-08", "1997-04-30"),
                    (SplitPart.Validation, 1488, "1997-05-01", "1999-01-31"),
                    (SplitPart.Test, 1500, "1999-02-01", "2000-12-24"),
                }
                .Select(part => new SplitPartSummary
                {
                    Part = part.Item1,
                    Rows = part.Item2,
                    From = evaluation.Label == "Damaged" ? part.Item3 : null,
                    To = evaluation.Label == "Damaged" ? part.Item4 : null,
                    ClassCounts = [.. evaluation.Classes.Select((_, i) => (long)(part.Item2 * (i == 0 ? 0.88 : 0.12)))],
                    LabelMean = evaluation.Task == LearningTask.Regression ? 3932.8 : null,
                }),
        ],
    };

    private static FeatureSummary Features(List<string> columns) => new()
    {
        Columns = [.. columns.Select((column, i) => new FeatureColumnSummary
        {
            Column = column,
            Sources = [column],
            Transformations = i % 2 == 0 ? ["one-hot of 5 values", "rare level below 1%"] : ["impute median 120"],
            FirstInput = i * 6,
            InputCount = i % 2 == 0 ? 6 : 1,
        })],
        Inputs = [.. Enumerable.Range(0, 47).Select(i => $"input {i}")],
        Excluded =
        [
            new ExcludedColumn("Cost Repair", "known only after the outcome", new SourcePosition("schema.yaml", 41, 5)),
            new ExcludedColumn("Cost Total $", "known only after the outcome", new SourcePosition("schema.yaml", 45, 5)),
        ],
        Leakage = [new LeakageScore("Wildlife Size", "auc", 0.68), new LeakageScore("Speed IAS in knots", "auc", 0.59)],
    };

    private static TrainingSummary Training() => new()
    {
        Seed = 7,
        Model = new TrainedModelSummary
        {
            Trainer = "gradient-boosted-trees",
            DisplayName = "gradient-boosted trees",
            Hyperparameters = new Dictionary<string, double> { ["learning_rate"] = 0.05, ["leaves"] = 31, ["rounds"] = 1000 },
            Loss = "log loss",
            Steps = [.. Enumerable.Range(1, 264).Select(i => new TrainingProgress(i, 0.2 + (0.16 * Math.Exp(-i / 60.0)), Validation(i)))],
            BestStep = 214,
            StoppedEarly = true,
            ModelBytes = 312_456,
        },
        Others =
        [
            new TrainedModelSummary
            {
                Trainer = "logistic-regression",
                DisplayName = "Logistic regression",
                Hyperparameters = new Dictionary<string, double> { ["l2"] = 1 },
                Loss = "log loss",
                Steps = [.. Enumerable.Range(1, 40).Select(i => new TrainingProgress(i, 0.28 + (0.1 / i), 0.285 + (0.1 / i)))],
                BestStep = 40,
                StoppedEarly = false,
                ModelBytes = 14_203,
            },
        ],
    };

    private static double Validation(int i) => 0.281 + (0.07 * Math.Exp(-i / 45.0)) + (0.00000025 * (i - 214) * (i - 214));
}
