using Microsoft.ML;
using Microsoft.ML.Data;
using MlOps.Build.Contracts;

namespace MlOps.Build.MLNet;

/// <summary>A row as ML.NET reads it.</summary>
internal sealed class Example
{
    [ColumnName(MLNetColumns.Features)]
    public float[] Features { get; set; } = [];

    public bool Flag { get; set; }

    public uint Class { get; set; }

    public float Number { get; set; }

    public float Weight { get; set; }

    /// <summary>The rows with the label that the task has.</summary>
    public static IDataView View(MLContext ml, TrainingSet set, LearningTask task, int classes)
    {
        var label = task switch
        {
            LearningTask.Binary => nameof(Flag),
            LearningTask.Multiclass => nameof(Class),
            _ => nameof(Number),
        };
        var schema = SchemaDefinition.Create(typeof(Example));
        schema.RemoveAll(column => column.MemberName is nameof(Flag) or nameof(Class) or nameof(Number) && column.MemberName != label);
        if (set.Weights is null)
            schema.RemoveAll(column => column.MemberName == nameof(Weight));
        schema.Single(column => column.MemberName == label).ColumnName = MLNetColumns.Label;
        schema.Single(column => column.MemberName == nameof(Features)).ColumnType = new VectorDataViewType(NumberDataViewType.Single, set.Features.Columns);
        if (task == LearningTask.Multiclass)
            schema.Single(column => column.MemberName == label).ColumnType = new KeyDataViewType(typeof(uint), classes);
        return ml.Data.LoadFromEnumerable(Rows(set), schema);
    }

    // ML.NET counts the keys of objects from 0, although those of its own columns begin with 1.
    private static List<Example> Rows(TrainingSet set) =>
    [
        .. Enumerable.Range(0, set.Features.Rows).Select(row => new Example
        {
            Features = set.Features.Row(row).ToArray(),
            Flag = set.Labels[row] > 0,
            Class = (uint)Math.Max(0, set.Labels[row]),
            Number = set.Labels[row],
            Weight = set.Weights?[row] ?? 1,
        }),
    ];
}
