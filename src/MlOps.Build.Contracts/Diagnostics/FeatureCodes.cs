namespace MlOps.Build.Contracts;

/// <summary>Diagnostic codes of features and splits, <c>MLOPS2xxx</c>. A code is never reused.</summary>
public static class FeatureCodes
{
    /// <summary>The configuration names a column that the data does not have.</summary>
    public const string UnknownColumn = "MLOPS2001";

    /// <summary>A transformation has a name that is not known.</summary>
    public const string UnknownTransform = "MLOPS2002";

    /// <summary>A transformation has an argument that is unknown, missing, of the wrong kind or out of range.</summary>
    public const string TransformArgument = "MLOPS2003";

    /// <summary>A transformation does not fit the column's type or its place in the list.</summary>
    public const string TransformType = "MLOPS2004";

    /// <summary>The column that the label is computed from is declared as a feature.</summary>
    public const string LabelAsFeature = "MLOPS2005";

    /// <summary>One column alone predicts the label almost perfectly.</summary>
    public const string LeakingColumn = "MLOPS2006";

    /// <summary>A feature is known only after the outcome.</summary>
    public const string KnownAfter = "MLOPS2007";

    /// <summary>No column is left to be a feature.</summary>
    public const string NoFeatures = "MLOPS2008";

    /// <summary>A transformation cannot be learned from the training rows.</summary>
    public const string NotLearnable = "MLOPS2009";

    /// <summary>A column is declared as a feature and excluded, or declared twice.</summary>
    public const string FeatureConflict = "MLOPS2010";

    /// <summary>A column has a name that the model graph needs for itself.</summary>
    public const string ReservedName = "MLOPS2011";

    /// <summary>A sensitive text is declared as a feature.</summary>
    public const string SensitiveFeature = "MLOPS2012";

    /// <summary>No row has a label.</summary>
    public const string LabelAllMissing = "MLOPS2020";

    /// <summary>Every label is the same.</summary>
    public const string LabelOneClass = "MLOPS2021";

    /// <summary>The number of classes does not fit the task.</summary>
    public const string LabelClassCount = "MLOPS2022";

    /// <summary>The label's column has a type that the task cannot use.</summary>
    public const string LabelType = "MLOPS2023";

    /// <summary>A value named for the label never occurs.</summary>
    public const string LabelValueUnknown = "MLOPS2024";

    /// <summary>Which of two classes is the positive one was not declared.</summary>
    public const string LabelPositiveAssumed = "MLOPS2025";

    /// <summary>A part of the split has no rows.</summary>
    public const string SplitPartEmpty = "MLOPS2030";

    /// <summary>The split's column has a type that it cannot use.</summary>
    public const string SplitColumnType = "MLOPS2031";

    /// <summary>A row has no value in the split's column.</summary>
    public const string SplitColumnMissing = "MLOPS2032";

    /// <summary>A group or a key is on both sides of the split.</summary>
    public const string SplitGroupDivided = "MLOPS2033";

    /// <summary>Time runs backwards between the parts of the split.</summary>
    public const string SplitTimeBackwards = "MLOPS2034";

    /// <summary>A class is absent from a part of the split.</summary>
    public const string SplitClassAbsent = "MLOPS2035";

    /// <summary>A row is in two parts of the split, or in none.</summary>
    public const string SplitRowCoverage = "MLOPS2036";

    /// <summary>Equal rows are on both sides of the split.</summary>
    public const string SplitEqualRowsDivided = "MLOPS2037";

    /// <summary>The label is distributed otherwise in validation or test than in train.</summary>
    public const string LabelShift = "MLOPS2038";

    /// <summary>The terms of a text would make more numbers than fit into memory.</summary>
    public const string TextTooLarge = "MLOPS2039";
}
