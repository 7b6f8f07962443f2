using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using MlOps.Build.Engine.Packaging.Predictors;

namespace MlOps.Build.Engine.Tests.Packaging.Predictors;

/// <summary>Compiles generated source as a model project would: nullable on, warnings on, documentation checked.</summary>
internal static class GeneratedCode
{
    private static readonly IReadOnlyList<MetadataReference> References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    public static IReadOnlyList<string> Findings(params string[] sources) =>
    [
        .. Compilation(sources).GetDiagnostics()
            .Where(finding => finding.Severity >= DiagnosticSeverity.Warning)
            .Select(finding => finding.ToString()),
    ];

    public static INamedTypeSymbol Type(PredictorOptions options, string name) =>
        Compilation(PredictorSource.Generate(options)).GetTypeByMetadataName(name).ShouldNotBeNull();

    public static Assembly Load(PredictorOptions options, IReadOnlyDictionary<string, byte[]> resources, params string[] consumers)
    {
        using var image = new MemoryStream();
        var descriptions = resources.Select(pair => new ResourceDescription(pair.Key, () => new MemoryStream(pair.Value), isPublic: true));
        var result = Compilation([PredictorSource.Generate(options), .. consumers]).Emit(image, manifestResources: descriptions);
        result.Success.ShouldBeTrue(string.Join('\n', result.Diagnostics));
        image.Position = 0;
        return new AssemblyLoadContext(null, isCollectible: true).LoadFromStream(image);
    }

    private static CSharpCompilation Compilation(params string[] sources)
    {
        var parse = new CSharpParseOptions(LanguageVersion.Latest, DocumentationMode.Diagnose);
        var options = new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary,
            nullableContextOptions: NullableContextOptions.Enable,
            // As the SDK does for every project.
            specificDiagnosticOptions: [new("CS1701", ReportDiagnostic.Suppress), new("CS1702", ReportDiagnostic.Suppress)],
            warningLevel: 9999);
        return CSharpCompilation.Create("Generated", sources.Select(source => CSharpSyntaxTree.ParseText(source, parse)), References, options);
    }
}
