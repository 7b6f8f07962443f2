using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data;
using MlOps.Build.Engine.Data.Batches;
using MlOps.Build.Engine.Data.Profiles;
using MlOps.Build.Engine.Numerics;
using MlOps.Build.Engine.Tests.Packaging;

namespace MlOps.Build.Engine.Tests.Data.Profiles;

/// <summary>Profiles that others wrote, or that were damaged.</summary>
public sealed class ProfileFileTests
{
    [Fact]
    public void A_damaged_profile_is_an_error_and_never_a_crash()
    {
        using var folder = new TempFolder();
        var text = ProfileFile.Write(Of("penguins.csv"));
        var random = new SeededRandom(3);
        for (var round = 0; round < 300; round++)
        {
            var bytes = System.Text.Encoding.UTF8.GetBytes(text);
            for (var change = 0; change < 3; change++)
                bytes[random.Next(bytes.Length)] = (byte)(32 + random.Next(95));
            File.WriteAllBytes(folder["p.json"], round % 3 == 0 ? bytes[..random.Next(bytes.Length)] : bytes);
            var diagnostics = new DiagnosticBag();
            if (ProfileFile.Read(new DataSource(folder["p.json"], "p.json"), diagnostics) is { } profile)
                ProfileFile.Merge([(profile, "p.json"), (profile, "p.json")], diagnostics);
            diagnostics.ShouldAllBe(diagnostic => diagnostic.Code == DriftCodes.ProfileUnreadable || diagnostic.Code == DriftCodes.ProfilesDiffer);
        }
    }

    [Fact]
    public void Profiles_of_different_columns_are_not_merged()
    {
        var diagnostics = new DiagnosticBag();
        ProfileFile.Merge([(Of("penguins.csv"), "a.json"), (Of("diamonds-2000.csv"), "b.json")], diagnostics).ShouldBeNull();
        Tables.Lines(diagnostics).ShouldHaveSingleItem().ShouldStartWith("b.json: error MLOPS1136: cannot be merged with 'a.json': it has ");
    }

    [Fact]
    public void A_newer_format_is_refused()
    {
        using var folder = new TempFolder();
        File.WriteAllText(folder["p.json"], ProfileFile.Write(Of("penguins.csv") with { Format = 2 }));
        var diagnostics = new DiagnosticBag();
        ProfileFile.Read(new DataSource(folder["p.json"], "p.json"), diagnostics).ShouldBeNull();
        Tables.Lines(diagnostics).ShouldHaveSingleItem().ShouldContain("has the format 2; this kit knows 1");
    }

    private static DataProfile Of(string file) =>
        ProfileAccumulator.Profile(new TableBatches(RealFiles.Read(file)), new HashSet<string>(), [], TestContext.Current.CancellationToken).ShouldNotBeNull();
}
