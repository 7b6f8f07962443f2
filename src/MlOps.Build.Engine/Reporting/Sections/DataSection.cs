using MlOps.Build.Contracts;
using MlOps.Build.Engine.Gates;
using MlOps.Build.Engine.Reporting.Document;

namespace MlOps.Build.Engine.Reporting.Sections;

/// <summary>What was read, and which rules hold.</summary>
internal static class DataSection
{
    private static readonly TableColumn[] ViolationColumns =
        [new("column"), new("rule"), new("rows", true), new("share", true), new("is"), new("first at")];

    private static readonly TableColumn[] ProfileColumns =
        [new("column"), new("type"), new("missing", true), new("distinct", true), new("range, or most frequent"), new("mean", true)];

    public static ReportSection Of(ModelEvidence model)
    {
        var data = model.Data;
        var blocks = new List<ReportBlock> { new Paragraph(Summary(data)) };
        if (data.Violations.Count > 0)
            blocks.Add(new ReportTable(ViolationColumns, [.. data.Violations.Select(Row)]));
        blocks.Add(new Fold($"The {data.Columns.Count} columns", [new ReportTable(ProfileColumns, [.. data.Columns.Select(Row)])]));
        blocks.Add(new Fold(data.Files.Count == 1 ? "The file's hash" : $"The {data.Files.Count} files and their hashes",
            [new ReportTable([new("file"), new("bytes", true), new("SHA-256")], [.. data.Files.Select(Row)])]));
        return new ReportSection("data", "Data", 70, blocks);
    }

    private static string Summary(DataSummary data)
    {
        var files = data.Files.Count == 1 ? data.Files[0].Path : $"{data.Files.Count} files";
        var contract = data.Inferred ? " The contract was inferred in this build, so it cannot find anything unusual." : "";
        return $"{files}: {NumberText.Count(data.Rows)} rows, {data.Columns.Count} columns; {Rules(data)}.{contract}";
    }

    private static string Rules(DataSummary data)
    {
        if (data.Violations.Count > 0)
            return $"{data.Violations.Count} of {data.Rules} rules {(data.Violations.Count == 1 ? "is" : "are")} broken";
        return data.Rules == 1 ? "its one rule holds" : data.Rules == 0 ? "no rules are declared" : $"all {data.Rules} rules hold";
    }

    private static string[] Row(Violation violation) =>
    [
        violation.Column ?? "the table",
        violation.Rule,
        NumberText.Count(violation.Count),
        NumberText.Percent(violation.Share),
        violation.Severity switch { DiagnosticSeverity.Error => "an error", DiagnosticSeverity.Warning => "a warning", _ => "a note" },
        violation.Examples is [var first, ..] ? $"{first.File}({first.Line})" : "",
    ];

    private static string[] Row(ColumnProfile column) =>
    [
        column.Name,
        column.Type.ToString().ToLowerInvariant(),
        NumberText.Count(column.Missing),
        NumberText.Count(column.Distinct),
        column.Sensitive ? "sensitive, not shown" : Values(column),
        column is { Sensitive: false, Mean: { } mean } ? NumberText.Of(mean) : "",
    ];

    private static string Values(ColumnProfile column) => column switch
    {
        { Minimum: { } low, Maximum: { } high } => $"{low} to {high}",
        { Top: [var most, ..] } => $"{SafeText.Of(most.Value, 60)} ({NumberText.Count(most.Count)})",
        _ => "",
    };

    private static string[] Row(DataFile file) => [file.Path, NumberText.Count(file.Bytes), file.Sha256];
}
