using MlOps.Build.Contracts;
using MlOps.Build.Engine.Training.Calibration;
using MlOps.Build.Engine.Training.Choosing;
using MlOps.Build.Engine.Training.Commands;
using MlOps.Build.Engine.Training.Imports;
using MlOps.Build.Engine.Training.PlugIns;
using MlOps.Build.Engine.Yaml;

namespace MlOps.Build.Engine.Configuration;

/// <summary>Reads one <c>training-config.yaml</c>. Findings go to the bag; the caller drops the result when one is an error.</summary>
internal sealed class TrainingConfigReader(string file, YamlSection root, DiagnosticBag diagnostics, IPlugIns? plugIns)
{
    public const string DefaultTrainer = "gradient-boosted-trees";
    public const long DefaultSeed = 42;

    internal static readonly IReadOnlyDictionary<string, LearningTask> Tasks = new Dictionary<string, LearningTask>
    {
        ["binary"] = LearningTask.Binary,
        ["multiclass"] = LearningTask.Multiclass,
        ["regression"] = LearningTask.Regression,
    };

    internal static readonly IReadOnlyDictionary<string, CalibrationMethod> Calibrations = new Dictionary<string, CalibrationMethod>
    {
        ["platt"] = CalibrationMethod.Platt,
        ["isotonic"] = CalibrationMethod.Isotonic,
    };

    private readonly Dictionary<string, SourcePosition> _positions = new(StringComparer.Ordinal);

    public TrainingConfig? Read()
    {
        var task = ReadTask();
        var label = ReadLabel(task);
        var split = ReadSplit(task);
        var features = new FeatureConfigReader(diagnostics).Read(root.List("features", "Begin each feature with '- ', as in '- column: Speed'."));
        var trainer = Text("trainer") ?? DefaultTrainer;
        var compared = Texts("compare_with");
        Remember(root, "constraints", "constraints");
        Remember(root, "intervals", "intervals");
        var (wanted, plugIn) = ReadPlugIn(trainer, compared);
        var (values, space) = new HyperparameterReader(_positions).Read(root.Section("hyperparameters"), trainer, plugIn);
        var tuning = new TuningConfigReader(_positions).Read(root);
        var constraints = new ConstraintConfigReader(_positions).Read(root.Section("constraints"));
        if (trainer == AutoTrainer.TrainerName && task is { } learned)
            (tuning, space) = Auto(tuning ?? new TuningConfig(), learned, constraints);
        var config = task is null || label is null ? null : new TrainingConfig
        {
            Task = task.Value,
            Label = label,
            Features = features,
            Exclude = ReadExclude(),
            Split = split,
            Trainer = trainer,
            CompareWith = compared,
            Hyperparameters = values,
            Space = space,
            Tuning = tuning,
            Command = new CommandConfigReader(_positions).Read(
                SectionOf(CommandTrainer.TrainerName, trainer, compared, "Write 'command: { run: python3 train.py }', the program that trains.")),
            Onnx = new OnnxConfigReader(_positions).Read(
                SectionOf(OnnxTrainer.TrainerName, trainer, compared, "Write 'onnx: { model: models/pretrained.onnx }', the model's file.")),
            Project = wanted,
            PlugIn = plugIn,
            Ensemble = new EnsembleConfigReader(_positions).Read(root.Section("ensemble")),
            Constraints = constraints,
            Weight = Text("weight"),
            Calibration = ReadCalibration(),
            Intervals = IntervalConfigReader.Read(root.Section("intervals")),
            Seed = root.Integer("seed") ?? DefaultSeed,
            Evaluation = new EvaluationConfigReader(_positions).Read(root.Section("evaluation")),
            Drift = new DriftConfigReader(_positions, diagnostics).Read(root.Section("drift")),
            AllowLeakage = Texts("allow_leakage"),
            File = file,
            Positions = _positions,
        };
        if (config is not null)
        {
            root.RejectUnknownKeys();
            MetricNameChecker.Check(config, diagnostics);
        }

        return config;
    }

    // Its candidates are compared on folds: one validation part says too little of families of trainers.
    private (TuningConfig Tuning, IReadOnlyList<SearchDimension> Space) Auto(TuningConfig tuning, LearningTask task, ConstraintConfig constraints)
    {
        if (root.Has("hyperparameters"))
            root.Invalid("hyperparameters", "'hyperparameters' belong to one trainer, and 'trainer: auto' tries several. Remove them, or name a trainer.");
        var trainers = tuning.Trainers.Count > 0 ? tuning.Trainers : [.. AutoSpaces.Candidates(task, constraints)];
        return (tuning with { Trainers = trainers, Folds = tuning.Folds ?? new TuningFolds { Count = 5 } }, new AutoTrainer(trainers).Space);
    }

    private LearningTask? ReadTask()
    {
        if (!root.Has("task"))
            root.Missing("task", "Write 'task: binary', 'task: multiclass' or 'task: regression'.");
        Remember(root, "task", "task");
        return root.Choice("task", Tasks);
    }

    private LabelConfig? ReadLabel(LearningTask? task)
    {
        if (root.Value("label") is { } value)
            return new LabelConfigReader(_positions).Read(value, task);
        root.Missing("label", "Write 'label: <column>', the column that the model is to predict.");
        return null;
    }

    private SplitConfig ReadSplit(LearningTask? task)
    {
        var method = task == LearningTask.Regression ? SplitMethod.Random : SplitMethod.Stratified;
        return root.Value("split") is { } value
            ? new SplitConfigReader(_positions, diagnostics).Read(value, task, method)
            : new SplitConfig { Method = method, Position = new SourcePosition(file) };
    }

    private Dictionary<string, SourcePosition> ReadExclude()
    {
        var excluded = new Dictionary<string, SourcePosition>(StringComparer.Ordinal);
        foreach (var item in root.Items("exclude"))
        {
            if (item.Text() is { } column)
                excluded.TryAdd(column, item.Position);
        }

        return excluded;
    }

    // The section of a trainer that is what the configuration makes of it.
    private YamlSection? SectionOf(string name, string trainer, List<string> compared, string hint)
    {
        Remember(root, name, name);
        var asked = compared.Prepend(trainer).Contains(name);
        var section = root.Section(name);
        if (asked && root.Value(name) is null)
            root.Missing(name, hint);
        else if (!asked && section is not null)
            root.Invalid(name, $"'{name}' belongs to 'trainer: {name}', and the trainer is '{trainer}'. Remove one of them.");
        return section;
    }

    private (PlugInConfig? Wanted, ITrainer? Found) ReadPlugIn(string trainer, List<string> compared)
    {
        if (!compared.Prepend(trainer).Contains(PlugInTrainer.TrainerName))
        {
            if (root.Has(PlugInTrainer.TrainerName))
                SectionOf(PlugInTrainer.TrainerName, trainer, compared, "");
            return (null, null);
        }

        var wanted = PlugInConfigReader.Read(root.Section(PlugInTrainer.TrainerName), _positions);
        var position = _positions.GetValueOrDefault("project.name", _positions.GetValueOrDefault("trainer", new SourcePosition(file)));
        return (wanted, plugIns is null ? new AbsentTrainer() : plugIns.Find(wanted, position, diagnostics));
    }

    private CalibrationMethod? ReadCalibration()
    {
        Remember(root, "calibration", "calibration");
        return root.Choice("calibration", Calibrations);
    }

    private string? Text(string key)
    {
        Remember(root, key, key);
        return root.Text(key);
    }

    private List<string> Texts(string key)
    {
        var texts = new List<string>();
        foreach (var item in root.Items(key))
        {
            if (item.Text() is not { } text)
                continue;
            _positions[$"{key}[{texts.Count}]"] = item.Position;
            texts.Add(text);
        }

        return texts;
    }

    private void Remember(YamlSection section, string key, string path)
    {
        if (section.Has(key))
            _positions[path] = section.PositionOf(key);
    }
}
