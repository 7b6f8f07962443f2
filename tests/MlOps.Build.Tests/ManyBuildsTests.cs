namespace MlOps.Build.Tests;

/// <summary>Several target frameworks, several projects, several builds at once.</summary>
public sealed class ManyBuildsTests : IDisposable
{
    // Two frameworks whose reference assemblies come with the SDK.
    private const string TwoFrameworks =
        "<TargetFrameworks>net10.0;net10.0-windows</TargetFrameworks><EnableWindowsTargeting>true</EnableWindowsTargeting>"
        + "<DisableTransitiveFrameworkReferenceDownloads>true</DisableTransitiveFrameworkReferenceDownloads>";

    private ModelFolder? _model;

    public void Dispose() => _model?.Dispose();

    [Theory]
    [InlineData("-m")]
    [InlineData("-graph")]
    [InlineData("-m:1")]
    public void Several_target_frameworks_train_once(string switchName)
    {
        _model = new ModelFolder(TwoFrameworks);
        var run = _model.Build(switchName).ShouldSucceed();
        run.Times("train").ShouldBe(1);
    }

    [Fact]
    public void Two_projects_build_in_parallel_and_a_project_that_refers_to_one_does_not_train_it_again()
    {
        _model = TwoModels();
        var first = _model.Run(["build", "All", "-m"]).ShouldSucceed();
        first.Times("train").ShouldBe(2);
        _model.Run(["build", "All", "--no-restore", "-graph"]).ShouldSucceed().Ran.ShouldBeEmpty();
    }

    [Fact]
    public void A_solution_trains_once_for_several_frameworks_and_an_application()
    {
        _model = new ModelFolder(TwoFrameworks);
        _model.Write("App/App.csproj", """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework><MlOpsMode>skip</MlOpsMode></PropertyGroup>
              <ItemGroup><ProjectReference Include="../Model/Model.csproj" /></ItemGroup>
            </Project>
            """);
        _model.Write("All.slnx", """<Solution><Project Path="App/App.csproj" /><Project Path="Model/Model.csproj" /></Solution>""");
        _model.Run(["build", "All.slnx", "-m"]).ShouldSucceed().Times("train").ShouldBe(1);
        _model.Run(["build", "All.slnx", "--no-restore"]).ShouldSucceed().Ran.ShouldBeEmpty();
    }

    [Fact]
    public async Task Two_builds_of_one_project_at_once_train_once()
    {
        _model = new ModelFolder();
        _model.Run(["restore", "Model"]).ShouldSucceed();
        var token = TestContext.Current.CancellationToken;
        var runs = await Task.WhenAll(Enumerable.Range(0, 2).Select(i =>
            Task.Run(() => _model.Build("--no-restore", "-t:MlOpsReport", $"-p:MlOpsOutputFolder={_model.At($"out{i}")}/"), token)));
        runs.ShouldAllBe(run => run.Succeeded);
        runs.Sum(run => run.Times("train")).ShouldBe(1);
    }

    [Fact]
    public void A_node_that_stays_alive_serves_the_next_build()
    {
        _model = TwoModels();
        _model.Variables["MSBUILDNODECONNECTIONTIMEOUT"] = "10000";
        _model.RunReusing(["build", "All", "-m:2"]).ShouldSucceed();
        _model.RunReusing(["build", "All", "-m:2", "--no-restore"]).ShouldSucceed().Ran.ShouldBeEmpty();
    }

    private static ModelFolder TwoModels()
    {
        var model = new ModelFolder();
        model.AddProject("Other", "<TargetFramework>net10.0</TargetFramework>");
        // With the same contents the slower project would take its stages from the cache that the faster one fills.
        model.Write("Other/data.csv", ModelFolder.Data(210));
        model.Write("All/All.csproj", """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework><MlOpsMode>skip</MlOpsMode></PropertyGroup>
              <ItemGroup>
                <ProjectReference Include="../Model/Model.csproj" />
                <ProjectReference Include="../Other/Other.csproj" />
              </ItemGroup>
            </Project>
            """);
        return model;
    }
}
