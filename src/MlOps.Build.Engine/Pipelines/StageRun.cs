using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Tracking;

namespace MlOps.Build.Engine.Pipelines;

/// <summary>A stage at work: where its files go, and who listens.</summary>
internal sealed class StageRun(string folder, DiagnosticBag diagnostics, IProgress<string>? progress)
{
    public DiagnosticBag Diagnostics { get; } = diagnostics;

    /// <summary>Told in one line what is going on.</summary>
    public IProgress<string>? Progress { get; } = progress;

    /// <summary>What the outputs were made with and on, for the receipt; null where that says nothing.</summary>
    public ReceiptOrigin? Origin { get; set; }

    /// <summary>The key of what is made.</summary>
    public string Key { get; init; } = "";

    /// <summary>Begins runs; keeps none when nobody asked for them.</summary>
    public RunTracker Runs { get; init; } = RunTracker.Off;

    public string PathOf(string file) => Path.Combine(folder, file);

    public void Write(string file, string text) => WholeFile.Write(PathOf(file), text);

    public void Write(string file, ReadOnlySpan<byte> bytes) => WholeFile.Write(PathOf(file), bytes);

    public void Write<T>(string file, T value, JsonTypeInfo<T> type) => Write(file, JsonSerializer.Serialize(value, type) + "\n");
}
