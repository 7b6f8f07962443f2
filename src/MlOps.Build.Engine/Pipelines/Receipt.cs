using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Pipelines;

/// <summary>Proof that a stage is done, in <c>receipt.json</c> beside its outputs and as the manifest of its cache entry.</summary>
internal sealed record Receipt
{
    public const string FileName = "receipt.json";

    public required string Stage { get; init; }

    /// <summary>The key under which the outputs were made.</summary>
    public required string Key { get; init; }

    /// <summary>What the stage has to say in one line.</summary>
    public required string Headline { get; init; }

    /// <summary>The files that were read and are of no earlier stage, by content and size; data from elsewhere with their source.</summary>
    public IReadOnlyList<DataFile> Inputs { get => field ?? []; init; } = [];

    /// <summary>What a training was made with and on; null for other stages.</summary>
    public ReceiptOrigin? Origin { get; init; }

    /// <summary>The files, by path.</summary>
    public required IReadOnlyList<ReceiptOutput> Outputs { get; init; }

    /// <summary>Warnings and notes, shown again while the stage is up to date.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; init; } = [];

    public ReceiptOutput? Find(string path) => Outputs.FirstOrDefault(output => output.Path == path);
}
