using System.Globalization;
using System.Text;

namespace MlOps.Build.Tests.Packages;

/// <summary>The packed kit, and a model packed with it from two folders, each with an empty package cache. Made once for all package tests.</summary>
public sealed class PackedModel : IDisposable
{
    /// <summary>Stands in a sensitive text column.</summary>
    public const string SecretText = "Xanthippe-Quellwasser";

    /// <summary>Stands in a sensitive number column that is a feature.</summary>
    public const string SecretNumber = "987654321";

    private const string Schema = """
        license: CC-BY-4.0
        columns:
          - name: width
            type: int64
            description: Width of the parcel.
            missing: 0
            min: 0
            max: 200
          - name: height
            type: int64
          - name: colour
            type: string
            missing: 0
            values: [red, blue]
          - name: owner
            type: string
            sensitive: true
          - name: account
            type: int64
            sensitive: true
          - name: good
            type: string
        """;

    private readonly string _root = Directory.CreateTempSubdirectory("mlops-package-").FullName;

    public PackedModel()
    {
        foreach (var project in new[] { "MlOps.Build.Contracts", "MlOps.Build.Inference", "MlOps.Build" })
            Run(_root, "pack", Path.Combine(Kit.RepositoryRoot, "src", project), "--no-build", "-c", Kit.Configuration, "-o", Feed, "-p:PackageReadmeFile=", "-p:BuildProjectReferences=false");
        First = Pack("first");
        Second = Pack(Path.Combine("second", "deeper"));
        File.Copy(First, Path.Combine(Feed, Path.GetFileName(First)));
        Version = Path.GetFileNameWithoutExtension(First)["Parcels.".Length..];
    }

    public string First { get; }

    public string Second { get; }

    /// <summary>The version in the first package's file name.</summary>
    public string Version { get; }

    public string Feed => Path.Combine(_root, "feed");

    /// <summary>Writes a model project; its package cache is its own.</summary>
    public string WriteModel(string name, string heightColumn = "height", string properties = "")
    {
        var folder = Path.Combine(_root, name, "Parcels");
        Directory.CreateDirectory(folder);
        WriteSources(Path.Combine(_root, name));
        File.WriteAllText(Path.Combine(folder, "Parcels.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework><MlOpsModelVersion>1.4.2</MlOpsModelVersion><PackageLicenseExpression>MIT</PackageLicenseExpression>{properties}</PropertyGroup>
              <ItemGroup>
                <PackageReference Include="MlOps.Build" Version="0.1.0" PrivateAssets="all" />
                <PackageReference Include="MlOps.Build.Inference" Version="0.1.0" />
                <MlOpsData Include="data.csv" />
              </ItemGroup>
            </Project>
            """);
        File.WriteAllText(Path.Combine(folder, "data.csv"), Data().Replace("height", heightColumn, StringComparison.Ordinal));
        File.WriteAllText(Path.Combine(folder, "schema.yaml"), Schema.Replace("height", heightColumn, StringComparison.Ordinal));
        File.WriteAllText(Path.Combine(folder, "training-config.yaml"), ModelFolder.Configuration);
        File.WriteAllText(Path.Combine(folder, "validation-checklist.md"), "- [ ] Better than a coin `auc >= 0.5`\n");
        return folder;
    }

    /// <summary>Writes an application that uses the model; its package cache is its own.</summary>
    public string WriteApplication(string name, string program, string items = "", string? version = null)
    {
        var folder = Path.Combine(_root, name, "App");
        Directory.CreateDirectory(folder);
        WriteSources(Path.Combine(_root, name));
        File.WriteAllText(Path.Combine(folder, "App.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings>
              </PropertyGroup>
              <ItemGroup><PackageReference Include="Parcels" Version="[{version ?? Version}]" />{items}</ItemGroup>
            </Project>
            """);
        File.WriteAllText(Path.Combine(folder, "Program.cs"), program);
        return folder;
    }

    internal static BuildRun Run(string folder, params string[] arguments) => TryRun(folder, arguments).ShouldSucceed();

    internal static BuildRun TryRun(string folder, params string[] arguments) =>
        Dotnet.Run(folder, new Dictionary<string, string> { ["MLOPS_CACHE"] = "off" }, [.. arguments]);

    public string Pack(string name, string heightColumn = "height", string properties = "")
    {
        var folder = WriteModel(name, heightColumn, properties);
        Run(folder, "pack", "-o", "out", "-nodeReuse:false");
        return Directory.GetFiles(Path.Combine(folder, "out"), "*.nupkg").ShouldHaveSingleItem();
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private void WriteSources(string folder)
    {
        File.WriteAllText(Path.Combine(folder, "Directory.Build.props"), "<Project />");
        File.WriteAllText(Path.Combine(folder, "nuget.config"), $"""
            <configuration>
              <packageSources><clear /><add key="feed" value="{Feed}" /></packageSources>
              <config><add key="globalPackagesFolder" value="{Path.Combine(folder, ".packages")}" /></config>
            </configuration>
            """);
    }

    private static string Data()
    {
        var text = new StringBuilder("width,height,colour,owner,account,good\n");
        for (var i = 0; i < 200; i++)
        {
            var (width, height) = ((i * 37) % 101, (i * 53) % 89);
            var good = width + height + ((i * 71) % 60) > 120 ? "yes" : "no";
            var account = i % 10 == 0 ? SecretNumber : $"{1000 + i}";
            text.Append(CultureInfo.InvariantCulture, $"{width},{height},{(i % 3 == 0 ? "red" : "blue")},{SecretText}-{i % 7},{account},{good}\n");
        }

        return text.ToString();
    }
}
