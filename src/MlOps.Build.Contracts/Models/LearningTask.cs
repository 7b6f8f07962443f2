namespace MlOps.Build.Contracts;

/// <summary>What a model is asked to predict.</summary>
public enum LearningTask
{
    /// <summary>One of two classes; the second is the positive one.</summary>
    Binary,

    /// <summary>One of three or more classes.</summary>
    Multiclass,

    /// <summary>A number.</summary>
    Regression,
}
