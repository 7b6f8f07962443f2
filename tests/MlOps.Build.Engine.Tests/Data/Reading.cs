using System.Text;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data;
using MlOps.Build.Engine.Data.Profiles;
using MlOps.Build.Engine.Data.Reading;
using MlOps.Build.Engine.Data.Schemas;
using MlOps.Build.Engine.Data.Validation;

namespace MlOps.Build.Engine.Tests.Data;

/// <summary>What reading (and checking) one text gave.</summary>
internal sealed record Reading(Table? Table, DiagnosticBag Diagnostics)
{
    public DataSummary? Summary { get; private init; }

    /// <summary>The messages in the form that compilers print.</summary>
    public IReadOnlyList<string> Messages => [.. Diagnostics.Select(diagnostic => diagnostic.ToString())];

    public IReadOnlyList<string> Codes => [.. Diagnostics.Select(diagnostic => diagnostic.Code)];

    public string Message => Messages.ShouldHaveSingleItem();

    public Column Column(string name) => Table.ShouldNotBeNull().Find(name).ShouldNotBeNull();

    public IReadOnlyList<string?> Texts(string name)
    {
        var column = Column(name);
        return [.. Enumerable.Range(0, column.Length).Select(column.Text)];
    }

    public static Reading Of(string text, string? schema = null) => Of([("data.csv", Encoding.UTF8.GetBytes(text))], schema);

    public static Reading Of(byte[] bytes) => Of([("data.csv", bytes)]);

    public static Reading Of(IReadOnlyList<(string Name, byte[] Bytes)> files, string? schema = null)
    {
        var diagnostics = new DiagnosticBag();
        var contract = schema is null ? null : Schema(schema);
        var contents = files.Select(file => new MemoryBytes(file.Name, file.Bytes)).ToList();
        var table = TableReader.Read(contents, contract, diagnostics, CancellationToken.None);
        return new Reading(table, diagnostics);
    }

    /// <summary>Reads and validates against the contract, or the inferred one.</summary>
    public static Reading Validated(string text, string? schema = null)
    {
        var reading = Of(text, schema);
        var table = reading.Table.ShouldNotBeNull(string.Join('\n', reading.Messages));
        var contract = schema is null ? SchemaInference.Infer(table) : Schema(schema);
        var files = new[] { new DataFile("data.csv", "", 0) };
        var summary = DataValidator.Validate(table, contract, files, reading.Diagnostics, CancellationToken.None);
        return reading with { Summary = summary with { Columns = ColumnProfiler.Profile(table, contract, CancellationToken.None) } };
    }

    public static DataSchema Schema(string yaml)
    {
        var diagnostics = new DiagnosticBag();
        var schema = SchemaFile.Parse("schema.yaml", yaml, diagnostics);
        return schema.ShouldNotBeNull(string.Join('\n', diagnostics));
    }
}
