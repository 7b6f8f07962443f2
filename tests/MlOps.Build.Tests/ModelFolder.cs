using System.Globalization;
using System.Text;

namespace MlOps.Build.Tests;

/// <summary>A small model project in a folder of its own, with a cache of its own, built with the kit as it was just compiled.</summary>
internal sealed class ModelFolder : IDisposable
{
    public const string Configuration = """
        task: binary
        label:
          name: good
          column: good
          positive: ["yes"]
        trainer: gradient-boosted-trees
        hyperparameters:
          num_iterations: 5
        evaluation:
          resamples: 100
        """;

    private readonly string _root = Directory.CreateTempSubdirectory("mlops-").FullName;

    private readonly bool _packed;

    public ModelFolder(string projectBody = "<TargetFramework>net10.0</TargetFramework>", string? feed = null)
    {
        _packed = feed is not null;
        Variables["MLOPS_CACHE"] = Path.Combine(_root, "cache");
        Write("Directory.Build.props", "<Project />");
        Write("Directory.Packages.props", "<Project />");
        Write("Directory.Build.targets", _packed ? "<Project />" : Imports());
        var source = _packed ? $"<add key=\"kit\" value=\"{feed}\" />" : "";
        Write("nuget.config", $"<configuration><packageSources><clear />{source}</packageSources></configuration>");
        if (_packed)
            Variables["NUGET_PACKAGES"] = Path.Combine(_root, "packages");
        AddProject("Model", projectBody);
    }

    /// <summary>A project that restores the kit from a folder feed into an empty package cache, as a user's does.</summary>
    public static ModelFolder Packed(string feed) => new(feed: feed);

    public Dictionary<string, string> Variables { get; } = [];

    public string Folder => Path.Combine(_root, "Model");

    public string State => Path.Combine(Folder, "obj", "mlops");

    public string Output => Path.Combine(Folder, "bin", "Debug", "mlops");

    public string Cache => Variables["MLOPS_CACHE"];

    public string Root => _root;

    public string At(string name) => Path.Combine(_root, name);

    public void Write(string name, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(name))!);
        File.WriteAllText(At(name), text);
    }

    /// <summary>A project with data, configuration and checklist in a folder of its name.</summary>
    public void AddProject(string name, string body)
    {
        Write($"{name}/{name}.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>{body}</PropertyGroup>
              <ItemGroup>{References()}<MlOpsData Include="data.csv" /></ItemGroup>
            </Project>
            """);
        Write($"{name}/data.csv", Data());
        Write($"{name}/training-config.yaml", Configuration);
        Write($"{name}/validation-checklist.md", "- [ ] Better than a coin `auc >= 0.5`\n");
    }

    /// <summary>200 rows, the label a noisy sum of the numbers, the same in every run.</summary>
    public static string Data(int rows = 200)
    {
        var text = new StringBuilder("width,height,colour,good\n");
        for (var i = 0; i < rows; i++)
        {
            var (width, height) = ((i * 37) % 101, (i * 53) % 89);
            var good = width + height + ((i * 71) % 60) > 120 ? "yes" : "no";
            text.Append(CultureInfo.InvariantCulture, $"{width},{height},{(i % 3 == 0 ? "red" : "blue")},{good}\n");
        }

        return text.ToString();
    }

    public BuildRun Build(params IReadOnlyList<string> arguments) => Run(["build", "Model", .. arguments]);

    public BuildRun Run(IReadOnlyList<string> arguments) => Dotnet.Run(_root, Variables, Complete(arguments));

    /// <summary>Lets build nodes live on, as they do by default.</summary>
    public BuildRun RunReusing(IReadOnlyList<string> arguments) => Dotnet.Run(_root, Variables, [.. arguments, "-tl:off", "-nologo"]);

    public BuildRun BuildUntil(string line, string signal, params IReadOnlyList<string> arguments) =>
        Dotnet.RunUntil(_root, Variables, Complete(["build", "Model", .. arguments]), line, signal);

    /// <summary>Every file of the stages and of the report, with its time.</summary>
    public IReadOnlyDictionary<string, DateTime> Snapshot() => new[] { State, Output }
        .Where(Directory.Exists)
        .SelectMany(folder => new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories))
        .ToDictionary(file => file.FullName, file => file.LastWriteTimeUtc);

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private string References() => !_packed ? "" : $"""
        <PackageReference Include="MlOps.Build" Version="{PackedKit.Version}" PrivateAssets="all" />
        <PackageReference Include="MlOps.Build.Inference" Version="{PackedKit.Version}" />
        """;

    private static IReadOnlyList<string> Complete(IReadOnlyList<string> arguments) =>
        [.. arguments, "-tl:off", "-nologo", "-nodeReuse:false"];

    private static string Imports() => $"""
        <Project>
          <PropertyGroup>
            <MlOpsTaskAssembly>{Kit.TaskAssembly}</MlOpsTaskAssembly>
            <MlOpsHelpFolder>{Kit.RepositoryRoot}docs/diagnostics/</MlOpsHelpFolder>
            <MlOpsGeneratePredictor Condition="'$(MlOpsGeneratePredictor)' == ''">false</MlOpsGeneratePredictor>
          </PropertyGroup>
          <Import Project="{Kit.Source}/build/MlOps.Build.props" />
          <Import Project="{Kit.Source}/build/MlOps.Build.targets" />
        </Project>
        """;
}
