using MlOps.Build.Contracts;
using MlOps.Build.Engine.Tests.Pipelines;
using MlOps.Build.Engine.Tuning;

namespace MlOps.Build.Engine.Tests.Tuning;

/// <summary>A search that was killed goes on where it was, wherever its file ends.</summary>
public sealed class TrialFileTests
{
    [Fact]
    public void A_search_cut_at_any_byte_ends_as_if_nothing_had_been_and_repeats_nothing_that_was_written()
    {
        using var folder = new TemporaryFolder();
        var whole = Searches.Lines(Searches.Run(Searches.Parzen(13), Value, folder.File("whole")));
        var bytes = File.ReadAllBytes(folder.File("whole"));
        var path = folder.File("cut");
        for (var length = 0; length <= bytes.Length; length++)
        {
            File.WriteAllBytes(path, bytes[..length]);
            var judged = new List<int>();
            var again = Searches.Run(Searches.Parzen(13), trial => Counted(trial, judged), path);
            Searches.Lines(again).ShouldBe(whole, $"cut after {length} bytes");
            judged.Count.ShouldBe(13 - Math.Max(0, bytes[..length].Count(value => value == '\n') - 1), $"cut after {length} bytes");
            File.ReadAllBytes(path).ShouldBe(bytes, $"cut after {length} bytes");
        }
    }

    [Fact]
    public void Another_key_begins_anew()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("trials");
        using (var file = TrialFile.Open(path, "one"))
            file.Append(new TuningTrial { Number = 1, Settings = new Dictionary<string, double> { ["a"] = 1.5 }, Value = 2 }, 3);
        using (var file = TrialFile.Open(path, "one"))
        {
            file.Known[1].Settings["a"].ShouldBe(1.5);
            file.SecondsUsed.ShouldBe(3);
        }

        using (var file = TrialFile.Open(path, "two"))
            file.Known.ShouldBeEmpty();
        using (var file = TrialFile.Open(path, "one"))
            file.Known.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("\0\0\0\0\0\0\0\0\n")]
    [InlineData("{}\n")]
    [InlineData("[1]\n")]
    [InlineData("null\n")]
    [InlineData("{\"trial\":{\"number\":4}}\n")]
    [InlineData("{\"trial\":{\"number\":\"x\",\"settings\":{}}}\n")]
    public void What_no_search_writes_is_cut_off(string tail)
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("trials");
        Searches.Run(Searches.Parzen(3), Value, path);
        var bytes = File.ReadAllBytes(path);
        File.AppendAllText(path, tail);
        using (var file = TrialFile.Open(path, "key"))
            file.Known.Count.ShouldBe(3);
        File.ReadAllBytes(path).ShouldBe(bytes);
    }

    private static TuningTrial Value(TuningTrial trial) => trial with { Value = Searches.Branin(trial.Settings) };

    private static TuningTrial Counted(TuningTrial trial, List<int> judged)
    {
        judged.Add(trial.Number);
        return Value(trial);
    }
}
