using System.Text.Json.Nodes;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Packaging;
using MlOps.Build.Engine.Packaging.Envelopes;
using MlOps.Build.Engine.Packaging.Policies;

namespace MlOps.Build.Engine.Tests.Packaging.Policies;

public sealed class PackagePolicyTests : IDisposable
{
    private readonly WholePackage _package = new();
    private readonly DiagnosticBag _diagnostics = [];

    public void Dispose() => _package.Dispose();

    [Theory]
    [InlineData("Signed", PackageRequirements.Signed)]
    [InlineData(" signed; VERDICT ;", PackageRequirements.Signed | PackageRequirements.Verdict)]
    [InlineData("Provenance,Verdict", PackageRequirements.Provenance | PackageRequirements.Verdict)]
    internal void Requirements_are_names_between_semicolons(string text, PackageRequirements expected)
    {
        PackagePolicy.Parse(text, _diagnostics).ShouldBe(expected);
        _diagnostics.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Sigend")]
    [InlineData("Signed;7")]
    [InlineData("None")]
    public void An_unknown_requirement_is_refused(string text)
    {
        PackagePolicy.Parse(text, _diagnostics).ShouldBeNull();
        _diagnostics.ShouldHaveSingleItem().Code.ShouldBe(PackagePolicyCodes.UnknownRequirement);
    }

    [Fact]
    public void A_package_without_provenance_is_refused() =>
        Check(PackageRequirements.Provenance).ShouldBe([PackagePolicyCodes.NoProvenance]);

    [Fact]
    public void A_package_with_its_own_provenance_passes_and_with_that_of_another_does_not()
    {
        _package.Label(origin: new BuildOrigin { Commit = "1d2e3f4" });
        Check(PackageRequirements.Provenance).ShouldBeEmpty();
        _package.Edit(PartNames.Provenance, statement => statement["subject"]![0]!["digest"]!["mlopsEvidence1"] = new string('0', 64));
        Check(PackageRequirements.Provenance).ShouldBe([PackagePolicyCodes.ProvenanceMismatch]);
    }

    [Theory]
    [InlineData("pass", null)]
    [InlineData("fail", PackagePolicyCodes.NoVerdict)]
    [InlineData("undecided", PackagePolicyCodes.NoVerdict)]
    public void Machine_checked_items_have_to_have_passed(string verdict, string? code)
    {
        Judge(Item("auc >= 0.5", verdict), Item(null, "undecided"));
        Check(PackageRequirements.Verdict).ShouldBe(code is null ? [] : [code]);
    }

    [Fact]
    public void A_checklist_of_sign_offs_alone_is_no_verdict()
    {
        Judge(Item(null, "pass"));
        Check(PackageRequirements.Verdict).ShouldBe([PackagePolicyCodes.NoVerdict]);
    }

    [Fact]
    public void What_held_is_remembered_by_the_bytes_of_the_package()
    {
        Judge(Item("auc >= 0.5", "pass"));
        Check(PackageRequirements.Verdict).ShouldBeEmpty();
        Directory.GetFiles(_package.Path("memory")).Length.ShouldBe(1);
        Judge(Item("auc >= 0.5", "fail"));
        Check(PackageRequirements.Verdict).ShouldBe([PackagePolicyCodes.NoVerdict]);
        Directory.GetFiles(_package.Path("memory")).Length.ShouldBe(1);
    }

    [Fact]
    public void A_package_that_no_folder_holds_is_an_error()
    {
        Policy(PackageRequirements.Verdict).Check(new RestoredModel("Tiny 1.4.2", null), TestContext.Current.CancellationToken);
        _diagnostics.ShouldHaveSingleItem().Code.ShouldBe(PackagePolicyCodes.PackageNotFound);
    }

    [Fact]
    public void Model_packages_are_those_with_a_manifest()
    {
        var folder = Directory.CreateDirectory(_package.Path("packages/tiny/1.4.2")).FullName;
        File.WriteAllText(Path.Combine(folder, "tiny.1.4.2.nupkg"), "");
        var assets = new JsonObject
        {
            ["libraries"] = new JsonObject
            {
                ["Tiny/1.4.2"] = new JsonObject { ["type"] = "package", ["path"] = "tiny/1.4.2", ["files"] = new JsonArray("lib/net10.0/Tiny.dll", "mlops/manifest.json") },
                ["Other/1.0.0"] = new JsonObject { ["type"] = "package", ["path"] = "other/1.0.0", ["files"] = new JsonArray("lib/net10.0/Other.dll") },
                ["App.Core/1.0.0"] = new JsonObject { ["type"] = "project", ["path"] = "../Core/Core.csproj" },
            },
            ["packageFolders"] = new JsonObject { [_package.Path("packages") + "/"] = new JsonObject() },
        };
        File.WriteAllText(_package.Path("project.assets.json"), assets.ToJsonString());
        RestoredModel.Find(_package.Path("project.assets.json")).ShouldHaveSingleItem().ShouldBe(new RestoredModel("Tiny 1.4.2", Path.Combine(folder, "tiny.1.4.2.nupkg")));
    }

    private List<string> Check(PackageRequirements required)
    {
        File.Delete(_package.Path("x.nupkg"));
        var before = _diagnostics.Count;
        Policy(required).Check(new RestoredModel("Tiny 1.4.2", _package.Zip()), TestContext.Current.CancellationToken);
        return [.. _diagnostics.Skip(before).Select(finding => finding.Code)];
    }

    private PackagePolicy Policy(PackageRequirements required) =>
        new(required, new NuGetSignature("dotnet", _package.Path(""), []), $"{required}", _package.Path("memory"), _diagnostics);

    private void Judge(params JsonObject[] items)
    {
        _package.Edit(PartNames.Gate, gate => gate["items"] = new JsonArray([.. items]));
        _package.Label();
    }

    private static JsonObject Item(string? expression, string verdict) => new()
    {
        ["text"] = "Better than a coin",
        ["expression"] = expression,
        ["verdict"] = verdict,
        ["applies"] = true,
        ["explanation"] = "",
        ["position"] = new JsonObject { ["file"] = "validation-checklist.md", ["line"] = 1, ["column"] = 1 },
    };
}
