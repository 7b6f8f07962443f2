using System.Globalization;
using System.Text;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data;
using MlOps.Build.Engine.Data.Batches;
using MlOps.Build.Engine.Data.Profiles;
using MlOps.Build.Engine.Data.Relations;
using MlOps.Build.Engine.Data.Schemas;
using MlOps.Build.Engine.Data.Validation;
using MlOps.Build.Engine.Reporting.DataReports;
using MlOps.Build.Engine.Tests.Data;

namespace MlOps.Build.Engine.Tests.Reporting.DataReports;

/// <summary>Pages of real files and of made ones, by the code that a build runs.</summary>
internal static class SampleDataReports
{
    // Broken on purpose, by a sensitive column too.
    private const string CreditContract = """
        columns:
          - { name: Status, type: string, values: [good, bad] }
          - { name: Seniority, type: int64, min: 0, max: 40, severity: warning }
          - { name: Home, type: string, missing: 0, severity: warning }
          - { name: Time, type: int64 }
          - { name: Age, type: int64 }
          - { name: Marital, type: string, sensitive: true, values: [married, single], severity: warning }
          - { name: Records, type: string }
          - { name: Job, type: string }
          - { name: Expenses, type: int64, sensitive: true, max: 100, severity: warning }
          - { name: Income, type: int64 }
          - { name: Assets, type: int64 }
          - { name: Debt, type: int64 }
          - { name: Amount, type: int64, min: 0 }
          - { name: Price, type: int64 }
        """;

    public static DataReportModel Credit() => Of(RealFiles.Read("credit.csv"), Reading.Schema(CreditContract), "Status") with
    {
        Drift = SampleReports.Birdstrikes().Drift,
    };

    /// <summary>Dates, texts and numbers without missing values; no contract.</summary>
    public static DataReportModel Weather() => Of(RealFiles.Read("seattle-newyork-weather.csv"), null, "weather");

    /// <summary>Numbers, texts, dates and gaps in turn.</summary>
    public static DataReportModel Wide(int columns, int rows)
    {
        var text = new StringBuilder().AppendJoin(',', Enumerable.Range(0, columns).Select(i => $"column_{i}_with_a_long_name")).Append('\n');
        for (var row = 0; row < rows; row++)
            text.AppendJoin(',', Enumerable.Range(0, columns).Select(i => Field(row, i))).Append('\n');
        return Of(Reading.Of(text.ToString()).Table.ShouldNotBeNull(), null, null);
    }

    /// <summary>The page of the credit file with every name and text value replaced.</summary>
    public static DataReportModel Hostile(string name)
    {
        var model = Credit();
        var found = model.Relations.Correlations;
        ColumnRelation Renamed(ColumnRelation relation) => relation with { First = name, Second = name };
        return model with
        {
            Name = name,
            Summary = model.Summary with
            {
                Columns = [.. model.Summary.Columns.Select(column => column with { Name = name, Top = [new ValueCount(name, 3)] })],
                Violations = [.. model.Summary.Violations.Select(violation => violation with { Column = name, Rule = name, Examples = [new ViolationExample(name, 2, 1, name)] })],
            },
            Profile = model.Profile with
            {
                Columns = [.. model.Profile.Columns.Select(column => column with { Name = name, Sensitive = false, Top = [new ValueCount(name, 3)] })],
            },
            Relations = model.Relations with
            {
                Missing = model.Relations.Missing! with
                {
                    Columns = [.. model.Relations.Missing.Columns.Select(column => column with { Name = name })],
                    Together = [.. model.Relations.Missing.Together.Select(Renamed)],
                },
                Correlations = found with
                {
                    Label = name,
                    Names = [.. found.Names.Select(_ => name)],
                    Strongest = [.. found.Strongest.Select(Renamed)],
                    WithLabel = [.. found.WithLabel.Select(Renamed)],
                },
            },
            Rules = new Dictionary<string, IReadOnlyList<string>> { [name] = [name] },
            Drift = SampleDrift.Of([name, name]),
        };
    }

    /// <summary>What the profile stage does, for a table in memory.</summary>
    public static DataReportModel Of(Table table, DataSchema? schema, string? label)
    {
        var contract = schema ?? SchemaInference.Infer(table);
        var sensitive = contract.Columns.Where(column => column.Sensitive).Select(column => column.Name).ToHashSet(StringComparer.Ordinal);
        var summary = DataValidator.Validate(table, contract, [new DataFile("data/data.csv", new string('a', 64), 1_234_567)], [], CancellationToken.None);
        return new DataReportModel
        {
            Name = "sample",
            Summary = summary with { Columns = ColumnProfiler.Profile(table, contract, CancellationToken.None) },
            Profile = ProfileAccumulator.Profile(new TableBatches(table), sensitive, [], CancellationToken.None)!,
            Relations = TableRelations.Of(table, sensitive, label, CancellationToken.None),
            Rules = ContractWords.Of(contract),
        };
    }

    private static string Field(int row, int column) => (column % 4) switch
    {
        0 => ((row * 37 * (column + 1)) % 1009 * 0.5).ToString(CultureInfo.InvariantCulture),
        1 => $"value {row * (column + 3) % 17}",
        2 => new DateOnly(2020, 1, 1).AddDays(row * (column + 1) % 1500).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => (row + column) % 13 < column % 7 ? "" : $"{(row * (column + 7)) % 997}",
    };
}
