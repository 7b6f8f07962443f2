using MlOps.Build.Contracts;
using MlOps.Build.Engine.Reporting.Document;
using MlOps.Build.Engine.Reporting.Languages;

namespace MlOps.Build.Engine.Reporting.Sections;

/// <summary>What was read, and which rules hold.</summary>
internal static class DataSection
{
    public static ReportSection Of(ModelEvidence model, ReportWords words)
    {
        var data = model.Data;
        var blocks = new List<ReportBlock> { new Paragraph(Summary(data, words)) };
        if (data.Quality is { } quality)
            blocks.Add(new Paragraph(Quality(quality, words)));
        if (data.Violations.Count > 0)
            blocks.Add(Violations(data, words));
        if (data.Distances.Count > 0)
            blocks.Add(DistanceTable.Of(data.Distances, words));
        if (data.Cleaning.Count > 0)
            blocks.Add(Cleaning(data, words));
        blocks.Add(new Fold(words.Say($"The {data.Columns.Count} columns"), [Profiles(data, words)]));
        blocks.Add(new Fold(words.Say(data.Files.Count, $"The file's hash", $"The {data.Files.Count} files and their hashes"),
            [new ReportTable([new(words.Say("file")), new(words.Say("bytes"), true), new("SHA-256")], [.. data.Files.Select(Row)])]));
        return new ReportSection("data", words.Say("Data"), 70, blocks);
    }

    private static string Summary(DataSummary data, ReportWords words)
    {
        var files = data.Files.Count == 1 ? data.Files[0].Path : words.Say($"{data.Files.Count} files");
        return words.Sentences(
            words.Say($"{files}: {data.Rows} rows, {data.Columns.Count} columns; {Rules(data, words)}."),
            data.RowsRead > data.Rows ? words.Say($"Cleaning left out {data.RowsRead - data.Rows} of {data.RowsRead} rows; {data.Quarantined} of them are in quarantine.") : "",
            data.Inferred ? words.Say("The contract was inferred in this build, so it cannot find anything unusual.") : "");
    }

    private static string Quality(DataQuality quality, ReportWords words)
    {
        var parts = new (string Name, double? Share)[]
        {
            (words.Say("completeness"), quality.Completeness), (words.Say("validity"), quality.Validity),
            (words.Say("uniqueness"), quality.Uniqueness), (words.Say("consistency"), quality.Consistency),
            (words.Say("timeliness"), quality.Timeliness),
        };
        var list = words.List(parts.Where(part => part.Share is not null).Select(part => $"{part.Name} {words.Percent(part.Share!.Value)}"));
        return words.Say($"Data quality {words.Percent(quality.Score)}: {list}.");
    }

    private static string Rules(DataSummary data, ReportWords words)
    {
        var broken = data.Violations.Count;
        if (broken > 0)
            return words.Say(broken, $"{broken} of {data.Rules} rules is broken", $"{broken} of {data.Rules} rules are broken");
        return data.Rules == 0
            ? words.Say("no rules are declared")
            : words.Say(data.Rules, $"its one rule holds", $"all {data.Rules} rules hold");
    }

    private static ReportTable Violations(DataSummary data, ReportWords words) => new(
        [
            new(words.Say("column")), new(words.Say("rule")), new(words.Say("rows"), true), new(words.Say("share"), true),
            new(words.Say("severity")), new(words.Say("first at")),
        ],
        [.. data.Violations.Select(violation => Row(violation, words))]);

    private static ReportTable Cleaning(DataSummary data, ReportWords words) => new(
        [new(words.Say("cleaning")), new(words.Say("columns")), new(words.Say("found"), true), new(words.Say("rows left out"), true)],
        [.. data.Cleaning.Select(step => new[]
        {
            words.Echo(step.Step),
            step.Columns.Count == 0 ? words.Say("all") : string.Join(", ", step.Columns),
            words.Count(step.Count),
            words.Count(step.RowsRemoved),
        })]);

    private static ReportTable Profiles(DataSummary data, ReportWords words) => new(
        [
            new(words.Say("column")), new(words.Say("type")), new(words.Say("missing"), true), new(words.Say("distinct"), true),
            new(words.Say("range, or most frequent")), new(words.Say("mean"), true),
        ],
        [.. data.Columns.Select(column => Row(column, words))]);

    private static string[] Row(Violation violation, ReportWords words) =>
    [
        violation.Column ?? words.Say("the table"),
        words.Echo(violation.Rule),
        words.Count(violation.Count),
        words.Percent(violation.Share),
        words.Say(violation.Severity switch { DiagnosticSeverity.Error => "error", DiagnosticSeverity.Warning => "warning", _ => "note" }),
        violation.Examples is [var first, ..] ? $"{first.File}({first.Line})" : "",
    ];

    private static string[] Row(ColumnProfile column, ReportWords words) =>
    [
        column.Name,
        column.Type.ToString().ToLowerInvariant(),
        words.Count(column.Missing),
        words.Count(column.Distinct),
        column.Sensitive ? words.Say("sensitive, not shown") : Values(column, words),
        column is { Sensitive: false, Mean: { } mean } ? words.Number(mean) : "",
    ];

    private static string Values(ColumnProfile column, ReportWords words) => column switch
    {
        { Minimum: { } low, Maximum: { } high } => words.Say($"{low} to {high}"),
        { Top: [var most, ..] } => $"{SafeText.Of(most.Value, 60)} ({words.Count(most.Count)})",
        _ => "",
    };

    private static string[] Row(DataFile file) =>
        [file.Source is { } source ? $"{file.Path} ({SafeText.Of(source, 200)})" : file.Path, Gates.NumberText.Count(file.Bytes), file.Sha256];
}
