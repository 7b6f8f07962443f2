namespace MlOps.Build.Engine.Data.Expectations;

/// <summary>The kinds of single values.</summary>
internal enum ScalarKind
{
    Null,
    Boolean,
    Number,
    Text,
}
