using System.ComponentModel;
using MlOps.Build.Engine.Training.Commands;

namespace MlOps.Build.Engine.Packaging.Policies;

/// <summary>
/// A package's signature as NuGet judges it: <c>dotnet nuget verify</c> knows certificates, time stamps and the trusted signers of
/// <c>nuget.config</c>, and so decides here as it does for everything else.
/// </summary>
internal sealed class NuGetSignature(string dotnet, string folder, IReadOnlyList<string> fingerprints)
{
    /// <summary>Null when it holds; otherwise why not, in one line.</summary>
    public string? Fault(string package, CancellationToken cancellationToken)
    {
        var heard = new List<string>();
        var run = new ProgramRun
        {
            Program = dotnet,
            Arguments = ["nuget", "verify", package, "-v", "quiet", .. fingerprints.SelectMany(fingerprint => new[] { "--certificate-fingerprint", fingerprint })],
            Folder = folder,
            Variables = new Dictionary<string, string> { ["DOTNET_CLI_UI_LANGUAGE"] = "en", ["DOTNET_NOLOGO"] = "1" },
            Timeout = TimeSpan.FromMinutes(2),
            Heard = heard.Add,
        };
        try
        {
            var end = run.Run(cancellationToken);
            return end.ExitCode == 0 ? null : Reason([.. heard, .. end.LastWords.Split(" | ")]);
        }
        catch (Win32Exception exception)
        {
            return $"'{dotnet}' cannot be started: {exception.Message}";
        }
    }

    private static string Reason(IEnumerable<string> said) =>
        said.Select(line => line.Trim()).FirstOrDefault(line => line.StartsWith("error:", StringComparison.Ordinal))?["error:".Length..].Trim().TrimEnd('.')
        ?? "'dotnet nuget verify' did not end well";
}
