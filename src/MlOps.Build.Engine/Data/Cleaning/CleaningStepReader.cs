using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Schemas;
using MlOps.Build.Engine.Yaml;

namespace MlOps.Build.Engine.Data.Cleaning;

/// <summary>Reads one step of <c>cleaning</c>.</summary>
internal sealed class CleaningStepReader(IReadOnlyList<ColumnSchema> columns, DiagnosticBag diagnostics)
{
    private static readonly string[] Names = ["trim", "normalize", "unreadable", "duplicates", "outliers"];

    private static readonly Dictionary<string, LetterCase> Cases = new() { ["lower"] = LetterCase.Lower, ["upper"] = LetterCase.Upper };

    private static readonly Dictionary<string, bool> Widths = new() { ["half"] = true };

    private static readonly Dictionary<string, KeptRow> Kept =
        new() { ["first"] = KeptRow.First, ["last"] = KeptRow.Last, ["newest"] = KeptRow.Newest };

    private static readonly Dictionary<string, OutlierMethod> Methods =
        new() { ["iqr"] = OutlierMethod.Iqr, ["z"] = OutlierMethod.Z, ["isolation"] = OutlierMethod.Isolation };

    private static readonly Dictionary<string, RowFate> OfRow = new() { ["drop"] = RowFate.Drop, ["quarantine"] = RowFate.Quarantine };

    public static bool Quarantines(CleaningStep step) =>
        step is UnreadableStep { Fate: RowFate.Quarantine } or DuplicateStep { Fate: RowFate.Quarantine } or OutlierStep { Fate: RowFate.Quarantine };

    public CleaningStep? Read(YamlSection section)
    {
        var name = Array.Find(Names, section.Has);
        CleaningStep? step = name switch
        {
            "trim" => new TrimStep(),
            "normalize" => new NormalizeStep { Case = section.Choice("case", Cases) ?? LetterCase.Kept, HalfWidth = section.Choice("width", Widths) ?? false },
            "unreadable" => new UnreadableStep { Fate = section.Choice("do", FateWords.OfField) ?? RowFate.Missing },
            "duplicates" => Duplicates(section),
            "outliers" => Outliers(section),
            _ => null,
        };
        if (step is null)
            Report($"a cleaning step is one of {string.Join(", ", Names)}; this is {string.Join(", ", section.Keys.Select(Shown.Text))}.", section.Position);
        else
            section.RejectUnknownKeys();
        return step is null || name is null ? null : Check(step with { Columns = ColumnsOf(section, name), Position = section.PositionOf(name) });
    }

    private static string[] ColumnsOf(YamlSection section, string name) =>
        name == "duplicates" && section.Value(name) is { IsList: false } value && value.Text() == "rows" ? [] : [.. section.Texts(name)];

    private static DuplicateStep Duplicates(YamlSection section) => new()
    {
        Keep = section.Choice("keep", Kept) ?? KeptRow.First,
        By = section.Text("by"),
        Fate = section.Choice("do", OfRow) ?? RowFate.Drop,
    };

    private OutlierStep Outliers(YamlSection section)
    {
        if (!section.Has("do"))
            section.Missing("do", $"Say what becomes of an outlier: {string.Join(", ", FateWords.OfNumber.Keys)}.");
        return new OutlierStep
        {
            Method = section.Choice("method", Methods) ?? OutlierMethod.Iqr,
            Limit = section.Number("limit", 0),
            Fate = section.Choice("do", FateWords.OfNumber) ?? RowFate.Missing,
        };
    }

    private CleaningStep? Check(CleaningStep step)
    {
        var before = diagnostics.Count;
        if (step.Columns.Count == 0 && step is not DuplicateStep)
            Report($"'{step.Key}' names no column. List them, as in '{step.Key}: [City]'.", step.Position);
        foreach (var name in step.Columns)
            CheckColumn(step, name);
        if (step is DuplicateStep duplicates)
            CheckOrder(duplicates);
        if (step is OutlierStep { Method: OutlierMethod.Isolation, Fate: RowFate.Clip })
            Report("'isolation' looks at whole rows, which cannot be clipped. Use missing, drop or quarantine.", step.Position);
        return diagnostics.Count == before ? step : null;
    }

    private void CheckColumn(CleaningStep step, string name)
    {
        if (columns.FirstOrDefault(column => column.Name == name) is not { } column)
            Report($"'{step.Key}' names {Shown.Text(name)}, which is no column.{DidYouMean.Sentence(name, columns.Select(known => known.Name))}", step.Position);
        else if (step is TextStep && column.Type != ColumnType.String)
            Report($"'{step.Key}' names {Shown.Text(name)}, a {ColumnTypes.Name(column.Type)}; it is for columns of type string.", step.Position);
        else if (step is OutlierStep && !ColumnTypes.IsNumber(column.Type))
            Report($"'{step.Key}' names {Shown.Text(name)}, a {ColumnTypes.Name(column.Type)}; it is for numbers.", step.Position);
    }

    private void CheckOrder(DuplicateStep step)
    {
        if (step.Keep == KeptRow.Newest != step.By is not null)
            Report("'keep: newest' and 'by', the column that tells the newest row, belong together. Give both or none.", step.Position);
        else if (step.By is { } by)
            CheckColumn(step, by);
        if (step.Keep == KeptRow.Newest && step.Columns.Count == 0)
            Report("rows that are equal in every column have no newest one. Name the key's columns, as in 'duplicates: [Id]'.", step.Position);
    }

    private void Report(string message, SourcePosition position) => diagnostics.Error(DataCodes.CleaningStep, message, position);
}
