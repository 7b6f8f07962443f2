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
