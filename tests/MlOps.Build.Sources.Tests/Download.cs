using System.Security.Cryptography;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Versions;
using MlOps.Build.Engine.Data.Versions.Remotes;
using MlOps.Build.Sources.Resilience;

namespace MlOps.Build.Sources.Tests;

/// <summary>Downloads into a folder of a test's own, with retries that do not wait.</summary>
internal sealed class Download : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mlops-download-");

    public Dictionary<string, string> Variables { get; } = [];

    public List<Diagnostic> Faults { get; } = [];

    public RetrySettings Settings { get; init; } = new() { Delay = TimeSpan.Zero, LongestDelay = TimeSpan.Zero };

    public string Target => this["x.csv"];

    public string Part => Target + ".part";

    public IReadOnlyList<string> Files => [.. _folder.EnumerateFiles().Select(file => file.Name).Order(StringComparer.Ordinal)];

    public string this[string name] => Path.Combine(_folder.FullName, name);

    public IRemote Open(string url, params (string Name, string Value)[] settings) =>
        new RemoteOpener(name => Variables.GetValueOrDefault(name), Settings)
            .Open(new RemoteAddress(url, settings.ToDictionary(setting => setting.Name, setting => setting.Value)));

    public Task<FetchedContent?> FetchAsync(string url, byte[] expected, long? bytes = null) => FetchAsync(Open(url), "x.csv", expected, bytes);

    public Task<FetchedContent?> FetchAsync(IRemote remote, string path, byte[] expected, long? bytes = null)
    {
        var content = new ExpectedContent(Convert.ToHexStringLower(SHA256.HashData(expected)), bytes, () => new Sha256Hasher());
        return RemoteDownload.FetchAsync(remote, path, Target, content, null, Take, TestContext.Current.CancellationToken);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private void Take(Diagnostic fault)
    {
        lock (Faults)
            Faults.Add(fault);
    }
}
