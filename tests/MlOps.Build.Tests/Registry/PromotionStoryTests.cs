using System.IO.Compression;

namespace MlOps.Build.Tests.Registry;

/// <summary>Train, promote, retrain, promote, find it bad, roll back: with real builds, real git and a folder feed.</summary>
public sealed class PromotionStoryTests(PackedKit kit) : IDisposable
{
    private readonly ModelRepository _repository = new(kit);

    public void Dispose() => _repository.Dispose();

    [Fact]
    public void Two_versions_are_promoted_the_second_is_rolled_back_and_the_registry_tells_the_truth_for_every_moment()
    {
        var first = _repository.Train(3, "1.0.0-ci.1");
        _repository.At("2026-03-09T10:12:00Z");
        _repository.Promote("1.0.0-ci.1", "--reason", "the first one").ShouldSucceed().Output.ShouldContain("Model 1.0.0: production took it, its first version");

        var second = _repository.Train(5, "1.0.1-ci.2");
        _repository.At("2026-03-14T09:00:00Z");
        _repository.Promote("1.0.1-ci.2", "--reason", "better on large ones", "--notes", "notes.md").ShouldSucceed().Output.ShouldContain("in place of 1.0.0");
        File.ReadAllText(_repository.Model.At("notes.md")).ShouldContain("| auc |");

        _repository.At("2026-03-21T16:30:00Z");
        _repository.Mlops("rollback", "--stage", "production", "--reason", "latency").ShouldSucceed().Output.ShouldContain("production returned from 1.0.1 to 1.0.0");

        Who("2026-03-01").ShouldContain("model was in no stage");
        Who("2026-03-09").ShouldContain("production  1.0.0  since 2026-03-09 10:12 UTC, by Release: \"the first one\" (evidence ");
        Who("2026-03-14T08:59").ShouldContain("production  1.0.0");
        var between = Who("2026-03-20");
        between.ShouldContain("production  1.0.1  since 2026-03-14 09:00 UTC");
        between.ShouldContain($"commit {second[..7]}, replaced 1.0.0");
        between.ShouldContain("until 2026-03-21 16:30 UTC: production rolled back to 1.0.0, by Release: \"latency\"");
        var after = Who("2026-03-22");
        after.ShouldContain("production  1.0.0  since 2026-03-21 16:30 UTC");
        after.ShouldContain($"commit {first[..7]}, replaced 1.0.1");
        _repository.Git("tag", "--list").Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .ShouldBe(["model#production#1", "model#production#2", "model#production#3", "model@v1.0.0", "model@v1.0.1"]);
        OnlyTheVersionDiffers("1.0.0-ci.1", "1.0.0");
        TheRegistryIsSound();
        ABuildTakesTheChampionFromTheStage();
    }

    [Fact]
    public void Whatever_breaks_on_the_way_leaves_nothing_and_the_next_run_does_it_all()
    {
        var remote = _repository.AddRemote();
        _repository.Model.Write("Model/promotion-policy.yaml", """
            stages:
              production:
                promote: [release, Ana]
                approve: [ana, ben]
                approvals: 1
                four_eyes: true
            """);
        _repository.Model.Write("Model/validation-checklist.md", "- [ ] Better than a coin `auc >= 0.5`\n- [ ] Quick `latency.p99 <= 10s when stage(\"production\")`\n- [ ] The owner has read the report\n");
        _repository.Train(3, "1.0.0-ci.1");
        var package = Path.Combine(_repository.Feed, "Model.1.0.0-ci.1.nupkg");

        Directory.Move(remote, remote + ".away");
        Refused("MLOPS5107", "cannot be fetched");
        Directory.Move(remote + ".away", remote);
        Directory.Move(_repository.Feed, _repository.Feed + ".away");
        Refused("MLOPS504", "models");
        Directory.Move(_repository.Feed + ".away", _repository.Feed);

        Refused("MLOPS5129", "wants 1 approvals");
        Approve(package, "Release", "--stage", "production");
        Refused("MLOPS5129", "Not counted: Release, since four eyes are asked for");
        Approve(package, "Ben", "--stage", "production");
        Refused("MLOPS5126", "\"The owner has read the report\" is undecided");
        Approve(package, "Ana", "--item", "The owner has read the report");

        var hook = _repository.Refuse(remote, "frozen until Monday");
        Refused("MLOPS5107", "frozen until Monday");
        File.Delete(hook);
        _repository.As("Mallory", () => Refused("MLOPS5128", "'Mallory' may not promote to 'production'"));

        var done = _repository.Promote("1.0.0-ci.1").ShouldSucceed().Output;
        done.ShouldContain("signed off by Ana");
        done.ShouldContain("Quick: latency of one row");
        _repository.Git("ls-remote", "--tags", "--refs", "origin").Trim().Split('\n').Length.ShouldBe(2);
        _repository.Mlops("registry", "who").ShouldSucceed().Output.ShouldContain("approved by Ben");
        _repository.Promote("1.0.0-ci.1").ShouldSucceed().Output.ShouldContain("production holds Model 1.0.0 already");
    }

    // Nothing new in the feed, no tag here or there, no folder left behind.
    private void Refused(string code, string message)
    {
        var run = _repository.Promote("1.0.0-ci.1");
        run.ExitCode.ShouldBe(1, run.Output);
        run.Output.ShouldContain(code);
        run.Output.ShouldContain(message);
        _repository.Git("tag", "--list").ShouldBeEmpty();
        if (Directory.Exists(_repository.Feed))
            Directory.EnumerateFiles(_repository.Feed, "*.nupkg").ShouldHaveSingleItem();
        Directory.EnumerateDirectories(Path.Combine(_repository.Model.Folder, "obj"), "mlops-promotion-*").ShouldBeEmpty();
    }

    private void Approve(string package, string actor, params string[] what) =>
        _repository.As(actor, () => _repository.Mlops(["approve", package, .. what]).ShouldSucceed());

    private void TheRegistryIsSound()
    {
        _repository.Mlops("registry", "list").ShouldSucceed().Output.ShouldContain("production 1.0.0");
        _repository.Mlops("registry", "history").ShouldSucceed().Lines[0].ShouldBe("2026-03-21 16:30 UTC  production rolled back to 1.0.0, by Release: \"latency\"");
        _repository.Mlops("registry", "show", "model@1.0.1").ShouldSucceed().Output.ShouldContain("production 2026-03-14 to 2026-03-21");
        _repository.Mlops("registry", "diff", "model@1.0.0", "model@1.0.1", "--feed", "models").ShouldSucceed().Output.ShouldContain("num_iterations");
        _repository.Mlops("registry", "verify", "--feed", "models").ShouldSucceed().Output.ShouldContain("ok    model: 2 versions, 1 stages");
        File.Move(Path.Combine(_repository.Feed, "Model.1.0.1.nupkg"), _repository.Model.At("away.nupkg"));
        _repository.Mlops("registry", "verify", "--feed", "models").Output.ShouldContain("does not have Model 1.0.1");
        File.Move(_repository.Model.At("away.nupkg"), Path.Combine(_repository.Feed, "Model.1.0.1.nupkg"));
    }

    // 1.0.1 is the newest stable version in the feed; the stage holds 1.0.0.
    private void ABuildTakesTheChampionFromTheStage()
    {
        _repository.Model.Build("--no-restore", $"-p:MlOpsFeed={_repository.Feed}").ShouldSucceed();
        File.ReadAllText(Path.Combine(_repository.Model.State, "evaluate", "evaluation.json")).ShouldContain("\"champion 1.0.0\"");
        _repository.At("2026-03-22T09:00:00Z");
        _repository.Model.Run(["build", "Model", "--no-restore", "-t:MlOpsRollback", "-p:MlOpsStage=production", "-p:MlOpsRollbackTo=1.0.1", "-p:MlOpsReason=it was the network"])
            .ShouldSucceed().Output.ShouldContain("production returned from 1.0.0 to model 1.0.1, recorded as model#production#4");
    }

    private string Who(string moment) => _repository.Mlops("registry", "who", "model", "--at", moment).ShouldSucceed().Output;

    private void OnlyTheVersionDiffers(string before, string after)
    {
        using var first = ZipFile.OpenRead(Path.Combine(_repository.Feed, $"Model.{before}.nupkg"));
        using var second = ZipFile.OpenRead(Path.Combine(_repository.Feed, $"Model.{after}.nupkg"));
        second.Entries.Select(entry => entry.FullName).ShouldBe(first.Entries.Select(entry => entry.FullName));
        foreach (var entry in first.Entries)
        {
            var (old, renewed) = (Bytes(entry), Bytes(second.GetEntry(entry.FullName)!));
            if (entry.FullName == "mlops/manifest.json")
                continue; // Holds the hash of the bill of materials; 'mlops verify' holds it against that.
            System.Text.Encoding.Latin1.GetString(renewed).ShouldBe(System.Text.Encoding.Latin1.GetString(old).Replace(before, after, StringComparison.Ordinal), entry.FullName);
        }

        _repository.Mlops("verify", Path.Combine(_repository.Feed, $"Model.{after}.nupkg")).ShouldSucceed();
    }

    private static byte[] Bytes(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
