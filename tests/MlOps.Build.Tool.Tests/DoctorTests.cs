using MlOps.Build.Contracts;

namespace MlOps.Build.Tool.Tests;

public sealed class DoctorTests : IDisposable
{
    private const string Project = """
        <Project Sdk="Microsoft.NET.Sdk">
          <ItemGroup>
            <PackageReference Include="MlOps.Build" Version="0.1.0" PrivateAssets="all" />
            <PackageReference Include="MlOps.Build.Inference" Version="0.1.0" />
            <MlOpsData Include="data/*.csv" />
          </ItemGroup>
        </Project>
        """;

    private readonly ToolFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_sound_project_on_this_machine_has_nothing_wrong()
    {
        _folder.Write("Model.csproj", Project);
        _folder.Write("data/a.csv", "a,b\n1,2\n");

        var run = _folder.Run("doctor", "--json");
        run.ExitCode.ShouldBe(ExitCodes.Ok, run.Error);
        run.Json.GetProperty("checks").EnumerateArray().Select(check => check.GetProperty("check").GetString())
            .ShouldBe([".NET SDK", "git", "node", "cache", "project", "files", "data"]);
    }

    [Theory]
    [InlineData("PrivateAssets=\"all\"", "", ToolCodes.ReferenceWrong)]
    [InlineData("data/*.csv", "data/none.csv", ToolCodes.DataMissing)]
    [InlineData("data/*.csv", "other/*.csv", ToolCodes.DataMissing)]
    [InlineData("</Project>", "", ToolCodes.ProjectMissing)]
    public void What_is_wrong_with_a_project_is_found(string part, string replacement, string code)
    {
        _folder.Write("Model.csproj", Project.Replace(part, replacement, StringComparison.Ordinal));
        _folder.Write("data/a.csv", "a,b\n1,2\n");

        var run = _folder.Run("doctor");
        run.ExitCode.ShouldBe(ExitCodes.Finding);
        run.Error.ShouldContain($"error {code}");
    }

    [Fact]
    public void A_pointer_in_place_of_data_is_found()
    {
        _folder.Write("Model.csproj", Project);
        _folder.Write("data/a.csv", "version https://git-lfs.github.com/spec/v1\noid sha256:1\nsize 1\n");

        _folder.Run("doctor").Error.ShouldContain($"error {ToolCodes.LargeFilePointer}");
    }

    [Fact]
    public void A_machine_without_the_sdk_is_found()
    {
        _folder.Write("Model.csproj", Project);
        _folder.Write("data/a.csv", "a,b\n1,2\n");
        _folder.Variables["PATH"] = _folder["empty"];

        _folder.Run("doctor").Error.ShouldContain($"error {ToolCodes.SdkMissing}");
    }

    [Fact]
    public void A_cache_folder_that_cannot_be_written_is_found()
    {
        _folder.Write("Model.csproj", Project);
        _folder.Write("data/a.csv", "a,b\n1,2\n");
        _folder.Variables["MLOPS_CACHE"] = Path.Combine(_folder.Write("file", ""), "cache");

        var run = _folder.Run("doctor");
        run.ExitCode.ShouldBe(ExitCodes.Ok);
        run.Error.ShouldContain($"warning {ToolCodes.CacheNotWritable}");
    }
}
