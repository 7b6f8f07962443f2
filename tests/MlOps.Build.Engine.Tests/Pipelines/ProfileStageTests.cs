using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data;
using MlOps.Build.Engine.Data.Profiles;
using MlOps.Build.Engine.Pipelines;

namespace MlOps.Build.Engine.Tests.Pipelines;

/// <summary>What the profile stage leaves for evidence, package and people.</summary>
public sealed class ProfileStageTests : IDisposable
{
    private readonly TinyModel _model = new();

    public void Dispose() => _model.Dispose();

    [Fact]
    public void The_profile_can_be_merged_and_evidence_has_every_column()
    {
        _model.RunTo(StageNames.Profile).Headline.ShouldBe("3 columns; no field is missing");

        var file = _model.File("obj/mlops/profile/profile.json");
        var profile = ProfileFile.Read(new DataSource(file, "profile.json"), []).ShouldNotBeNull();
        profile.Rows.ShouldBe(120);
        ProfileFile.Merge([(profile, "a"), (profile, "b")], [])!.Rows.ShouldBe(240);
        var summary = _model.Json("profile/data.json", ContractsJson.Default.DataSummary);
        summary.Columns.Select(column => column.Name).ShouldBe(["width", "height", "good"]);
        // 37 generates all residues of 101, and 120 rows run through them.
        summary.Columns[0].Distinct.ShouldBe(101);
        summary.Files.ShouldHaveSingleItem().Sha256.ShouldBe(_model.Json("data/data.json", ContractsJson.Default.DataSummary).Files[0].Sha256);
    }

    [Fact]
    public void Neither_configuration_nor_wording_of_the_contract_profiles_again()
    {
        _model.Write("schema.yaml", "columns:\n  - name: width\n    type: int64\n  - name: height\n    type: int64\n  - name: good\n    type: string\n");
        _model.RunTo(StageNames.Profile).State.ShouldBe(StageState.Ran);
        _model.Write("training-config.yaml", TinyModel.Configuration + "seed: 7\n");
        _model.Write("schema.yaml", "# ours\n" + File.ReadAllText(_model.File("schema.yaml")));

        _model.RunTo(StageNames.Profile).State.ShouldBe(StageState.UpToDate);
    }

    [Fact]
    public void Of_a_sensitive_column_no_value_is_in_any_file()
    {
        _model.Write("data.csv", File.ReadAllText(_model.File("data.csv")).Replace(",yes\n", ",Qw8zTop\n", StringComparison.Ordinal) + ",17,Qw8zTop\n");
        _model.Write(
            "schema.yaml",
            "columns:\n  - name: width\n    type: int64\n  - name: height\n    type: int64\n  - name: good\n    type: string\n    sensitive: true\n");

        _model.RunTo(StageNames.Profile).Headline.ShouldBe("3 columns; 0.3 % of the fields missing, most in 'width' (0.8 %)");
        foreach (var left in Directory.EnumerateFiles(_model.File("obj/mlops/profile")))
            File.ReadAllText(left).ShouldNotContain("Qw8zTop");
    }
}
