using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data;
using MlOps.Build.Engine.Data.Schemas;
using MlOps.Build.Engine.Yaml;

namespace MlOps.Build.Engine.Configuration;

/// <summary>Reads, writes and proposes <c>training-config.yaml</c>.</summary>
internal static class TrainingConfigFile
{
    /// <summary>The configuration in the text; null, with errors at their lines, when anything in it is wrong.</summary>
    public static TrainingConfig? Parse(string file, string text, DiagnosticBag diagnostics)
    {
        var found = new DiagnosticBag();
        var root = YamlFile.Parse(file, text, found);
        var config = root is null ? null : new TrainingConfigReader(file, root, found).Read();
        diagnostics.AddRange(found);
        return found.HasErrors ? null : config;
    }

    /// <summary>The configuration used when there is no file: see <see cref="TrainingConfigDefaults"/>.</summary>
    public static TrainingConfig Default(Table table, DataSchema schema, string? labelColumn) =>
        TrainingConfigDefaults.For(table, schema, labelColumn);

    /// <summary>The configuration as a file with short comments; <see cref="Parse"/> reads the same configuration from it.</summary>
    public static string Write(TrainingConfig config) => TrainingConfigWriter.Write(config);
}
