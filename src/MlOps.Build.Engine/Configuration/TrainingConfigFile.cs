using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data;
using MlOps.Build.Engine.Data.Schemas;
using MlOps.Build.Engine.Training.PlugIns;
using MlOps.Build.Engine.Yaml;

namespace MlOps.Build.Engine.Configuration;

/// <summary>Reads, writes and proposes <c>training-config.yaml</c>.</summary>
internal static class TrainingConfigFile
{
    /// <summary>The configuration in the text; null, with errors at their lines, when anything in it is wrong.</summary>
    /// <param name="file">The file as the user knows it.</param>
    /// <param name="text">Its text.</param>
    /// <param name="diagnostics">Takes what is wrong.</param>
    /// <param name="plugIns">Finds the trainer of <c>trainer: project</c>; null where nothing is trained.</param>
    public static TrainingConfig? Parse(string file, string text, DiagnosticBag diagnostics, IPlugIns? plugIns = null)
    {
        var found = new DiagnosticBag();
        var root = YamlFile.Parse(file, text, found);
        var config = root is null ? null : new TrainingConfigReader(file, root, found, plugIns).Read();
        diagnostics.AddRange(found);
        return found.HasErrors ? null : config;
    }

    /// <summary>The configuration used when there is no file: see <see cref="TrainingConfigDefaults"/>.</summary>
    public static TrainingConfig Default(Table table, DataSchema schema, string? labelColumn) =>
        TrainingConfigDefaults.For(table, schema, labelColumn);

    /// <summary>The configuration as a file with short comments; <see cref="Parse"/> reads the same configuration from it.</summary>
    public static string Write(TrainingConfig config) => TrainingConfigWriter.Write(config);
}
