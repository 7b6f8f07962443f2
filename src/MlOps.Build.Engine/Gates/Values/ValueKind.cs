namespace MlOps.Build.Engine.Gates.Values;

/// <summary>The type of an expression: its shape, and what its numbers measure.</summary>
internal readonly record struct ValueKind(ValueShape Shape, Dimension Dimension)
{
    /// <summary>A number without a unit.</summary>
    public static ValueKind Number => NumberOf(Dimension.None);

    /// <summary>One number without a unit a group.</summary>
    public static ValueKind List => ListOf(Dimension.None);

    /// <summary>Groups, before a metric is taken of each.</summary>
    public static ValueKind Slices => new(ValueShape.Slices, Dimension.None);

    public static ValueKind Text => new(ValueShape.Text, Dimension.None);

    public static ValueKind NumberOf(Dimension dimension) => new(ValueShape.Number, dimension);

    public static ValueKind ListOf(Dimension dimension) => new(ValueShape.List, dimension);
}
