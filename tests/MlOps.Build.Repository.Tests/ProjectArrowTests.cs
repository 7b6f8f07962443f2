using System.Xml.Linq;

namespace MlOps.Build.Repository.Tests;

/// <summary>Which project may know which: arrows point down only.</summary>
public sealed class ProjectArrowTests
{
    private static readonly IReadOnlyDictionary<string, IReadOnlyList<string>> Allowed = new Dictionary<string, IReadOnlyList<string>>
    {
        ["MlOps.Build"] = ["MlOps.Build.Engine", "MlOps.Build.Feeds", "MlOps.Build.GitHub", "MlOps.Build.Parquet", "MlOps.Build.Sources", "MlOps.Build.Tracking", "MlOps.Build.Trackers"],
        ["MlOps.Build.Tool"] =
        [
            "MlOps.Build.Engine", "MlOps.Build.Databases", "MlOps.Build.Feeds", "MlOps.Build.GitHub", "MlOps.Build.Parquet", "MlOps.Build.Serving", "MlOps.Build.Sources",
            "MlOps.Build.Tracking", "MlOps.Build.Trackers",
        ],
        ["MlOps.Build.Databases"] = ["MlOps.Build.Sources"],
        ["MlOps.Build.Feeds"] = ["MlOps.Build.Engine", "MlOps.Build.Sources"],
        ["MlOps.Build.Tracking"] = ["MlOps.Build.Engine"],
        ["MlOps.Build.Sources"] = ["MlOps.Build.Engine"],
        ["MlOps.Build.Trackers"] = ["MlOps.Build.Engine", "MlOps.Build.Sources"],
        ["MlOps.Build.GitHub"] = ["MlOps.Build.Contracts"],
        ["MlOps.Build.Engine"] = ["MlOps.Build.Inference", "MlOps.Build.Inference.OnnxRuntime", "MlOps.Build.Parquet", "MlOps.Build.Contracts"],
        ["MlOps.Build.Serving"] = ["MlOps.Build.Inference", "MlOps.Build.Contracts"],
        ["MlOps.Build.MLNet"] = ["MlOps.Build.Inference", "MlOps.Build.Contracts"],
        ["MlOps.Build.Inference.OnnxRuntime"] = ["MlOps.Build.Inference"],
        ["MlOps.Build.Inference"] = ["MlOps.Build.Contracts"],
        ["MlOps.Build.Parquet"] = ["MlOps.Build.Contracts"],
        ["MlOps.Build.Contracts"] = [],
    };

    [Fact]
    public void Projects_refer_only_to_those_below_them() =>
        Projects().SelectMany(project => References(project)
                .Except(Allowed.GetValueOrDefault(Name(project), []))
                .Select(target => $"{Name(project)} -> {target}"))
            .ShouldBeEmpty();

    [Fact]
    public void Every_project_below_src_has_its_place_among_the_arrows() =>
        Projects().Select(Name).Except(Allowed.Keys).ShouldBeEmpty();

    // .NET Standard lacks what these packages bring; on .NET itself they are part of the framework.
    [Fact]
    public void What_an_application_sees_depends_on_no_package_on_NET() =>
        Projects().Where(project => Name(project) is "MlOps.Build.Contracts" or "MlOps.Build.Inference" or "MlOps.Build.Inference.OnnxRuntime")
            .SelectMany(project => XDocument.Parse(Repository.Read(project)).Descendants("PackageReference"))
            .Where(reference => reference.Parent?.Attribute("Condition")?.Value != "'$(TargetFramework)' == 'netstandard2.0'")
            .Select(reference => reference.Attribute("Include")!.Value)
            .ShouldBeEmpty();

    private static IReadOnlyList<string> Projects() => Repository.Files("src", "*.csproj");

    private static string Name(string project) => Path.GetFileNameWithoutExtension(project);

    private static IEnumerable<string> References(string project) =>
        XDocument.Parse(Repository.Read(project)).Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/')));
}
