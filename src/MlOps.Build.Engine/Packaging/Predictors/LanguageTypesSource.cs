namespace MlOps.Build.Engine.Packaging.Predictors;

/// <summary>
/// Writes the types that the compiler wants for <c>init</c> and <c>required</c> and that .NET Standard lacks. A project that has them from
/// elsewhere defines <c>MLOPS_OWN_LANGUAGE_TYPES</c>.
/// </summary>
internal static class LanguageTypesSource
{
    private const string Marker = "[global::System.ComponentModel.EditorBrowsable(global::System.ComponentModel.EditorBrowsableState.Never)]";

    public static void Write(SourceWriter source)
    {
        source.Line();
        source.Line("#if !NET && !MLOPS_OWN_LANGUAGE_TYPES");
        source.Line("namespace System.Runtime.CompilerServices");
        source.Open();
        source.Line(Marker);
        source.Line("internal static class IsExternalInit");
        source.Open();
        source.Close();
        source.Line();
        source.Line(Marker);
        source.Line("internal sealed class RequiredMemberAttribute : global::System.Attribute");
        source.Open();
        source.Close();
        source.Line();
        source.Line(Marker);
        source.Line("internal sealed class CompilerFeatureRequiredAttribute : global::System.Attribute");
        source.Open();
        source.Line("public CompilerFeatureRequiredAttribute(string featureName) => FeatureName = featureName;");
        source.Line();
        source.Line("public string FeatureName { get; }");
        source.Close();
        source.Close();
        source.Line();
        source.Line("namespace System.Diagnostics.CodeAnalysis");
        source.Open();
        source.Line(Marker);
        source.Line("internal sealed class SetsRequiredMembersAttribute : global::System.Attribute");
        source.Open();
        source.Close();
        source.Close();
        source.Line("#endif");
    }
}
