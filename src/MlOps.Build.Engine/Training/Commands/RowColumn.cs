using System.Globalization;
using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Training.Commands;

/// <summary>A column behind the features in a file of rows.</summary>
/// <param name="Role">What it is: <c>weight</c>, <c>list</c> or <c>label</c>.</param>
/// <param name="Name">Its name in the file: the role, with a number when a feature is called so.</param>
/// <param name="Value">A row's value.</param>
internal sealed record RowColumn(string Role, string Name, Func<TrainingSet, int, float> Value)
{
    /// <summary>The weight and the list of a row, when there are some, and its label.</summary>
    public static IReadOnlyList<RowColumn> Of(TrainingSet train)
    {
        var columns = new List<RowColumn>();
        if (train.Weights is not null)
            columns.Add(Column("weight", (set, row) => set.Weights![row]));
        if (train.Lists is not null)
            columns.Add(Column("list", (set, row) => set.Lists![row]));
        columns.Add(Column("label", (set, row) => set.Labels[row]));
        return columns;

        RowColumn Column(string role, Func<TrainingSet, int, float> value) => new(role, Free(role, train.Features.Names), value);
    }

    private static string Free(string wanted, IReadOnlyList<string> features)
    {
        var name = wanted;
        for (var i = 2; features.Contains(name); i++)
            name = string.Create(CultureInfo.InvariantCulture, $"{wanted}_{i}");
        return name;
    }
}
