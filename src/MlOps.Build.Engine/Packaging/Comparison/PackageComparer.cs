using MlOps.Build.Contracts;
using MlOps.Build.Engine.Packaging.Archives;

namespace MlOps.Build.Engine.Packaging.Comparison;

/// <summary>Says what changed between two model packages.</summary>
internal static class PackageComparer
{
    public static PackageDifference Compare(ModelPackage before, ModelPackage after)
    {
        var json = ContractsJson.Default;
        var changes = new List<Change>();
        Add(PartNames.Signature, json.ModelSignature, SignatureComparer.Compare);
        Add(PartNames.Features, json.FeatureSummary, FeatureComparer.Compare);
        Add(PartNames.Data, json.DataSummary, DataComparer.Compare);
        Add(PartNames.Profile, json.TrainingProfile, ProfileComparer.Compare);
        Add(PartNames.Split, json.SplitSummary, DataComparer.Compare);
        Add(PartNames.Training, json.TrainingSummary, ParameterComparer.Compare);
        Add(PartNames.Gate, json.GateSummary, ChecklistComparer.Compare);
        changes.AddRange(Licences(before.Manifest, after.Manifest));
        changes.AddRange(Sizes(before.Manifest, after.Manifest));
        return new PackageDifference
        {
            SameEvidence = before.Manifest.Evidence is not null && before.Manifest.Evidence == after.Manifest.Evidence,
            TestRows = TestRows.Compare(before, after),
            Changes = changes,
            Metrics = MetricComparer.Compare(
                before.Read(PartNames.Evaluation, json.EvaluationSummary), after.Read(PartNames.Evaluation, json.EvaluationSummary)),
        };

        void Add<T>(string part, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type, Func<T, T, IEnumerable<Change>> compare)
            where T : class
        {
            if (before.Read(part, type) is { } first && after.Read(part, type) is { } second)
                changes.AddRange(compare(first, second));
            else if (before.Read(part) is not null || after.Read(part) is not null)
                changes.Add(new Change("part", ChangeLevel.Breaking, $"{part}: missing or unreadable on one side, so it could not be compared"));
        }
    }

    private static IEnumerable<Change> Licences(ModelManifest before, ModelManifest after)
    {
        if (before.License != after.License)
            yield return Words.Changed("licence", "model", before.License ?? "none", after.License ?? "none");
        if (before.DataLicense != after.DataLicense)
            yield return Words.Changed("licence", "data", before.DataLicense ?? "none", after.DataLicense ?? "none");
    }

    private static IEnumerable<Change> Sizes(ModelManifest before, ModelManifest after)
    {
        var (first, second) = (ModelBytes(before), ModelBytes(after));
        if (first != second)
            yield return Words.Changed("size", "model", $"{Words.Count(first)} bytes", $"{Words.Count(second)} bytes");
    }

    private static long ModelBytes(ModelManifest manifest) => manifest.Parts.FirstOrDefault(part => part.Path == PartNames.Model)?.Bytes ?? 0;
}
