using System.Diagnostics;

namespace MlOps.Build.Tests;

/// <summary>A machine that does not do as it should: full disks, read-only folders.</summary>
public sealed class EnvironmentTests : IDisposable
{
    private readonly ModelFolder _model = new();
    private string? _mounted;

    public void Dispose()
    {
        if (_mounted is not null)
            Execute("umount", _mounted);
        _model.Dispose();
    }

    [Fact]
    public void A_full_disk_is_an_error_with_its_way_out_and_leaves_nothing_half_written()
    {
        _model.Run(["restore", "Model"]).ShouldSucceed();
        Mount("size=48k");
        var run = _model.Build("--no-restore", $"-p:MlOpsStateFolder={_mounted}/");
        run.Succeeded.ShouldBeFalse();
        run.Output.ShouldContain("error MLOPS0201: cannot write the outputs of stage ");
        run.Output.ShouldContain("no space is left there. Free some, shrink the cache with 'mlops cache prune', or move the folder.");
        Directory.GetDirectories(_mounted!, ".unfinished-*").ShouldBeEmpty();
        foreach (var stage in Directory.GetDirectories(_mounted!))
            File.Exists(Path.Combine(stage, "receipt.json")).ShouldBeTrue(stage);
        _model.Build("--no-restore").ShouldSucceed();
    }

    [Fact]
    public void A_cache_on_a_full_disk_is_a_warning()
    {
        _model.Run(["restore", "Model"]).ShouldSucceed();
        Mount("size=16k");
        _model.Variables["MLOPS_CACHE"] = _mounted!;
        var run = _model.Build("--no-restore").ShouldSucceed();
        run.Output.ShouldContain($"warning MLOPS0203: the cache '{_mounted}' cannot be written: its disk is full.");
        run.Output.ShouldContain("1 Warning(s)");
        _model.Variables["MLOPS_CACHE"] = "off";
    }

    [Fact]
    public void A_read_only_output_folder_is_an_error_with_its_way_out()
    {
        _model.Run(["restore", "Model"]).ShouldSucceed();
        Mount("size=1m");
        Execute("mount", "-o", "remount,ro", _mounted!).ShouldBe(0);
        var run = _model.Build("--no-restore", $"-p:MlOpsOutputFolder={_mounted}/mlops/");
        run.Succeeded.ShouldBeFalse();
        run.Output.ShouldContain($"error MLOPS0202: cannot write the report to '{_mounted}/mlops/': it is read-only. Change its permissions");
        run.Ran.ShouldBe(["data", "profile", "split", "features", "train", "evaluate", "gate", "package"]);
    }

    [Fact]
    public void A_read_only_state_folder_is_an_error_with_its_way_out()
    {
        _model.Run(["restore", "Model"]).ShouldSucceed();
        Mount("size=1m");
        Execute("mount", "-o", "remount,ro", _mounted!).ShouldBe(0);
        var run = _model.Build("--no-restore", $"-p:MlOpsStateFolder={_mounted}/");
        run.Succeeded.ShouldBeFalse();
        run.Output.ShouldContain($"error MLOPS0202: cannot write the outputs of the stages to '{_mounted}/': it is read-only.");
    }

    /// <summary>A small file system of the test's own; only root on Linux may have one.</summary>
    private void Mount(string options)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess, "mounting a small file system needs root on Linux");
        var folder = Directory.CreateDirectory(_model.At("small")).FullName;
        Assert.SkipUnless(Execute("mount", "-t", "tmpfs", "-o", options, "tmpfs", folder) == 0, "mounting is not allowed here");
        _mounted = folder;
    }

    private static int Execute(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode;
    }
}
