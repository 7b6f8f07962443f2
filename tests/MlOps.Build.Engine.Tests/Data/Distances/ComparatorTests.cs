using System.Text.Json;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Schemas;
using MlOps.Build.Engine.Pipelines;
using MlOps.Build.Engine.Tests.Pipelines;

namespace MlOps.Build.Engine.Tests.Data.Distances;

/// <summary><c>skew</c> and <c>drift</c> of a contract.</summary>
public sealed class ComparatorTests : IDisposable
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Data", "Distances", "Expected");
    private readonly TinyModel _model = new();

    public ComparatorTests() => File.Delete(_model.File("training-config.yaml"));

    public void Dispose() => _model.Dispose();

    public static TheoryData<string> Cases()
    {
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, "distances.json")));
        return [.. json.RootElement.EnumerateArray().Select(item => item.GetRawText())];
    }

    // Values of pandas, NumPy and SciPy: Expected/make_distances.py.
    [Theory]
    [MemberData(nameof(Cases))]
    public void Distances_are_those_of_NumPy_and_SciPy(string text)
    {
        using var json = JsonDocument.Parse(text);
        var (expected, column, rows) = (json.RootElement.GetProperty("distances"), json.RootElement.GetProperty("column").GetString()!, json.RootElement.GetProperty("rows").GetInt32());
        var lines = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Data", "Files", json.RootElement.GetProperty("file").GetString()!));
        _model.Write("data.csv", string.Join('\n', lines.Skip(1 + rows).Prepend(lines[0])) + "\n");
        _model.Write("previous.csv", string.Join('\n', lines.Take(1 + rows)) + "\n");
        var limits = string.Join(", ", expected.EnumerateObject().Select(item => $"{item.Name}: 0"));
        var counts = expected.TryGetProperty("infinity_norm", out _);
        _model.Write("schema.yaml", Contract(lines[0].Replace("\"", "", StringComparison.Ordinal).Split(','), column, counts, limits));

        var distances = Check(new CheckSettings { Previous = _model.File("previous.csv") }, []).Result.Distances;

        distances.Count.ShouldBe(expected.EnumerateObject().Count());
        foreach (var distance in distances)
            distance.Value!.Value.ShouldBe(expected.GetProperty(distance.Distance).GetDouble(), 1e-12, distance.Distance);
    }

    [Fact]
    public void A_value_that_is_more_frequent_than_allowed_is_named()
    {
        Write("payment\nCash\nCash\nCash\nCard\n", "payment\nCash\nCard\nCard\nCard\n", "type: string, drift: {infinity_norm: 0.4, jensen_shannon_divergence: 0.9}");
        Messages(Previous).ShouldBe(["data.csv: error MLOPS1109: 'payment' is not as in other.csv: infinity_norm is 0.5, most at 'Cash' (75 %, there 25 %); "
            + "schema.yaml(1,41) allows 0.4 for drift. Look at what changed, or raise 'infinity_norm'."]);
    }

    [Fact]
    public void The_value_of_a_sensitive_column_is_not_named()
    {
        Write("payment\nPlanted\nCard\n", "payment\nCard\nCard\n", "type: string, sensitive: true, severity: warning, drift: {infinity_norm: 0.4}");
        var message = Messages(Previous).ShouldHaveSingleItem();
        message.ShouldContain("warning MLOPS1109: 'payment' is not as in other.csv: infinity_norm is 0.5; schema.yaml");
        message.ShouldNotContain("Planted");
    }

    [Fact]
    public void A_distance_at_its_limit_is_allowed_and_told()
    {
        Write("n\n1\n2\n", "n\n1\n1\n", "type: int64, drift: {infinity_norm: 0.5}");
        var data = Check(Previous, []);
        data.Result.Violations.ShouldBeEmpty();
        data.Result.Distances.ShouldBe([new DistributionDistance { Column = "n", Comparator = "drift", Distance = "infinity_norm", Value = 0.5, Limit = 0.5, Against = "other.csv" }]);
        data.Result.Rules.ShouldBe(2);
    }

    [Fact]
    public void Skew_is_held_against_serving_data_only()
    {
        Write("n\n1\n2\n", "n\n1\n1\n", "type: int64, skew: {infinity_norm: 0.1}");
        Messages(new CheckSettings { Serving = _model.File("other.csv") }).ShouldHaveSingleItem().ShouldContain("allows 0.1 for skew");
        const string note = "schema.yaml(1,34): info MLOPS1110: undecided: skew of 'n', because no served data are named. Name them: mlops validate --serving, or MlOpsServingData.";
        Messages(Previous).ShouldBe([note]);
        Messages(new CheckSettings()).ShouldBe([note]);
    }

    [Fact]
    public void Limits_without_data_to_compare_with_are_one_note_whatever_their_number()
    {
        _model.Write("data.csv", "a,b,c,d,e\n1,2,3,4,5\n");
        _model.Write("schema.yaml", "columns:\n" + string.Concat("abcde".Select(name => $"  - {{name: {name}, type: int64, drift: {{infinity_norm: 0.1}}}}\n")));
        Messages(new CheckSettings()).ShouldBe(["schema.yaml(2,28): info MLOPS1110: undecided: drift of 'a', 'b', 'c' and 2 more columns, because no earlier data are named. "
            + "Name them: mlops validate --previous, or MlOpsReferenceData."]);
        Check(new CheckSettings(), []).Result.Violations.ShouldBeEmpty();
    }

    [Fact]
    public void Serving_data_have_other_columns_and_types_are_the_contracts()
    {
        Write("n\n007\n008\n", "request,n,when\nx,007,2026-01-01\ny,009,2026-01-01\n", "type: string, skew: {infinity_norm: 0.4}");
        Messages(new CheckSettings { Serving = _model.File("other.csv") }).ShouldHaveSingleItem().ShouldContain("most at '009' (0 %, there 50 %)");
    }

    [Theory]
    [InlineData("absent.csv", null, "error MLOPS1110: drift of 'n' against absent.csv could not be told: the data file does not exist.")]
    [InlineData("other.csv", "m\n1\n", "error MLOPS1110: drift of 'n' against other.csv could not be told: it has no column 'n'. schema.yaml(1,")]
    [InlineData("other.csv", "n,m\n,1\n", "error MLOPS1110: drift of 'n' against other.csv could not be told: it has no value there.")]
    [InlineData("other.csv", "n,m\nx,1\n", "error MLOPS1110: drift of 'n' against other.csv could not be told: it has no value there.")]
    [InlineData("other.csv", "n,m\n1\n", "error MLOPS1110: drift of 'n' against other.csv could not be told: 1 field; the header has 2.")]
    public void What_cannot_be_compared_is_told(string file, string? text, string message)
    {
        Write("n\n1\n2\n", text ?? "n\n1\n", "type: int64, drift: {infinity_norm: 0.1}");
        Messages(new CheckSettings { Previous = _model.File(file) }).ShouldHaveSingleItem().ShouldContain(message);
    }

    [Fact]
    public void A_build_compares_with_the_data_that_the_project_names()
    {
        Write("n,good\n1,no\n2,yes\n", "n,good\n1,no\n1,no\n", "type: int64, drift: {infinity_norm: 0.1}", ", {name: good, type: string}");
        _model.With = project => project with { ReferenceData = _model.File("other.csv") };
        _model.RunTo(StageNames.Data).Diagnostics.ShouldContain(diagnostic => diagnostic.Code == "MLOPS1109");
        _model.Write("other.csv", "n,good\n1,no\n2,no\n");
        _model.RunTo(StageNames.Data).Diagnostics.ShouldNotContain(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        _model.Json("data/data.json", ContractsJson.Default.DataSummary).Distances.ShouldHaveSingleItem().Value.ShouldBe(0);
    }

    [Theory]
    [InlineData("type: float64, drift: {infinity_norm: 0.1}", "MLOPS1024: 'infinity_norm' compares the shares of single values, but 'n' is float64. Use jensen_shannon_divergence.")]
    [InlineData("type: date, skew: {normalized_abs_difference: 0.1}", "MLOPS1024: 'normalized_abs_difference' compares")]
    [InlineData("type: string, skew: {}", "'skew' has no limit. Give one of infinity_norm,")]
    [InlineData("type: string, skew: {infinity_norm: 2}", "skew.infinity_norm' is '2'; expected a number in 0..1")]
    [InlineData("type: string, skew: {infinty_norm: 0.2}", "unknown key 'infinty_norm' in 'columns[0].skew'. Did you mean 'infinity_norm'?")]
    public void Limits_that_cannot_be_are_refused(string column, string message)
    {
        var diagnostics = new DiagnosticBag();
        SchemaFile.Parse("schema.yaml", $"columns: [{{name: n, {column}}}]", diagnostics).ShouldBeNull();
        diagnostics.First().ToString().ShouldContain(message);
    }

    [Fact]
    public void Limits_are_written_as_they_are_read()
    {
        const string text = "columns:\n  - name: c\n    type: int64\n    skew: {infinity_norm: 0.1, jensen_shannon_divergence: 0.2}\n    drift: {normalized_abs_difference: 0}\n";
        SchemaFile.Write(Reading.Schema(text)).ShouldEndWith("\n" + text);
        DataDictionary.Write(Reading.Schema(text), "A").ShouldContain("between training and serving at most infinity\\_norm 0.1, jensen\\_shannon\\_divergence 0.2; between spans at most normalized\\_abs\\_difference 0");
    }

    private CheckSettings Previous => new() { Previous = _model.File("other.csv") };

    private void Write(string data, string other, string column, string more = "")
    {
        _model.Write("data.csv", data);
        _model.Write("other.csv", other);
        _model.Write("schema.yaml", $"columns: [{{name: {data.Split('\n')[0].Split(',')[0]}, {column}}}{more}]");
    }

    private List<string> Messages(CheckSettings settings)
    {
        var diagnostics = new DiagnosticBag();
        Check(settings, diagnostics);
        return [.. diagnostics.Select(diagnostic => diagnostic.ToString())];
    }

    private JudgedData Check(CheckSettings settings, DiagnosticBag diagnostics) =>
        ProjectCheck.Run(_model.Project, settings, diagnostics, TestContext.Current.CancellationToken).ShouldNotBeNull(string.Join('\n', diagnostics));

    private static string Contract(string[] names, string column, bool counts, string limits)
    {
        var columns = names.Select(name => name != column
            ? $"  - {{name: '{name}', type: string}}"
            : $"  - {{name: '{name}', type: {(limits.StartsWith("jensen", StringComparison.Ordinal) ? counts ? "int64" : "float64" : "string")}, drift: {{{limits}}}}}");
        return "columns:\n" + string.Join('\n', columns) + "\n";
    }
}
