using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Packaging.Archives;
using MlOps.Build.Engine.Packaging.Comparison;
using MlOps.Build.Inference;

namespace MlOps.Build.Engine.Packaging.Versions;

/// <summary>
/// What a model changes for those who use the champion, by parts that know no version: signature broken is major, features or trainer changed
/// is minor, retrained is patch, and the same model from the same sources is nothing. docs/guides/versions.md has the table.
/// </summary>
internal sealed class VersionComparer(ModelPackage champion, IPackageParts model, string? license)
{
    /// <summary>The change; null when the champion's package, or the model, does not say enough.</summary>
    public VersionChange? Compare()
    {
        var json = ContractsJson.Default;
        if (champion.Manifest.Version is not { } version
            || Both(PartNames.Signature, json.ModelSignature) is not (var (oldSignature, newSignature))
            || Both(PartNames.Features, json.FeatureSummary) is not (var (oldFeatures, newFeatures))
            || Both(PartNames.Training, json.TrainingSummary) is not (var (oldTraining, newTraining))
            || Both(PartNames.Lineage, json.Lineage) is not (var (oldLineage, newLineage)))
        {
            return null;
        }

        var signature = SignatureComparer.Compare(oldSignature, newSignature).ToList();
        var written = !SourceReasons.SameSettings(oldLineage, newLineage);
        List<(VersionLevel Level, IEnumerable<string> Reasons)> found =
        [
            (VersionLevel.Major, Of(signature, ChangeLevel.Breaking)),
            (VersionLevel.Minor, FeatureReasons.Of(oldFeatures, newFeatures, written && oldTraining.Model.Trainer == newTraining.Model.Trainer)
                .Concat(TrainerReasons.Of(oldTraining.Model, newTraining.Model, written))
                .Concat(Of(signature, ChangeLevel.Additive))),
            (VersionLevel.Patch, SourceReasons.Of(oldLineage, newLineage)
                .Concat(TrainerReasons.OfSettings(oldTraining, newTraining))
                .Concat(Of(signature, ChangeLevel.Compatible))
                .Concat(Licences())
                .Concat(SameBytes(PartNames.Model) ? [] : ["retrained to another model"])),
        ];
        foreach (var (level, reasons) in found)
        {
            if (reasons.ToList() is { Count: > 0 } all)
                return new VersionChange { Champion = version, Level = level, Reasons = all };
        }

        return new VersionChange { Champion = version, Level = VersionLevel.None, Reasons = ["the same model from the same data and configuration"] };
    }

    private static IEnumerable<string> Of(IEnumerable<Change> changes, ChangeLevel level) =>
        changes.Where(change => change.Level == level).Select(change => change.Text);

    private IEnumerable<string> Licences()
    {
        if (champion.Manifest.License != license)
            yield return $"licence of the model {license ?? "none"} instead of {champion.Manifest.License ?? "none"}";
    }

    private bool SameBytes(string part) => champion.Read(part) is { } before && model.Read(part) is { } after && before.AsSpan().SequenceEqual(after);

    private (T Before, T After)? Both<T>(string part, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return champion.Read(part, type) is { } before && model.Read(part) is { } bytes && JsonSerializer.Deserialize(bytes, type) is { } after ? (before, after) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
