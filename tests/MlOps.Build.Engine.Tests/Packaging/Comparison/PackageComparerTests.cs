using MlOps.Build.Contracts;
using MlOps.Build.Engine.Packaging;
using MlOps.Build.Engine.Packaging.Archives;
using MlOps.Build.Engine.Packaging.Comparison;

namespace MlOps.Build.Engine.Tests.Packaging.Comparison;

public sealed class PackageComparerTests : IDisposable
{
    private readonly WholePackage _before = new();
    private readonly WholePackage _after = new();

    public void Dispose()
    {
        _before.Dispose();
        _after.Dispose();
    }

    [Fact]
    public void Another_label_on_the_same_evidence_is_no_difference()
    {
        _after.Label("1.5.0");

        var difference = Compare();
        difference.SameEvidence.ShouldBeTrue();
        difference.TestRows.AreSame.ShouldBe(true);
        difference.IsEmpty.ShouldBeTrue();
        difference.Signature.ShouldBeNull();
    }

    [Fact]
    public void A_part_that_cannot_be_read_on_one_side_is_no_agreement()
    {
        _after.Files[PartNames.Signature] = "[]"u8.ToArray();
        _after.Label();
        Compare().Changes.ShouldContain(change => change.Level == ChangeLevel.Breaking && change.Text.StartsWith(PartNames.Signature));
    }

    [Fact]
    public void Every_area_names_what_changed()
    {
        _after.Edit(PartNames.Training, node => node["model"]!["hyperparameters"]!["learning_rate"] = 0.25);
        _after.Edit(PartNames.Training, node => node["seed"] = 7);
        _after.Edit(PartNames.Features, node => node["columns"]!.AsArray().RemoveAt(0));
        _after.Edit(PartNames.Data, node =>
        {
            node["files"]![0]!["sha256"] = new string('0', 64);
            node["rows"] = 121;
        });
        _after.Edit(PartNames.Profile, node => node["columns"]![0]!["mean"] = 1.5);
        _after.Edit(PartNames.Gate, node => node["items"]![0]!["verdict"] = "fail");
        _after.Label(dataLicense: "CC0-1.0");

        var texts = Compare().Changes.Select(change => $"{change.Area}: {change.Text}").ToList();
        texts.ShouldContain(text => text.StartsWith("parameters: learning_rate: ") && text.EndsWith(" -> 0.25"));
        texts.ShouldContain(text => text.StartsWith("parameters: seed: ") && text.EndsWith(" -> 7"));
        texts.ShouldContain(text => text.StartsWith("features: ") && text.EndsWith(": removed"));
        texts.ShouldContain(text => text.StartsWith("data: file data.csv: ") && text.EndsWith(", 00000000…"));
        texts.ShouldContain("data: rows: 120 -> 121");
        texts.ShouldContain(text => text.StartsWith("data: training rows, width: mean ") && text.EndsWith(" -> 1.5"));
        texts.ShouldContain(text => text.StartsWith("checklist: ") && text.EndsWith(" fail"));
        texts.ShouldContain("licence: data: CC-BY-4.0 -> CC0-1.0");
    }

    [Fact]
    public void Metrics_on_other_test_rows_are_said_to_be_so()
    {
        _after.Edit(PartNames.Evaluation, node => node["metrics"]![0]!["value"] = 0.5);
        _after.Edit(PartNames.Split, node =>
        {
            node["testFingerprint"] = new string('0', 64);
            node["parts"]![2]!["rows"] = 30;
        }).Label();

        var difference = Compare();
        difference.TestRows.AreSame.ShouldBe(false);
        difference.TestRows.Before.ShouldNotBeNull().ShouldNotBe(30);
        difference.TestRows.After.ShouldBe(30);
        var metric = difference.Metrics[0];
        metric.After.ShouldBe(0.5);
        metric.Difference.ShouldBe(0.5 - metric.Before);
    }

    [Fact]
    public void Test_rows_are_the_same_by_their_fingerprint_whatever_else_changed()
    {
        ChangeLineage();
        Compare().TestRows.AreSame.ShouldBe(true);
    }

    [Theory]
    [InlineData(false, true)]
    [InlineData(true, false)]
    public void Packages_without_a_fingerprint_are_compared_by_what_they_were_made_from(bool otherData, bool same)
    {
        foreach (var package in new[] { _before, _after })
            package.Edit(PartNames.Split, node => node.AsObject().Remove("testFingerprint")).Label();
        if (otherData)
            ChangeLineage();
        Compare().TestRows.AreSame.ShouldBe(same);
    }

    private void ChangeLineage() => _after.Edit(PartNames.Lineage, node =>
    {
        node["stages"]!["split"] = new string('0', 64);
        node["data"]![0]!["sha256"] = new string('0', 64);
    }).Label();

    private PackageDifference Compare() => PackageComparer.Compare(Open(_before), Open(_after));

    private static ModelPackage Open(WholePackage package)
    {
        var diagnostics = new DiagnosticBag();
        var opened = ModelPackageReader.Open(package.Zip(), diagnostics);
        diagnostics.ShouldBeEmpty();
        return opened.ShouldNotBeNull();
    }
}
