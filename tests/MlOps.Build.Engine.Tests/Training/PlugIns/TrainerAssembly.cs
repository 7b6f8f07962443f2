using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using MlOps.Build.Inference;

namespace MlOps.Build.Engine.Tests.Training.PlugIns;

/// <summary>Compiles a trainer as a project of somebody else's does, with the kit's interpreter beside it.</summary>
internal static class TrainerAssembly
{
    private const string Usings =
        "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; global using System.Threading;"
        + "global using MlOps.Build.Contracts;";

    private static readonly IReadOnlyList<MetadataReference> References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    /// <summary>A trainer of the name <c>own</c>, whose training is the given statements.</summary>
    public static string Source(string train, string type = "Own", string name = "own", string more = "") => $$"""
        public class {{type}} : ITrainer
        {
            public string Name => "{{name}}";
            public string DisplayName => "own trainer";
            public IReadOnlyList<Hyperparameter> Hyperparameters { get; } =
            [
                new() { Name = "depth", Default = 3, Minimum = 1, Maximum = 9, Integer = true, Description = "How deep." },
                new() { Name = "kernel", Default = 0, Maximum = 1, Choices = ["linear", "rbf"], Description = "Which." },
            ];
            public bool HandlesMissing => false;
            public bool WantsScaling => false;
            public bool HandlesCategories => false;
            public bool TakesConstraints => false;
            public bool Supports(LearningTask task) => task == LearningTask.Binary;
            public string? Problem(TrainingRequest request) => request.Hyperparameters["depth"] == 9 ? "too deep. Dig less." : null;
            public TrainerResult Train(TrainingRequest request, IProgress<TrainingProgress>? progress, CancellationToken cancellationToken)
            {
                {{train}}
            }
            {{more}}
        }

        """;

    /// <summary>The assembly, in a folder of its own.</summary>
    public static string Compile(string folder, params string[] sources)
    {
        Directory.CreateDirectory(folder);
        var compilation = CSharpCompilation.Create(
            "Own.Trainer",
            sources.Prepend(Usings).Select(source => CSharpSyntaxTree.ParseText(source)),
            References,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, deterministic: true));
        var path = Path.Combine(folder, "Own.Trainer.dll");
        using (var stream = File.Create(path))
            compilation.Emit(stream).Diagnostics.Where(finding => finding.Severity == DiagnosticSeverity.Error).ShouldBeEmpty();
        var interpreter = typeof(ManagedModelSession).Assembly.Location;
        File.Copy(interpreter, Path.Combine(folder, Path.GetFileName(interpreter)), overwrite: true);
        return path;
    }
}
