using System.Text;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Versions.Dvc;
using MlOps.Build.Engine.Data.Versions.Remotes;
using MlOps.Build.Engine.Tests.Pipelines;

namespace MlOps.Build.Engine.Tests.Data.Versions.Dvc;

/// <summary>A DVC repository of a test's own, in a folder <c>project</c> beside a folder <c>remote</c>.</summary>
internal sealed class DvcFolder : IDisposable, IRemoteOpener
{
    private readonly TemporaryFolder _folder = new();

    public DvcFolder(string config = "[core]\n    remote = Storage\n['remote \"storage\"']\n    url = ../../remote\n")
    {
        _folder.Write("project/.dvc/config", config);
        Directory.CreateDirectory(this["../remote"]);
    }

    public DiagnosticBag Diagnostics { get; } = [];

    public string Root => _folder.File("project");

    public string this[string name] => Path.GetFullPath(name, Root);

    /// <summary>The repository that dvc_expected.py laid out by hand.</summary>
    public static DvcFolder ByHand()
    {
        var folder = new DvcFolder();
        var source = Path.Combine(ExpectedDvc.Folder, "Repository");
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
            folder.Write(Path.Combine("..", Path.GetRelativePath(source, file)), File.ReadAllBytes(file));
        return folder;
    }

    public DvcRepository Open() => DvcRepository.Open(Root, Diagnostics, name => name switch
    {
        "DVC_GLOBAL_CONFIG_DIR" => this["../user"],
        "DVC_SYSTEM_CONFIG_DIR" => this["../machine"],
        _ => null,
    })!;

    public void Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    public void Write(string name, byte[] bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(this[name])!);
        File.WriteAllBytes(this[name], bytes);
        File.SetLastWriteTimeUtc(this[name], new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc));
    }

    public DvcAdded? Add(string name) => new DvcAdder(Open(), Diagnostics).Add(this[name], TestContext.Current.CancellationToken);

    public IReadOnlyList<DvcPlaced> Pull(bool force = false, params string[] targets)
    {
        var repository = Open();
        var outputs = DvcFinder.Outputs(repository, [.. targets.Select(target => this[target])], Diagnostics);
        return new DvcPull(repository, this, Diagnostics) { Force = force }.Run(outputs, TestContext.Current.CancellationToken);
    }

    public async Task<int> PushAsync()
    {
        var repository = Open();
        using var remotes = new DvcRemotes(repository, this, null, Diagnostics);
        var push = new DvcPush(repository, Diagnostics);
        foreach (var output in DvcFinder.Outputs(repository, [], Diagnostics))
            await push.PushAsync(output, remotes, TestContext.Current.CancellationToken);
        return push.Pushed;
    }

    public IReadOnlyList<DvcState> States()
    {
        var repository = Open();
        return [.. DvcFinder.Outputs(repository, [], Diagnostics)
            .Select(output => DvcStatus.Of(repository, output, Diagnostics, TestContext.Current.CancellationToken)!.State)];
    }

    public IReadOnlyList<string> Codes() => [.. Diagnostics.Select(diagnostic => diagnostic.Code)];

    /// <summary>All files but DVC's own and those of versions, with what they hold.</summary>
    public IReadOnlyList<string> Files() => [.. Directory.EnumerateFiles(Root, "*", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/'))
        .Where(file => !file.StartsWith(".dvc/", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal)];

    public IRemote Open(RemoteAddress address) => new FolderRemote(address.Url);

    public void Dispose()
    {
        // Objects are read-only, which stops nobody on Unix from removing them.
        foreach (var file in OperatingSystem.IsWindows() ? Directory.GetFiles(_folder.Path, "*", SearchOption.AllDirectories) : [])
            File.SetAttributes(file, FileAttributes.Normal);
        _folder.Dispose();
    }
}
