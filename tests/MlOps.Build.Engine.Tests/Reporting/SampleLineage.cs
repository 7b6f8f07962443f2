using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Tests.Reporting;

/// <summary>Where the models of <see cref="SampleReports"/> come from.</summary>
internal static class SampleLineage
{
    public static ModelManifest Package { get; } = new()
    {
        Name = "BirdStrikes",
        License = "MIT",
        DataLicense = "CC-BY-4.0",
        Parts =
        [
            new ManifestPart("mlops/golden.json", new string('d', 64), 9_120),
            new ManifestPart("mlops/model.onnx", new string('e', 64), 312_456),
            new ManifestPart("mlops/signature.json", new string('f', 64), 2_310),
        ],
    };

    public static PackageEnvelope Envelope { get; } = new()
    {
        Name = "BirdStrikes",
        Version = "1.4.2",
        Evidence = new string('9', 64),
        Commit = "1d2e3f4",
        Ref = "refs/heads/main",
        Actor = "somebody",
        Framework = ".NET 10.0.1",
        OperatingSystem = "linux",
        Architecture = "x64",
    };

    public static Lineage Of(TrainingSummary training) => new()
    {
        Data = [new DataFile("data/data.csv", new string('a', 64), 1_234_567)],
        Configuration =
        [
            new DataFile("schema.yaml", new string('b', 64), 2_048),
            new DataFile("training-config.yaml", new string('c', 64), 512),
        ],
        Stages = new Dictionary<string, string> { ["data"] = new('1', 64), ["split"] = new('2', 64), ["train"] = new('3', 64) },
        Seed = training.Seed,
        Kit = "0.1.0",
    };
}
