using MlOps.Build.Contracts;
using MlOps.Build.Engine.Configuration;
using MlOps.Build.Engine.Data;
using MlOps.Build.Engine.Data.Schemas;

namespace MlOps.Build.Benchmarks;

/// <summary>A sample of the repository, read as the build reads it.</summary>
internal sealed class SampleData
{
    public required DataSource Source { get; init; }

    public required DataSchema Schema { get; init; }

    public required TrainingConfig Config { get; init; }

    public required Table Table { get; init; }

    public static SampleData Read(string project, string data)
    {
        var folder = Path.Combine(Repository.Root, "samples", project);
        var diagnostics = new DiagnosticBag();
        var source = new DataSource(Path.Combine(folder, "data", data), $"data/{data}");
        var schema = SchemaFile.Parse("schema.yaml", File.ReadAllText(Path.Combine(folder, "schema.yaml")), diagnostics)!;
        return new SampleData
        {
            Source = source,
            Schema = schema,
            Config = TrainingConfigFile.Parse(
                "training-config.yaml", File.ReadAllText(Path.Combine(folder, "training-config.yaml")), diagnostics)!,
            Table = TableReader.Read([source], schema, diagnostics, default)!,
        };
    }
}
