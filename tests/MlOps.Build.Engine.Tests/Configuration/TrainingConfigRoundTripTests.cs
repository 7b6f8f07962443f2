using System.Text.Json;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Configuration;
using MlOps.Build.Engine.Evaluation.Bootstrap;
using MlOps.Build.Engine.Numerics;
using MlOps.Build.Engine.Training.Calibration;
using MlOps.Build.Engine.Training.Combining;
using MlOps.Build.Engine.Training.Commands;
using MlOps.Build.Engine.Training.Imports;
using MlOps.Build.Engine.Training.Smoothing;

namespace MlOps.Build.Engine.Tests.Configuration;

/// <summary>What is written is read back the same, whatever the names look like.</summary>
public sealed class TrainingConfigRoundTripTests
{
    private static readonly string[] Names =
    [
        "Wildlife Size", "null", "~", "yes", "1990-01-08", "a: b", "# x", "\"quoted\"", "it's", " lead", "trail ", "1e5", "-", "- a", "[x]", "{y}",
        "ärger", "tab\there", "new\nline", "back\\slash", "*star", "&and", "%p", "@at", "Cost Total $", "", "true", "0x1F", ".5", "日本", "a,b", "e\u2028f",
    ];

    [Fact]
    public void A_written_configuration_is_read_back_the_same()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var config = Any(new SeededRandom(seed));
            var text = TrainingConfigFile.Write(config);
            var read = Plain(TrainingConfigParseTests.Read(text));
            JsonSerializer.Serialize(read).ShouldBe(JsonSerializer.Serialize(config), $"seed {seed}\n{text}");
            TrainingConfigFile.Write(read).ShouldBe(text);
        }
    }

    private static TrainingConfig Any(SeededRandom random)
    {
        var task = (LearningTask)random.Next(3);
        var method = (SplitMethod)(task == LearningTask.Regression ? random.Next(2) * 2 : random.Next(4));
        var trainer = random.Next(3) switch { 0 => CommandTrainer.TrainerName, 1 => OnnxTrainer.TrainerName, _ => Name(random) };
        var dates = method == SplitMethod.Time && random.Next(2) == 0;
        return new TrainingConfig
        {
            Task = task,
            Label = new LabelConfig
            {
                Name = Name(random),
                Column = Name(random),
                Negative = task == LearningTask.Binary && random.Next(2) == 0 ? [Name(random), Name(random)] : [],
                Positive = [],
            },
            Features = [.. Enumerable.Range(0, random.Next(4)).Select(_ => Feature(random))],
            Exclude = Enumerable.Range(0, random.Next(3)).Select(_ => Name(random)).Distinct().ToDictionary(name => name, _ => default(SourcePosition)),
            AllowLeakage = [.. Enumerable.Range(0, random.Next(3)).Select(_ => Name(random))],
            Split = new SplitConfig
            {
                Method = method,
                Column = method is SplitMethod.Time or SplitMethod.Group ? Name(random) : null,
                Validation = 0.05 + (random.NextDouble() / 4),
                Test = 0.2,
                ValidationFrom = dates ? new DateTimeOffset(2001, 2, 3, 0, 0, 0, TimeSpan.Zero) : null,
                TestFrom = dates ? new DateTimeOffset(2001, 2, 3, 4, 5, 6, TimeSpan.FromHours(2)) : null,
            },
            Trainer = trainer,
            Command = trainer == CommandTrainer.TrainerName ? Command(random) : null,
            Onnx = trainer == OnnxTrainer.TrainerName ? Onnx(random) : null,
            Ensemble = random.Next(2) == 0 ? Ensemble(random) : null,
            CompareWith = [.. Enumerable.Range(0, random.Next(3)).Select(_ => Name(random))],
            Hyperparameters = new Dictionary<string, double> { ["learning_rate"] = random.NextDouble(), ["l2"] = 1e-9 },
            Constraints = new ConstraintConfig
            {
                Monotone = new SortedDictionary<string, int>(
                    Enumerable.Range(0, random.Next(3)).ToDictionary(i => Name(random) + i, i => i == 0 ? 1 : -1), StringComparer.Ordinal),
                Interactions = [.. Enumerable.Range(0, random.Next(3)).Select(_ => new[] { Name(random), Name(random) })],
            },
            Calibration = random.Next(3) is < 2 and var way ? (CalibrationMethod)way : null,
            Intervals = random.Next(2) == 0 ? null : new IntervalConfig { Coverage = 0.5 + (random.NextDouble() / 4) },
            Seed = (long)random.Next(),
            Evaluation = new EvaluationConfig
            {
                Slices = Slices(random),
                Threshold = random.NextDouble(),
                TestSetLimit = 1 + random.Next(50),
                ChampionOverlapLimit = random.NextDouble(),
                Resamples = 100,
                Resampling = Resampled(random),
                Interval = (IntervalMethod)random.Next(2),
                Backtest = Backtest(random),
                FindSlices = random.Next(2) == 0,
                ShuffledLabels = random.Next(2) == 0,
                Baselines = Baselines(random),
            },
        };
    }

    private static CommandConfig Command(SeededRandom random) => new()
    {
        Run = ["p" + Name(random), "-c", "print(\"{0}\", '#')"],
        Timeout = TimeSpan.FromMilliseconds(1 + random.Next(1_000_000_000)),
        Retries = random.Next(101),
        Settings = random.Next(2) == 0 ? "{}" : """{"a b":[0.1,-1E-20,true,null,"# \u0027null\u0027: \u0022"],"c":{}}""",
        Inputs = random.Next(2) == 0 ? [] : ["lib/**", "p" + Name(random)],
        Missing = random.Next(2) == 0,
    };

    private static EnsembleConfig Ensemble(SeededRandom random) => new()
    {
        Members =
        [
            new MemberConfig { Trainer = Name(random) },
            new MemberConfig
            {
                Trainer = random.Next(2) == 0 ? "random-forest" : "p" + Name(random),
                Hyperparameters = new SortedDictionary<string, double>(StringComparer.Ordinal) { ["max_features"] = random.NextDouble(), ["n_estimators"] = 7 },
            },
            new MemberConfig
            {
                Trainer = "extra-trees",
                Hyperparameters = new SortedDictionary<string, double>(StringComparer.Ordinal) { ["class_weight"] = random.Next(2) },
            },
        ],
        Method = (EnsembleMethod)random.Next(4),
        Folds = 2 + random.Next(19),
        Confidence = [.. Enumerable.Range(0, random.Next(3)).Select(_ => random.NextDouble())],
    };

    private static OnnxConfig Onnx(SeededRandom random) => new()
    {
        Model = "models/a b.onnx",
        Inputs = random.Next(2) == 0
            ? new SortedDictionary<string, IReadOnlyList<string>>()
            : new SortedDictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { [Name(random)] = [Name(random), Name(random)] },
        Output = random.Next(2) == 0 ? null : Name(random),
        Missing = random.Next(2) == 0,
    };

    private static ResamplingConfig? Resampled(SeededRandom random) => random.Next(4) switch
    {
        0 => null,
        1 => new() { By = (Resampling)random.Next(2) },
        2 => new() { By = Resampling.Groups, Column = Name(random) },
        _ => new() { By = Resampling.Blocks, Column = Name(random), Block = random.Next(2) == 0 ? 20 : null },
    };

    private static IReadOnlyList<NaiveBaselineConfig> Baselines(SeededRandom random) => random.Next(2) == 0 ? [] :
    [
        new() { Kind = NaiveBaselineKind.Median },
        new() { Kind = NaiveBaselineKind.LastValue, Lag = 2 },
        new() { Kind = NaiveBaselineKind.Seasonal, Lag = 7, Group = Name(random) },
        Smoothing(random, 1 + (random.Next(2) * 11)),
    ];

    private static NaiveBaselineConfig Smoothing(SeededRandom random, int length) => new()
    {
        Kind = NaiveBaselineKind.Smoothing,
        Lag = length,
        Trend = (TrendForm)random.Next(3),
        Season = length == 1 ? SeasonForm.None : (SeasonForm)(1 + random.Next(2)),
        Group = random.Next(2) == 0 ? null : Name(random),
    };

    private static BacktestConfig? Backtest(SeededRandom random) => random.Next(3) switch
    {
        0 => null,
        1 => new BacktestConfig { Kind = BacktestKind.Folds, Windows = 3, Repeats = 2 },
        _ => new BacktestConfig { Kind = BacktestKind.Rolling, Windows = 4, Initial = random.Next(2) == 0 ? null : 0.25 },
    };

    private static IReadOnlyList<SliceConfig> Slices(SeededRandom random)
    {
        var bucketed = new SlicePartConfig { Column = Name(random), Buckets = random.Next(2) == 0 ? 3 : null };
        var part = bucketed.Buckets is null ? bucketed with { Edges = [-1.5, 0, random.NextDouble() + 1e-9] } : bucketed;
        return [SliceConfig.Of("plain"), new SliceConfig { Parts = [part] }, new SliceConfig { Parts = [new() { Column = "one" }, part] }];
    }

    private static FeatureConfig Feature(SeededRandom random) => new()
    {
        Columns = random.Next(2) == 0 ? [Name(random)] : ["a", "b"],
        Transforms = random.Next(2) == 0 ? [] :
        [
            new("impute", new Dictionary<string, IReadOnlyList<string>>
            {
                ["method"] = ["constant"],
                ["value"] = [Name(random)],
            }, default),
            new("clip", new Dictionary<string, IReadOnlyList<string>> { ["quantiles"] = ["0.01", "0.99"] }, default),
            new("pass", new Dictionary<string, IReadOnlyList<string>>(), default),
        ],
    };

    private static string Name(SeededRandom random) => Names[random.Next(Names.Length)];

    // Without places, which the written configuration has and the made one has not.
    private static TrainingConfig Plain(TrainingConfig config) => config with
    {
        File = "",
        Positions = new Dictionary<string, SourcePosition>(),
        Label = config.Label with { Position = default },
        Split = config.Split with { Position = default },
        Exclude = config.Exclude.ToDictionary(entry => entry.Key, _ => default(SourcePosition)),
        Features =
        [
            .. config.Features.Select(feature => feature with
            {
                Position = default,
                Transforms = [.. feature.Transforms.Select(transform => transform with { Position = default })],
            }),
        ],
    };
}
