using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data;
using MlOps.Build.Engine.Data.Schemas;

namespace MlOps.Build.Engine.Configuration;

/// <summary>
/// Proposes a configuration: the label is the given or else the last column that is no date; two different values make a binary task,
/// text and up to ten whole numbers a multiclass one, other numbers a regression; a single complete date column makes a split by time.
/// </summary>
internal static class TrainingConfigDefaults
{
    private const int MostIntegerClasses = 10;
    private const int FewestTimes = 10;

    public static TrainingConfig For(Table table, DataSchema schema, string? labelColumn)
    {
        var name = labelColumn ?? table.Columns.LastOrDefault(column => !IsTime(column))?.Name ?? table.Columns[^1].Name;
        var column = table.Find(name);
        var task = column is null ? LearningTask.Regression : TaskOf(column);
        return new TrainingConfig
        {
            Task = task,
            Label = new LabelConfig { Name = name, Column = name, Positive = PositiveOf(column, task) },
            Split = SplitOf(table, schema, name, task),
            Trainer = TrainingConfigReader.DefaultTrainer,
            Seed = TrainingConfigReader.DefaultSeed,
            Evaluation = new EvaluationConfig(),
        };
    }

    private static LearningTask TaskOf(Column column)
    {
        var distinct = DistinctValues.Count(column, MostIntegerClasses + 1);
        if (distinct == 2)
            return LearningTask.Binary;
        return column.Type switch
        {
            ColumnType.String => LearningTask.Multiclass,
            ColumnType.Boolean => LearningTask.Binary,
            ColumnType.Int64 when distinct is > 2 and <= MostIntegerClasses => LearningTask.Multiclass,
            _ => LearningTask.Regression,
        };
    }

    private static IReadOnlyList<string> PositiveOf(Column? column, LearningTask task)
    {
        if (column is null || task != LearningTask.Binary)
            return [];
        var values = DistinctValues.InOrder(column, 2);
        return values.Count == 2 ? [values[1]] : [];
    }

    private static SplitConfig SplitOf(Table table, DataSchema schema, string label, LearningTask task)
    {
        var times = table.Columns
            .Where(column => IsTime(column) && column.Name != label && !IsKnownLater(schema, column.Name))
            .ToList();
        if (times is [{ Missing.Count: 0 } time] && DistinctValues.Count(time, FewestTimes) >= FewestTimes)
            return new SplitConfig { Method = SplitMethod.Time, Column = time.Name };
        return new SplitConfig { Method = task == LearningTask.Regression ? SplitMethod.Random : SplitMethod.Stratified };
    }

    private static bool IsKnownLater(DataSchema schema, string name) => schema.Find(name) is { } column
        && (column.KnownAfter || DataEnvironments.Lacking(schema, column).Count > 0);

    private static bool IsTime(Column column) => column.Type is ColumnType.Date or ColumnType.Timestamp;
}
