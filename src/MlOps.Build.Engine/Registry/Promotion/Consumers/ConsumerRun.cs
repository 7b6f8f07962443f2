using System.Runtime.InteropServices;
using System.Text.Json;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Checks;
using MlOps.Build.Engine.Data;
using MlOps.Build.Engine.Packaging.Archives;
using MlOps.Build.Engine.Pipelines;

namespace MlOps.Build.Engine.Registry.Promotion.Consumers;

/// <summary>Builds an application on a package as its users would, and runs it in a process of its own.</summary>
internal sealed class ConsumerRun(ModelPackage package, string folder, IReadOnlyList<string> sources)
{
    private static readonly TimeSpan LongestBuild = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan LongestRun = TimeSpan.FromMinutes(30);

    /// <summary>What came out; null, with an error, when the package does not restore, compile or run.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public ConsumerResult? Run(Table table, int[] rows, ModelSignature signature, DiagnosticBag diagnostics, CancellationToken cancellationToken)
    {
        if (PredictorType.Find(package) is not { } predictor)
            return Fail("it holds no generated predictor. Pack it with MlOpsGeneratePredictor=true", diagnostics);
        ConsumerFiles.Write(folder, package.Manifest.Name, package.Manifest.Version!, predictor, sources);
        WriteRows(table, rows, signature);
        var build = ChildProcess.Run(
            ChildProcess.DotnetHost,
            ["build", "-c", "Release", "-nologo", "-v:q", "-nodeReuse:false", "-tl:off", $"-flp:errorsonly;logfile={At(ConsumerFiles.Errors)}"],
            folder, null, LongestBuild, cancellationToken, Environment());
        if (build.Failure is { } broken)
            return Fail($"an application on it does not build: {FirstError() ?? broken}", diagnostics);
        if (!IsCandidate())
            return Fail("NuGet restored another package of that id and version: a source of nuget.config has one, too", diagnostics);
        var program = Path.Combine(folder, "bin", "Release", "net10.0", ConsumerFiles.Assembly + ".dll");
        var run = ChildProcess.Run(
            ChildProcess.DotnetHost,
            ["exec", program, At(ConsumerFiles.Rows), At(ConsumerFiles.Scores), At(ConsumerFiles.Result)],
            folder, null, LongestRun, cancellationToken);
        return run.Failure is { } failure ? Fail($"an application on it does not run: {failure}", diagnostics) : Read();
    }

    private bool IsCandidate()
    {
        var (id, version) = (package.Manifest.Name.ToLowerInvariant(), package.Manifest.Version!.ToLowerInvariant());
        var restored = Path.Combine(folder, "packages", id, version, $"{id}.{version}.nupkg");
        return File.Exists(restored) && ContentHash.OfFile(restored) == ContentHash.OfFile(package.Name);
    }

    private string At(string file) => Path.Combine(folder, file);

    // What the calling build was told about itself is not this build's business.
    private static Dictionary<string, string> Environment() => new() { ["MSBUILDDISABLENODEREUSE"] = "1", ["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0" };

    private void WriteRows(Table table, int[] rows, ModelSignature signature)
    {
        var columns = signature.Inputs.Select(input => table.Find(input.Name)).ToList();
        WholeFile.Write(At(ConsumerFiles.Rows), writer =>
        {
            foreach (var row in rows)
            {
                string?[] values = [.. columns.Select(column => column?.Text(row))];
                writer.Write(JsonSerializer.Serialize(values, ConsumerJson.Default.StringArray) + "\n");
            }
        });
    }

    private ConsumerResult Read() => new(
        MemoryMarshal.Cast<byte, float>(File.ReadAllBytes(At(ConsumerFiles.Scores))).ToArray(),
        JsonSerializer.Deserialize(File.ReadAllBytes(At(ConsumerFiles.Result)), ConsumerJson.Default.ConsumerMeasures)!);

    private string? FirstError()
    {
        try
        {
            var line = File.ReadLines(At(ConsumerFiles.Errors)).FirstOrDefault(line => line.Contains("error", StringComparison.Ordinal));
            return line is null ? null : ArchiveText.OneLine(line.Replace(folder, "", StringComparison.Ordinal));
        }
        catch (IOException)
        {
            return null;
        }
    }

    private ConsumerResult? Fail(string reason, DiagnosticBag diagnostics)
    {
        diagnostics.Error(RegistryCodes.ConsumerFailed, $"{package.Manifest.Name} {package.Manifest.Version} cannot be promoted: {reason.TrimEnd('.')}. Build it again when that is mended.");
        return null;
    }
}
