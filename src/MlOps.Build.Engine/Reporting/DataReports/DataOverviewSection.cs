using MlOps.Build.Contracts;
using MlOps.Build.Engine.Reporting.Document;
using MlOps.Build.Engine.Reporting.Languages;
using MlOps.Build.Engine.Reporting.Sections;

namespace MlOps.Build.Engine.Reporting.DataReports;

/// <summary>How much there is, where it came from, how good it is and what cleaning did.</summary>
internal static class DataOverviewSection
{
    public static ReportSection Of(DataReportModel model, ReportWords words)
    {
        var data = model.Summary;
        var blocks = new List<ReportBlock> { Counts(model, words), DataSection.Files(data, words) };
        if (data.Quality is { } quality)
            blocks.Add(Quality(quality, words));
        if (data.RowsRead > data.Rows)
            blocks.Add(new Paragraph(DataSection.LeftOut(data, words)));
        if (data.Cleaning.Count > 0)
            blocks.Add(DataSection.Cleaning(data, words));
        return new ReportSection("overview", words.Say("Overview"), 0, blocks);
    }

    private static ReportTable Counts(DataReportModel model, ReportWords words)
    {
        var (profile, missing) = (model.Profile, model.Profile.Columns.Sum(column => column.Missing));
        var sensitive = profile.Columns.Count(column => column.Sensitive);
        var rows = new List<string[]>
        {
            new[] { words.Say("rows"), words.Count(profile.Rows) },
            new[] { words.Say("columns"), words.Count(profile.Columns.Count) },
            new[] { words.Say("fields without a value"), words.Count(missing) },
            new[] { words.Say("rows that repeat an earlier one"), words.Count(model.Relations.RepeatedRows) },
            new[] { words.Say("rows in quarantine"), words.Count(model.Summary.Quarantined) },
        };
        if (sensitive > 0)
            rows.Add([words.Say("sensitive columns, whose values are not shown"), words.Count(sensitive)]);
        return new ReportTable([new(words.Say("what")), new(words.Say("count"), true)], rows);
    }

    private static ReportTable Quality(DataQuality quality, ReportWords words) => new(
        [new(words.Say("quality")), new(words.Say("share"), true)],
        [
            .. DataSection.Dimensions(quality, words).Select(dimension => new[] { dimension.Name, words.Percent(dimension.Share) }),
            [words.Say("their mean"), words.Percent(quality.Score)],
        ]);
}
