using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Pipelines.Stages;

namespace MlOps.Build.Engine.Training.PlugIns;

/// <summary>The files between the build and a process with a trainer of somebody else's.</summary>
/// <param name="folder">A folder of their own.</param>
internal sealed class PlugInFiles(string folder)
{
    public string Folder => folder;

    private string Train => Path.Combine(folder, "train.matrix");

    private string Validation => Path.Combine(folder, "validation.matrix");

    private string Request => Path.Combine(folder, "request.bin");

    private string Model => Path.Combine(folder, "model.onnx");

    private string Result => Path.Combine(folder, "result.json");

    private string Failure => Path.Combine(folder, "failure.json");

    public void Write(TrainingRequest request)
    {
        MatrixFile.Write(Train, request.Train.Features);
        MatrixFile.Write(Validation, request.Validation.Features);
        using var stream = File.Create(Request);
        using var writer = new BinaryWriter(stream);
        RequestFile.Write(writer, request);
    }

    public TrainingRequest ReadRequest()
    {
        using var stream = File.OpenRead(Request);
        using var reader = new BinaryReader(stream);
        return RequestFile.Read(reader, MatrixFile.Read(Train), MatrixFile.Read(Validation));
    }

    /// <summary>The model stands apart: JSON would make it a third longer.</summary>
    public void Write(TrainerResult result)
    {
        File.WriteAllBytes(Model, result.Model);
        Save(Result, result with { Model = [] }, PlugInJson.Default.TrainerResult);
    }

    /// <summary>Null when the process left none.</summary>
    public TrainerResult? ReadResult() => Load(Result, PlugInJson.Default.TrainerResult) is { } result ? result with { Model = File.ReadAllBytes(Model) } : null;

    public void Write(IReadOnlyList<TrainerDescription> trainers) => Save(Result, trainers, PlugInJson.Default.Trainers);

    /// <summary>Null when the process left none.</summary>
    public IReadOnlyList<TrainerDescription>? ReadTrainers() => Load(Result, PlugInJson.Default.Trainers);

    public void Write(PlugInFailure failure) => Save(Failure, failure, PlugInJson.Default.PlugInFailure);

    /// <summary>Null when the process left none.</summary>
    public PlugInFailure? ReadFailure() => Load(Failure, PlugInJson.Default.PlugInFailure);

    private static void Save<T>(string path, T value, JsonTypeInfo<T> type) => File.WriteAllBytes(path, JsonSerializer.SerializeToUtf8Bytes(value, type));

    private static T? Load<T>(string path, JsonTypeInfo<T> type)
        where T : class => File.Exists(path) ? JsonSerializer.Deserialize(File.ReadAllBytes(path), type) : null;
}
