namespace MlOps.Build.Engine.Checks.Reproducibility;

/// <summary>A way to train that must not change a byte.</summary>
/// <param name="Name">What differs, in words.</param>
/// <param name="Threads">How many threads are used.</param>
/// <param name="Variable">The variable of the .NET runtime that switches instructions off, or null.</param>
internal sealed record TrainingVariant(string Name, int Threads, string? Variable)
{
    /// <summary>Numbers of threads, then sets of instructions, the widest first.</summary>
    public static IReadOnlyList<TrainingVariant> All { get; } =
    [
        new("one thread", 1, null),
        new("two threads", 2, null),
        new("two threads without AVX-512", 2, "DOTNET_EnableAVX512"),
        new("two threads without AVX2", 2, "DOTNET_EnableAVX2"),
        new("two threads without vector instructions", 2, "DOTNET_EnableHWIntrinsic"),
    ];

    public IReadOnlyDictionary<string, string> Environment => Variable is null ? new Dictionary<string, string>() : new() { [Variable] = "0" };
}
