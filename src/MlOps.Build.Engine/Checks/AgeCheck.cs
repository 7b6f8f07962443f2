using System.Globalization;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Configuration;
using MlOps.Build.Engine.Pipelines;

namespace MlOps.Build.Engine.Checks;

/// <summary>
/// <c>data.age</c>: from the newest date of the data to a given day, <c>MlOpsReferenceDate</c>. There is no default: a clock would make two
/// builds of one commit differ.
/// </summary>
internal sealed class AgeCheck : IModelCheck
{
    public IReadOnlyList<string> Names { get; } = ["data.age"];

    public StageInputs Inputs(CheckContext context) => new()
    {
        Upstream = [new(StageNames.Profile, StageFiles.DataSummary)],
        Options = [StageInputs.Option("split", context.Config.Split.Column), StageInputs.Option("date", context.Project.ReferenceDate)],
    };

    public IEnumerable<CheckValue> Measure(CheckContext context, CancellationToken cancellationToken)
    {
        var data = context.Workspace.Read(StageNames.Profile, StageFiles.DataSummary, ContractsJson.Default.DataSummary);
        yield return Of(data, context.Config.Split, context.Project.ReferenceDate);
    }

    internal static CheckValue Of(DataSummary data, SplitConfig split, string? referenceDate)
    {
        if (referenceDate is not { Length: > 0 })
            return Undefined("no day is given to count from; set MlOpsReferenceDate, such as to the day of the release");
        if (!DateOnly.TryParseExact(referenceDate, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return Undefined($"MlOpsReferenceDate is '{referenceDate}'; write a day as 2026-03-14");
        if (TimeColumn(data, split) is not { } column)
            return Undefined("the data have no column of dates to go by, or several and no split by time");
        if (column.Maximum is not { } newest || !DateTimeOffset.TryParse(
            newest, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var last))
        {
            return Undefined($"the newest date of '{column.Name}' is not kept");
        }

        var age = new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero) - last;
        return new CheckValue { Name = "data.age", Value = age.TotalSeconds, Detail = $"'{column.Name}' ends at {newest}; counted to {referenceDate}" };
    }

    private static ColumnProfile? TimeColumn(DataSummary data, SplitConfig split)
    {
        if (split is { Method: SplitMethod.Time, Column: { } name })
            return data.Columns.FirstOrDefault(column => column.Name == name);
        var dates = data.Columns.Where(column => column.Type is ColumnType.Date or ColumnType.Timestamp).ToList();
        return dates.Count == 1 ? dates[0] : null;
    }

    private static CheckValue Undefined(string reason) => new() { Name = "data.age", Reason = reason };
}
