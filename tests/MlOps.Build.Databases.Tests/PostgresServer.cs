using System.Diagnostics;
using MlOps.Build.Sources.Tests;

namespace MlOps.Build.Databases.Tests;

/// <summary>A PostgreSQL server (Debian's) with data of its own on a free port of this machine, for the tests of this assembly; it ends with them.</summary>
public sealed class PostgresServer : IAsyncLifetime
{
    public const string User = "reader_of_strikes";
    public const string Password = "pa's w%rd";
    private const string Account = "postgres";
    private readonly string _folder = Path.Combine(Path.GetTempPath(), "mlops-postgres-" + Path.GetRandomFileName());
    private ServerProcess? _process;

    /// <summary>Why there is none; null when there is.</summary>
    public string? Absent { get; private set; }

    public int Port => _process!.Port;

    public async ValueTask InitializeAsync()
    {
        if (Folder() is not { } programs)
        {
            Absent = "initdb of PostgreSQL is not on this machine";
            return;
        }

        Directory.CreateDirectory(_folder);
        await File.WriteAllTextAsync(Path.Combine(_folder, "password"), Password);
        if (Environment.UserName == "root" && Run("chown", "-R", Account, _folder) != 0)
            Absent = $"PostgreSQL does not run as root, and there is no user '{Account}'";
        else if (RunAsUser(Path.Combine(programs, "initdb"), "-D", $"{_folder}/data", "-U", User, $"--pwfile={_folder}/password", "-A", "scram-sha-256", "-N", "-E", "UTF8", "--locale=C") != 0)
            Absent = "initdb fails";
        else
            _process = await ServerProcess.StartAsync(AsUser()[0], port => [.. AsUser()[1..], Path.Combine(programs, "postgres"), "-D", $"{_folder}/data", "-p", $"{port}", "-h", "127.0.0.1", "-k", _folder, "-F"], default);
        Absent ??= _process is null ? "the PostgreSQL server does not start" : null;
    }

    public ValueTask DisposeAsync()
    {
        _process?.Dispose();
        if (Directory.Exists(_folder))
            Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    // The server refuses to run as root, as which containers do.
    private static string[] AsUser() => Environment.UserName == "root" ? ["/usr/sbin/runuser", "-u", Account, "--"] : ["/usr/bin/env"];

    private static int RunAsUser(params string[] command) => Run(AsUser()[0], [.. AsUser()[1..], .. command]);

    private static int Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode;
    }

    private static string? Folder()
    {
        var debian = Directory.Exists("/usr/lib/postgresql")
            ? Directory.GetDirectories("/usr/lib/postgresql").OrderDescending(StringComparer.Ordinal).Select(version => Path.Combine(version, "bin"))
            : [];
        return debian.Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator))
            .FirstOrDefault(folder => File.Exists(Path.Combine(folder, "initdb")) && File.Exists(Path.Combine(folder, "postgres")));
    }
}
