namespace MlOps.Build.Engine.Packaging.Comparison;

/// <summary>The reason of a level, in words.</summary>
internal static class EffectWords
{
    public static string Of(ChangeEffect effect) => effect switch
    {
        ChangeEffect.Compile => "an application that names it does not compile",
        ChangeEffect.Values => "it compiles, and checks refuse rows that were allowed",
        ChangeEffect.Meaning => "it compiles, and the same code means something else",
        ChangeEffect.More => "it compiles, and more is allowed or given",
        _ => "an application sees nothing of it",
    };
}
