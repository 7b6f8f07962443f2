using System.Globalization;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Packaging;
using MlOps.Build.Engine.Packaging.Archives;
using MlOps.Build.Engine.Training;
using MlOps.Build.Engine.Training.Choosing;

namespace MlOps.Build.Tool.Inspection;

/// <summary>What the model was made from: parameters, features, data, split, lineage.</summary>
internal static class MakingListing
{
    private const int MostCoefficients = 40;

    public static void Show(Listing listing, ModelPackage package)
    {
        if (package.Read(PartNames.Training, ContractsJson.Default.TrainingSummary) is { } training)
            Show(listing, training);
        if (package.Read(PartNames.Tuning, ContractsJson.Default.TuningSummary) is { Trials: not null } tuning)
            Show(listing, tuning);
        if (package.Read(PartNames.Features, ContractsJson.Default.FeatureSummary) is { } features)
            Show(listing, features);
        if (package.Read(PartNames.Data, ContractsJson.Default.DataSummary) is { } data)
            Show(listing, data);
        if (package.Read(PartNames.Split, ContractsJson.Default.SplitSummary) is { } split)
        {
            listing.Row("split", $"{split.Method}: {string.Join(", ", split.Parts.Select(part => $"{part.Part.ToString().ToLowerInvariant()} {Listing.Count(part.Rows)}"))}");
            if (split.TestFingerprint is { } fingerprint)
                listing.Row("split", $"test rows {fingerprint}");
        }

        if (package.Read(PartNames.Lineage, ContractsJson.Default.Lineage) is not { } lineage)
            return;
        foreach (var file in lineage.Configuration)
            listing.Row("made by", $"{file.Path} {file.Sha256}");
        listing.Row("made by", $"MlOps.Build {lineage.Kit}, seed {lineage.Seed.ToString(CultureInfo.InvariantCulture)}");
    }

    private static void Show(Listing listing, TrainingSummary training)
    {
        var model = training.Model;
        listing.Row("trainer", $"{model.Trainer}: step {model.BestStep} kept{(model.StoppedEarly ? ", stopped early" : "")}; {Listing.Count(model.ModelBytes)} bytes");
        foreach (var (name, value) in model.Hyperparameters.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            listing.Row("parameter", $"{name} {HyperparameterResolver.Written(model.Trainer, name, value)}");
        foreach (var (name, value) in model.Metrics ?? new Dictionary<string, double>())
            listing.Row("told", string.Create(CultureInfo.InvariantCulture, $"{name} {value:R}"));
        if (model.Calibration is { } calibration)
            listing.Row("corrected", $"{calibration.Method}, on {Listing.Count(calibration.Rows)} validation rows");
        if (model.Intervals is { } intervals)
            listing.Row("interval", string.Create(CultureInfo.InvariantCulture, $"{intervals.Method}: +-{intervals.HalfWidth:G6} for a coverage of {intervals.Coverage:R}, on {Listing.Count(intervals.Rows)} validation rows"));
        if (model.TrainingRowsKept > 0)
            listing.Row("carries", $"{Listing.Count(model.TrainingRowsKept)} training rows, features and labels word for word");
        Show(listing, model.Coefficients);
    }

    private static void Show(Listing listing, TuningSummary tuning)
    {
        var best = tuning.Trials.FirstOrDefault(trial => trial.Number == tuning.Best);
        var settings = best?.Settings.Select(setting => $"{setting.Key} {AutoTrainer.Written(tuning, setting.Key, setting.Value)}") ?? [];
        listing.Row("tuned", $"{Listing.Count(tuning.Trials.Count)} trials by {tuning.Method}; {tuning.Metric} {Listing.Number(best?.Value ?? double.NaN)} on {tuning.JudgedOn}: {string.Join(", ", settings)}");
        ShowOthers(listing, tuning);
    }

    private static void ShowOthers(Listing listing, TuningSummary tuning)
    {
        foreach (var contender in tuning.Leaderboard)
        {
            var trials = $"{Listing.Count(contender.Trials)} {(contender.Trials == 1 ? "trial" : "trials")}";
            var behind = contender.Difference is { } difference ? $"; {Spread(difference, contender.DifferenceLow, contender.DifferenceHigh)} to the winner" : "";
            listing.Row("tried", $"{contender.Trainer}: {tuning.Metric} {Spread(contender.Value, contender.Low, contender.High)}, {trials}{behind}");
        }

        if (tuning.Nested is { } nested)
            listing.Row("nested", $"{tuning.Metric} {Spread(nested.Mean, nested.Low, nested.High)} over {nested.Method}, searched anew in each");
    }

    private static string Spread(double? value, double? low, double? high) => low is not null && high is not null
        ? $"{Listing.Number(value ?? double.NaN)} [{Listing.Number(low.Value)}, {Listing.Number(high.Value)}]"
        : Listing.Number(value ?? double.NaN);

    private static void Show(Listing listing, CoefficientTable? table)
    {
        foreach (var item in table?.Coefficients.Take(MostCoefficients) ?? [])
        {
            var output = table!.Coefficients.Any(other => other.Output > 0) ? $" of class {item.Output.ToString(CultureInfo.InvariantCulture)}" : "";
            var error = item.StandardError is { } by ? string.Create(CultureInfo.InvariantCulture, $", standard error {by:G5}, p {item.PValue:G3}") : "";
            listing.Row("weight", string.Create(CultureInfo.InvariantCulture, $"{item.Feature}{output}: {item.Value:G6}{error}"));
        }

        if (table?.Coefficients.Count > MostCoefficients)
            listing.Row("weight", $"and {table.Coefficients.Count - MostCoefficients} more; --json lists them");
    }

    private static void Show(Listing listing, FeatureSummary features)
    {
        foreach (var feature in features.Columns)
        {
            var how = feature.Transformations.Count == 0 ? "as it is" : string.Join(", ", feature.Transformations);
            listing.Row("feature", $"{feature.Column}: {how}; {feature.InputCount} {(feature.InputCount == 1 ? "input" : "inputs")}");
        }

        foreach (var column in features.Excluded)
            listing.Row("left out", $"{column.Column}: {column.Reason}");
    }

    private static void Show(Listing listing, DataSummary data)
    {
        listing.Row("data", $"{Listing.Count(data.Rows)} rows, {data.Columns.Count} columns; {data.Rules} rules, {data.Violations.Count} broken");
        foreach (var file in data.Files)
            listing.Row("data", $"{file.Path}, {Listing.Count(file.Bytes)} bytes, {file.Sha256}");
    }
}
