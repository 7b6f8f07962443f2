using System.Text;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Versions.Locks;
using MlOps.Build.Engine.Data.Versions.Remotes;
using MlOps.Build.Sources;
using MlOps.Build.Sources.Resilience;

namespace MlOps.Build.Databases.Tests;

/// <summary>A folder with queries, and an environment of its own for them.</summary>
internal sealed class QueryFolder : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("mlops-queries-").FullName;

    public Dictionary<string, string> Variables { get; } = [];

    public DiagnosticBag Diagnostics { get; } = [];

    public string this[string name] => Path.Combine(_folder, name);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    public string Write(string name, string text)
    {
        File.WriteAllText(this[name], text);
        return this[name];
    }

    /// <summary>What a query gives, as text; throws what it refuses.</summary>
    public async Task<string> RunAsync(string text, CancellationToken cancellation)
    {
        using var content = await OpenAsync(text, cancellation);
        using var reader = new StreamReader(content.Stream, Encoding.UTF8);
        return await reader.ReadToEndAsync(cancellation);
    }

    public Task<RemoteContent> OpenAsync(string text, CancellationToken cancellation) =>
        Opener().Open(QuerySource.Remote(Write("query.sql", text))).OpenAsync("", 0, cancellation);

    /// <summary>Why a query is refused, as people read it.</summary>
    public async Task<string> RefusalAsync(string text, CancellationToken cancellation)
    {
        var refusal = await Should.ThrowAsync<RemoteException>(() => RunAsync(text, cancellation));
        return refusal.Diagnostic.ToString();
    }

    /// <summary>Fetches a query's rows to a file, as <c>mlops data update</c> does; null, with errors, when they cannot be had.</summary>
    public LockLine? Update(string query, string target, CancellationToken cancellation) =>
        new LockedTransfer(_folder, Opener(), Diagnostics).Update(new PinnedData(this[target], QuerySource.Marked(query, _folder), true), cancellation);

    private QueryOpener Opener() => new(
        new RemoteOpener(_ => null), name => Variables.GetValueOrDefault(name), Diagnostics, new RetrySettings { Attempts = 2, Delay = TimeSpan.FromMilliseconds(1) });
}
