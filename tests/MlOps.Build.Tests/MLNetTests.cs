namespace MlOps.Build.Tests;

/// <summary>The plug-in on Microsoft.ML, which stands outside the solution: skipped where Microsoft.ML cannot be restored.</summary>
public sealed class MLNetTests : IDisposable
{
    private const string Tests = "tests/MlOps.Build.MLNet.Tests";

    private readonly ModelFolder _model = new();

    public void Dispose() => _model.Dispose();

    [Fact]
    public void Its_own_tests_pass_on_Microsoft_ML()
    {
        RestoreOrSkip();
        string[] how = ["--no-restore", "-c", Kit.Configuration, "-nologo", "-p:BuildInParallel=false"];
        var run = Dotnet.Run(Kit.RepositoryRoot, Installed(), ["test", Path.Combine(Kit.RepositoryRoot, Tests), .. how]);
        run.ShouldSucceed();
        run.Output.ShouldContain("Passed!");
    }

    [Fact]
    public void A_trainer_made_from_the_template_builds_with_the_packed_plug_in()
    {
        RestoreOrSkip();
        var feed = _model.At("feed");
        foreach (var project in new[] { "src/MlOps.Build.Contracts", "src/MlOps.Build.Inference", "src/MlOps.Build.MLNet" })
            Run("pack", Path.Combine(Kit.RepositoryRoot, project), "-c", Kit.Configuration, "-o", feed, "-nologo", "-p:PackageReadmeFile=", "-p:BuildProjectReferences=false");
        Run("new", "install", Path.Combine(Kit.RepositoryRoot, "templates", "mlops-mlnet"), "--debug:custom-hive", _model.At("hive"));
        Run("new", "mlops-mlnet", "-n", "Own.Chain", "--debug:custom-hive", _model.At("hive"));
        // The kit from the feed, Microsoft.ML from where this machine gets its packages; neither from what is installed already.
        File.Delete(_model.At("nuget.config"));
        _model.Write("Directory.Build.targets", "<Project />");
        _model.Variables["NUGET_PACKAGES"] = _model.At("packages");

        _model.Run(["build", "Own.Chain", $"-p:RestoreAdditionalProjectSources={feed}"]).ShouldSucceed();

        var output = _model.At("Own.Chain/bin/Debug/net10.0");
        File.Exists(Path.Combine(output, "Own.Chain.deps.json")).ShouldBeTrue();
        File.Exists(Path.Combine(output, "MlOps.Build.MLNet.dll")).ShouldBeTrue();
        Directory.GetFiles(output, "*lib_lightgbm.*", SearchOption.AllDirectories).ShouldNotBeEmpty();
        var packed = Path.Combine(_model.At("packages"), "mlops.build.mlnet", PackedKit.Version);
        File.Exists(Path.Combine(packed, "trainer", "MlOps.Build.MLNet.deps.json")).ShouldBeTrue();
        File.ReadAllText(Path.Combine(packed, "build", "MlOps.Build.MLNet.props")).ShouldContain("MlOpsTrainer");
    }

    private static Dictionary<string, string> Installed() =>
        Environment.GetEnvironmentVariable("MLOPS_ONNXRUNTIME") is { } folder ? new() { ["MLOPS_ONNXRUNTIME"] = folder } : [];

    private static void RestoreOrSkip()
    {
        var restore = Dotnet.Run(Kit.RepositoryRoot, new Dictionary<string, string>(), ["restore", Path.Combine(Kit.RepositoryRoot, Tests), "-v", "q"]);
        Assert.SkipUnless(restore.ExitCode == 0, $"Microsoft.ML cannot be restored here: {Lacking(restore.Output)}");
    }

    // Which package it is, and nothing of where it was looked for.
    private static string Lacking(string output) =>
        string.Join(' ', output.Split(' ', '\n').Where(word => word.StartsWith("Microsoft.ML", StringComparison.Ordinal) || word.StartsWith("NU", StringComparison.Ordinal)).Distinct());

    private void Run(params IReadOnlyList<string> arguments) => Dotnet.Run(_model.Root, _model.Variables, arguments).ShouldSucceed();
}
