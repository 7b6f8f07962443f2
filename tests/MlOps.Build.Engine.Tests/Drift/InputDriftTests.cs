using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Packaging;
using MlOps.Build.Engine.Pipelines;
using MlOps.Build.Engine.Tests.Pipelines;
using MlOps.Build.Engine.Tests.Pipelines.Champions;

namespace MlOps.Build.Engine.Tests.Drift;

/// <summary>Drift as a build measures, judges and shows it.</summary>
public sealed class InputDriftTests : IDisposable
{
    private const string Sensitive = "columns:\n- {name: width, type: int64, sensitive: true}\n- {name: height, type: int64}\n- {name: good, type: string}\n";

    private readonly TinyModel _model = new();

    public void Dispose() => _model.Dispose();

    [Fact]
    public void Without_a_champion_validation_and_test_are_held_against_train()
    {
        _model.RunTo(StageNames.Report).Succeeded.ShouldBeTrue();
        var comparisons = Drift().Comparisons;
        comparisons.Select(comparison => comparison.Name).ShouldBe(["validation", "test"]);
        foreach (var comparison in comparisons)
        {
            comparison.Columns.Select(column => column.Column).ShouldBe(["width", "height"], ignoreOrder: true);
            comparison.Columns.ShouldAllBe(column => column.Psi >= 0 && column.JensenShannon >= 0 && column.KolmogorovSmirnov >= 0 && column.PValue > 0);
            comparison.Drifting.ShouldBe(0);
        }

        File.ReadAllText(_model.File("bin/mlops/report.md")).ShouldContain("## Drift\n\nValidation rows against training rows: 0 of 2 columns drift;");
    }

    [Fact]
    public void Data_that_moved_away_from_the_champions_fail_a_gate_which_names_the_columns_section()
    {
        _model.Pack();
        Checklist("- [ ] Inputs look like the champion's `drift.share <= 30% when champion`\n- [ ] One at most `drift.columns <= 1`\n"
            + "- [ ] Nothing moved far `drift.psi <= 0.25`\n- [ ] The split is even `drift.test.share == 0 and drift.validation.psi <= 3`\n");
        Move(width => width + 60);
        _model.AgainstFeed().RunTo(StageNames.Report).Succeeded.ShouldBeTrue();
        var champion = Drift().Comparisons[^1];
        (champion.Name, champion.Compared, champion.Drifting, champion.Share).ShouldBe(("champion", 2, 1, 0.5));
        champion.Columns.Single(column => column.Drifts).Column.ShouldBe("width");
        var items = Gate().Items;
        items.Select(item => item.Verdict).ShouldBe([Verdict.Fail, Verdict.Pass, Verdict.Fail, Verdict.Pass]);
        items[0].Explanation.ShouldBe("share of columns that drift from the champion's 50% is not <= 30%");
        items[0].Section.ShouldBe("drift");
        items[1].Explanation.ShouldStartWith("columns that drift from the champion's 1");
    }

    [Fact]
    public void The_same_data_as_the_champions_do_not_drift()
    {
        _model.Pack();
        _model.AgainstFeed().RunTo(StageNames.Evaluate);
        Drift().Comparisons[^1].Columns.ShouldAllBe(column =>
            column.Psi == 0 && column.JensenShannon == 0 && column.KolmogorovSmirnov == 0 && column.PValue == 1 && !column.Drifts);
    }

    [Fact]
    public void Without_a_champion_the_gate_does_not_apply_or_is_undecided()
    {
        Checklist("- [ ] Looks alike `drift.share <= 30% when champion`\n- [ ] Must look alike `drift.share <= 30%`\n");
        _model.RunTo(StageNames.Gate);
        Gate().Items.Select(item => item.Verdict).ShouldBe([Verdict.Pass, Verdict.Undecided]);
        Gate().Items[1].Explanation.ShouldContain("there is no champion to compare with");
    }

    [Fact]
    public void A_sensitive_column_leaves_no_bins_in_the_package_and_is_not_compared_with_the_champions()
    {
        _model.Write("schema.yaml", Sensitive);
        Move(width => width + 7_654_000);
        _model.Pack();
        _model.Read(StageNames.Package, StageFiles.Profile, ContractsJson.Default.TrainingProfile)
            .Columns.Where(column => column.Bins is null).Select(column => column.Name).ShouldBe(["width"]);
        _model.AgainstFeed().RunTo(StageNames.Report).Succeeded.ShouldBeTrue();
        Drift().Comparisons[^1].Columns.Single(column => column.Column == "width").Reason.ShouldBe("sensitive: the champion's profile holds no values");
        foreach (var file in new[] { "evaluate/drift.json", "package/profile.json", "report/evidence.json", "report/report.html" })
            Regex.Matches(File.ReadAllText(_model.File("obj/mlops/" + file)), @"\b7,?654,?[0-9]{3}\b").Select(m => m.Value).ShouldBeEmpty(file);
    }

    [Fact]
    public void A_champion_with_bins_that_cannot_be_is_not_compared()
    {
        _model.Pack(change: parts => parts.Replace(_model, PartNames.Profile, ContractsJson.Default.TrainingProfile, profile => profile with
        {
            Columns = [.. profile.Columns.Select(column => column with { Bins = new ColumnBins { Edges = [3, 1], Counts = [1, -1, 5] } })],
        }));
        _model.AgainstFeed().RunTo(StageNames.Evaluate).Succeeded.ShouldBeTrue();
        var champion = Drift().Comparisons[^1];
        champion.Columns.ShouldAllBe(column => column.Reason == "the champion's profile has no bins");
        (champion.Share, champion.LargestPsi).ShouldBe((null, null));
    }

    [Fact]
    public void A_champion_that_cannot_be_read_is_a_reason()
    {
        _model.Write("champion.nupkg", "no package");
        _model.With = project => project with { ChampionPackage = _model.File("champion.nupkg") };
        _model.RunTo(StageNames.Evaluate).Succeeded.ShouldBeTrue();
        Drift().Comparisons[^1].NotCompared.ShouldBe("the champion's package holds no profile of its training rows");
    }

    // The label moves along, so that nothing but the input changes.
    private void Move(Func<int, int> move)
    {
        var text = new StringBuilder();
        foreach (var (i, line) in File.ReadLines(_model.File("data.csv")).Index())
        {
            var cells = line.Split(',');
            text.AppendLine(i == 0 ? line : string.Create(CultureInfo.InvariantCulture, $"{move(int.Parse(cells[0], CultureInfo.InvariantCulture))},{cells[1]},{cells[2]}"));
        }

        _model.Write("data.csv", text.ToString());
    }

    private void Checklist(string text) => _model.Write("validation-checklist.md", text);

    private DriftSummary Drift() => _model.Read(StageNames.Evaluate, StageFiles.Drift, ContractsJson.Default.DriftSummary);

    private GateSummary Gate() => _model.Read(StageNames.Gate, StageFiles.GateSummary, ContractsJson.Default.GateSummary);
}
