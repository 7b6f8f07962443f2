using System.Globalization;
using System.Text.Json;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Configuration;
using MlOps.Build.Engine.Training.Heads;

namespace MlOps.Build.Engine.Training.Commands;

/// <summary>The files between the build and a training program, in a folder that others cannot read and that is gone afterwards.</summary>
internal sealed class CommandFiles : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("mlops-train-").FullName;
    private readonly CommandConfig _command;

    private CommandFiles(CommandConfig command) => _command = command;

    /// <summary>Where the program leaves its model.</summary>
    public string Model => Path.Combine(_folder, "model.onnx");

    /// <summary>Where the program leaves its metrics, if it has some.</summary>
    public string Metrics => Path.Combine(_folder, "metrics.json");

    private string Train => Path.Combine(_folder, "train." + Format);

    private string Validation => Path.Combine(_folder, "validation." + Format);

    private string Format => CommandConfigReader.Formats.First(format => format.Value == _command.Format).Key;

    private string Config => Path.Combine(_folder, "config.json");

    /// <summary>Writes what the program reads.</summary>
    public static CommandFiles Write(CommandConfig command, TrainingRequest request)
    {
        var files = new CommandFiles(command);
        try
        {
            var columns = RowColumn.Of(request.Train);
            files.WriteRows(files.Train, request.Train, columns);
            files.WriteRows(files.Validation, request.Validation, columns);
            files.WriteConfig(request, columns);
            return files;
        }
        catch
        {
            files.Dispose();
            throw;
        }
    }

    /// <summary>The variables that tell the program where everything is.</summary>
    public Dictionary<string, string> Variables(TrainingRequest request) => new(StringComparer.Ordinal)
    {
        ["MLOPS_TRAIN"] = Train,
        ["MLOPS_VALIDATION"] = Validation,
        ["MLOPS_CONFIG"] = Config,
        ["MLOPS_SEED"] = request.Seed.ToString(CultureInfo.InvariantCulture),
        ["MLOPS_THREADS"] = request.Threads.ToString(CultureInfo.InvariantCulture),
        ["MLOPS_MODEL"] = Model,
        ["MLOPS_METRICS"] = Metrics,
    };

    /// <summary>Removes what an attempt left.</summary>
    public void Clear()
    {
        File.Delete(Model);
        File.Delete(Metrics);
    }

    public void Dispose()
    {
        try
        {
            Directory.Delete(_folder, recursive: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Something that the program left behind still holds a file of it; the system's own cleaning has to do.
        }
    }

    private void WriteRows(string path, TrainingSet set, IReadOnlyList<RowColumn> columns)
    {
        if (_command.Format == ExchangeFormat.Npy)
            NpyRows.Write(path, set, columns);
        else
            CsvRows.Write(path, set, columns);
    }

    private void WriteConfig(TrainingRequest request, IReadOnlyList<RowColumn> columns)
    {
        using var stream = File.Create(Config);
        using var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true });
        writer.WriteStartObject();
        writer.WriteString("task", request.Task.ToString().ToLowerInvariant());
        WriteTexts(writer, "classes", request.Classes);
        WriteTexts(writer, "features", request.Train.Features.Names);
        foreach (var column in columns)
            writer.WriteString(column.Role, column.Name);
        writer.WriteString("format", Format);
        WritePlace(writer, "train", Train, request.Train);
        WritePlace(writer, "validation", Validation, request.Validation);
        writer.WriteNumber("seed", request.Seed);
        writer.WriteNumber("threads", request.Threads);
        writer.WriteString("model", Model);
        writer.WriteString("metrics", Metrics);
        writer.WriteString("input", TrainerResult.FeaturesInput);
        writer.WriteString("output", HeadShape.Of(request).Output);
        writer.WritePropertyName("settings");
        writer.WriteRawValue(_command.Settings);
        writer.WriteEndObject();
    }

    private static void WriteTexts(Utf8JsonWriter writer, string name, IReadOnlyList<string> texts)
    {
        writer.WriteStartArray(name);
        foreach (var text in texts)
            writer.WriteStringValue(text);
        writer.WriteEndArray();
    }

    private static void WritePlace(Utf8JsonWriter writer, string name, string path, TrainingSet set)
    {
        writer.WriteStartObject(name);
        writer.WriteString("path", path);
        writer.WriteNumber("rows", set.Labels.Length);
        writer.WriteEndObject();
    }
}
