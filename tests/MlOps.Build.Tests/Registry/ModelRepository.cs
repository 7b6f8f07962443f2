using System.Diagnostics;

namespace MlOps.Build.Tests.Registry;

/// <summary>A model project in a real git repository, with a folder feed, driven by the real tool.</summary>
internal sealed class ModelRepository : IDisposable
{
    public ModelRepository(PackedKit kit)
    {
        Model = ModelFolder.Packed(kit.Feed);
        Directory.CreateDirectory(Feed);
        foreach (var (name, value) in new[] { ("GIT_COMMITTER_NAME", "Release"), ("GIT_COMMITTER_EMAIL", "release@example.org"), ("GIT_AUTHOR_NAME", "Release"), ("GIT_AUTHOR_EMAIL", "release@example.org"), ("GIT_CONFIG_NOSYSTEM", "1"), ("GIT_CONFIG_GLOBAL", "/dev/null") })
            Model.Variables[name] = value;
        At("2026-03-01T08:00:00Z");
        Model.Write(".gitignore", "bin/\nobj/\npackages/\ncache/\nmodels/\nremote.git/\n");
        Git("init", "--quiet", "--initial-branch=main");
        Commit("Begin");
    }

    public ModelFolder Model { get; }

    public string Feed => Model.At("models");

    /// <summary>Sets the clock that git and the registry go by.</summary>
    public void At(string moment) => Model.Variables["GIT_COMMITTER_DATE"] = Model.Variables["GIT_AUTHOR_DATE"] = moment;

    /// <summary>Does something under another name.</summary>
    public void As(string name, Action action)
    {
        Model.Variables["GIT_COMMITTER_NAME"] = name;
        action();
        Model.Variables["GIT_COMMITTER_NAME"] = "Release";
    }

    /// <summary>A bare repository that this one calls <c>origin</c>.</summary>
    public string AddRemote()
    {
        var remote = Model.At("remote.git");
        Git("init", "--quiet", "--bare", remote);
        Git("remote", "add", "origin", remote);
        return remote;
    }

    /// <summary>Lets a bare repository refuse every push, with a reason; gives the hook that does.</summary>
    public string Refuse(string remote, string reason)
    {
        var hook = Path.Combine(remote, "hooks", "pre-receive");
        File.WriteAllText(hook, $"#!/bin/sh\necho '{reason}' >&2\nexit 1\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(hook, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return hook;
    }

    /// <summary>Commits what is there.</summary>
    public string Commit(string subject)
    {
        Git("add", "--all");
        Git("commit", "--quiet", "--allow-empty", "-m", subject);
        return Git("rev-parse", "HEAD").Trim();
    }

    /// <summary>Another model: trained with so many rounds, committed, packed and put into the feed.</summary>
    public string Train(int rounds, string version)
    {
        Model.Write("Model/training-config.yaml", ModelFolder.Configuration.Replace("num_iterations: 5", $"num_iterations: {rounds}", StringComparison.Ordinal) + "\n");
        var commit = Commit($"Train {rounds} rounds");
        Model.Run(["pack", "Model", "-o", Feed, $"-p:MlOpsPackageVersion={version}", $"-p:MlOpsCommit={commit}"]).ShouldSucceed();
        return commit;
    }

    public BuildRun Promote(string version, params string[] more) =>
        Mlops(["promote", $"Model@{version}", "--to", "production", "--feed", "models", "--project", "Model", .. more]);

    public BuildRun Mlops(params string[] arguments) => Dotnet.Run(Model.Root, Model.Variables, ["exec", Kit.Tool, .. arguments]);

    /// <summary>What git printed; it has to succeed.</summary>
    public string Git(params string[] arguments)
    {
        var start = new ProcessStartInfo("git", arguments) { WorkingDirectory = Model.Root, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in Model.Variables)
            start.Environment[name] = value;
        using var git = Process.Start(start)!;
        var errors = git.StandardError.ReadToEndAsync();
        var output = git.StandardOutput.ReadToEnd();
        git.WaitForExit();
        git.ExitCode.ShouldBe(0, errors.Result);
        return output;
    }

    public void Dispose() => Model.Dispose();
}
