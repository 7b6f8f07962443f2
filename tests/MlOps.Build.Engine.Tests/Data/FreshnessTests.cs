using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Expectations.Exchange;
using MlOps.Build.Engine.Data.Schemas;
using MlOps.Build.Engine.Data.Schemas.Evolution;
using MlOps.Build.Engine.Pipelines;
using MlOps.Build.Engine.Tests.Pipelines;

namespace MlOps.Build.Engine.Tests.Data;

/// <summary><c>fresh</c>: the newest value within a period of an instant.</summary>
public sealed class FreshnessTests : IDisposable
{
    private const string Dates = "day,n\n2026-01-10,1\n2026-01-24,2\n,3\n2026-01-17,4\n";
    private readonly TinyModel _model = new();

    public FreshnessTests() => File.Delete(_model.File("training-config.yaml"));

    public void Dispose() => _model.Dispose();

    [Theory]
    [InlineData("{within: 7d, of: 2026-01-31}", null)]
    [InlineData("{within: 1w, of: 2026-01-31}", null)]
    [InlineData("{within: 6d, of: 2026-01-31}", "data.csv: error MLOPS1114: the newest 'day' is 2026-01-24, 7 days before; schema.yaml(1,35) wants one within 6d of 2026-01-31. Fetch newer data, or widen 'within'.")]
    [InlineData("{within: 12h, of: 2026-01-24T11:00Z}", null)]
    [InlineData("{within: 90min, of: 2026-01-24T03:30+01:00}", "data.csv: error MLOPS1114: the newest 'day' is 2026-01-24, 2.5 hours before; schema.yaml(1,35) wants one within 90min of 2026-01-24T03:30+01:00.")]
    [InlineData("{within: 7d, of: 2025-01-01}", null)]
    public void The_newest_date_is_held_to_the_contracts_instant(string rule, string? message)
    {
        Write(rule);
        if (message is null)
            Messages().ShouldBeEmpty();
        else
            Messages().ShouldHaveSingleItem().ShouldStartWith(message);
    }

    [Fact]
    public void A_timestamp_is_one_point_in_time_whatever_its_offset()
    {
        _model.Write("data.csv", "at,n\n2026-01-31T01:00:00+02:00,1\n2026-01-30T22:00:00Z,2\n");
        _model.Write("schema.yaml", "columns: [{name: at, type: timestamp, fresh: {within: 1h, of: 2026-01-31}}, {name: n, type: int64}]");
        Messages().ShouldBeEmpty();
        Messages(new() { Instant = "2026-01-31T00:30Z" }).ShouldHaveSingleItem().ShouldContain("the newest 'at' is 2026-01-30T23:00:00+00:00, 1.5 hours before");
    }

    [Fact]
    public void What_is_given_outside_goes_before_the_contracts_instant()
    {
        Write("{within: 7d, of: 2026-01-31}");
        Messages(new() { Instant = "2026-02-01" }).ShouldHaveSingleItem().ShouldContain("8 days before; schema.yaml(1,35) wants one within 7d of 2026-02-01");
        _model.With = project => project with { ReferenceDate = "2026-02-02" };
        Messages().ShouldHaveSingleItem().ShouldContain("of 2026-02-02");
        Messages(new() { Instant = "2026-01-25" }).ShouldBeEmpty();
    }

    [Fact]
    public void Without_an_instant_it_is_undecided_and_the_clock_is_not_asked()
    {
        Write("{within: 7d}");
        Messages().ShouldBe(["schema.yaml(1,35): warning MLOPS1115: undecided: how fresh 'day' is, because no instant is given. Give one: 'of' in the contract, mlops validate --as-of, or MlOpsReferenceDate."]);
        Check(new(), []).Result.Quality!.Timeliness.ShouldBeNull();
        Messages(new() { Instant = "2026-01-25" }).ShouldBeEmpty();
        _model.With = project => project with { ReferenceDate = "yesterday" };
        Messages().ShouldHaveSingleItem().ShouldContain("because 'yesterday' is no date or timestamp.");
    }

    [Fact]
    public void A_column_without_values_is_not_fresh()
    {
        Write("{within: 7d, of: 2026-01-31}");
        _model.Write("data.csv", "day,n\n,1\nsoon,2\n");
        Messages().ShouldContain(message => message.Contains("MLOPS1114: 'day' has no value;", StringComparison.Ordinal));
    }

    [Fact]
    public void The_newest_value_of_a_sensitive_column_is_not_shown()
    {
        Write("{within: 1d, of: 2026-01-31}, sensitive: true, severity: warning");
        var message = Messages().ShouldHaveSingleItem();
        message.ShouldStartWith("data.csv: warning MLOPS1114: the newest 'day' is too old;");
        message.ShouldNotContain("2026-01-24");
        message.ShouldNotContain("7 days");
    }

    // max(0, 1 - currency / volatility): Ballou et al., Management Science 44 (1998), equation 2 with s = 1.
    [Theory]
    [InlineData("14d", 0.5)]
    [InlineData("28d", 0.75)]
    [InlineData("7d", 0)]
    [InlineData("1d", 0)]
    public void Timeliness_falls_with_the_age(string within, double expected)
    {
        Write($"{{within: {within}, of: 2026-01-31}}");
        var quality = Check(new(), []).Result.Quality.ShouldNotBeNull();
        quality.Timeliness.ShouldNotBeNull().ShouldBe(expected, 1e-12);
        quality.Score.ShouldBe((quality.Completeness + quality.Validity!.Value + expected) / 3, 1e-12);
    }

    [Theory]
    [InlineData("type: date, fresh: {within: -7d}", "'within' is '-7d'; expected a period above 0 such as 30min, 12h, 7d or 2w.")]
    [InlineData("type: date, fresh: {within: 0d}", "'within' is '0d'; expected a period above 0")]
    [InlineData("type: date, fresh: {within: 7}", "'within' is '7'; expected a period above 0")]
    [InlineData("type: date, fresh: {within: 7 months}", "'within' is '7 months'; expected")]
    [InlineData("type: date, fresh: {within: ٣d}", "expected a period above 0")]
    [InlineData("type: date, fresh: {within: 999999999w}", "expected a period above 0")]
    [InlineData("type: date, fresh: {of: 2026-01-31}", "within' is missing")]
    [InlineData("type: date, fresh: {within: 7d, of: today}", "'of' is 'today'; expected a date or a timestamp, such as 2026-01-31")]
    [InlineData("type: date, fresh: {within: 7d, at: 2026-01-31}", "unknown key 'at'")]
    [InlineData("type: int64, fresh: {within: 7d}", "MLOPS1024: 'fresh' is a rule for dates and timestamps, but 'a' is int64. Remove it.")]
    public void Rules_that_cannot_be_are_refused(string column, string message)
    {
        var diagnostics = new DiagnosticBag();
        SchemaFile.Parse("schema.yaml", $"columns: [{{name: a, {column}}}]", diagnostics).ShouldBeNull();
        string.Join('\n', diagnostics).ShouldContain(message);
    }

    [Theory]
    [InlineData("{within: 7d}", "{within: 8d}", "looser   'a' fresh {within: 7d} -> {within: 8d}")]
    [InlineData("{within: 7d}", "{within: 12h}", "tighter  'a' fresh {within: 7d} -> {within: 12h}")]
    [InlineData("{within: 7d, of: 2026-01-31}", "{within: 7d, of: 2026-01-30}", "looser   'a' fresh {within: 7d, of: 2026-01-31} -> {within: 7d, of: 2026-01-30}")]
    [InlineData("{within: 7d, of: 2026-01-31}", "{within: 9d, of: 2026-03-30}", "other    'a' fresh {within: 7d, of: 2026-01-31} -> {within: 9d, of: 2026-03-30}")]
    [InlineData("{within: 7d}", "{within: 7d, of: 2026-01-30}", "other    'a' fresh {within: 7d} -> {within: 7d, of: 2026-01-30}")]
    public void A_change_is_looser_or_tighter(string before, string after, string line) =>
        SchemaComparer.Compare(Contract(before), Contract(after)).Select(SchemaChangeText.Line).ShouldBe([line]);

    [Fact]
    public void It_is_written_as_it_is_read_and_exported_as_a_limit_of_the_maximum()
    {
        const string text = "columns:\n  - name: a\n    type: date\n    fresh: {within: 7d, of: 2026-01-31}\n";
        SchemaFile.Write(Reading.Schema(text)).ShouldEndWith("\n" + text);
        DataDictionary.Write(Reading.Schema(text), "A").ShouldContain("the newest within 7d of 2026-01-31");
        var maximum = SchemaExport.Of(Reading.Schema(text), "a").Expectations.Single(expectation => expectation.Type == "expect_column_max_to_be_between");
        maximum.Kwargs.GetRawText().ShouldBe("""{"column":"a","min_value":"2026-01-24"}""");
    }

    [Fact]
    public void A_build_checks_again_when_the_day_changed()
    {
        _model.Write("data.csv", "day,good\n2026-01-24,no\n2026-01-23,yes\n");
        _model.Write("schema.yaml", "columns: [{name: day, type: date, fresh: {within: 7d}}, {name: good, type: string}]");
        _model.With = project => project with { ReferenceDate = "2026-01-31" };
        _model.RunTo(StageNames.Data).Succeeded.ShouldBeTrue();
        _model.RunTo(StageNames.Data).State.ShouldBe(StageState.UpToDate);
        _model.With = project => project with { ReferenceDate = "2026-02-01" };
        _model.RunTo(StageNames.Data).Diagnostics.ShouldContain(diagnostic => diagnostic.Code == "MLOPS1114");
    }

    private void Write(string rule)
    {
        _model.Write("data.csv", Dates);
        _model.Write("schema.yaml", $"columns: [{{name: day, type: date, fresh: {rule}}}, {{name: n, type: int64}}]");
    }

    private List<string> Messages(CheckSettings? settings = null)
    {
        var diagnostics = new DiagnosticBag();
        Check(settings ?? new(), diagnostics);
        return [.. diagnostics.Select(diagnostic => diagnostic.ToString())];
    }

    private JudgedData Check(CheckSettings settings, DiagnosticBag diagnostics) =>
        ProjectCheck.Run(_model.Project, settings, diagnostics, TestContext.Current.CancellationToken).ShouldNotBeNull();

    private static DataSchema Contract(string rule) => Reading.Schema($"columns:\n  - name: a\n    type: date\n    fresh: {rule}\n");
}
