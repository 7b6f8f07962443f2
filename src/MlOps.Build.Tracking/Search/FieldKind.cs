namespace MlOps.Build.Tracking.Search;

/// <summary>Kinds of what a search looks at.</summary>
internal enum FieldKind
{
    /// <summary>Of the run itself, such as <c>status</c>.</summary>
    Attribute,

    Metric,

    Parameter,

    Tag,

    /// <summary>Of data that the run read.</summary>
    Dataset,
}
