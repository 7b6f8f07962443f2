using System.Text;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Configuration;
using MlOps.Build.Engine.Data;
using MlOps.Build.Engine.Data.Reading;
using MlOps.Build.Engine.Data.Schemas;

namespace MlOps.Build.Engine.Tests;

/// <summary>Small tables for tests.</summary>
internal static class Tables
{
    /// <summary>The table in a CSV text, types inferred unless a contract is given.</summary>
    public static Table Csv(string text, DataSchema? schema = null)
    {
        var diagnostics = new DiagnosticBag();
        var bytes = new MemoryBytes("t.csv", Encoding.UTF8.GetBytes(text));
        var table = TableReader.Read([bytes], schema, diagnostics, TestContext.Current.CancellationToken);
        diagnostics.ShouldBeEmpty();
        return table.ShouldNotBeNull();
    }

    /// <summary>A contract that allows whatever the table holds.</summary>
    public static DataSchema Schema(Table table) =>
        new() { Columns = [.. table.Columns.Select(column => new ColumnSchema { Name = column.Name, Type = column.Type })] };

    /// <summary>A configuration from YAML text that has no fault.</summary>
    public static TrainingConfig Config(string text)
    {
        var diagnostics = new DiagnosticBag();
        var config = TrainingConfigFile.Parse("c.yaml", text, diagnostics);
        diagnostics.ShouldBeEmpty();
        return config.ShouldNotBeNull();
    }

    public static List<string> Lines(DiagnosticBag diagnostics) => [.. diagnostics.Select(diagnostic => diagnostic.ToString())];
}
