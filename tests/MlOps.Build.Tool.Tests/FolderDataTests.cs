namespace MlOps.Build.Tool.Tests;

/// <summary>Folders and patterns as data of the tool's verbs.</summary>
public sealed class FolderDataTests : IDisposable
{
    private readonly ToolFolder _folder = new();

    public FolderDataTests()
    {
        _folder.Write("data/year=2024/1.csv", "id,speed\n1,20\n2,30\n");
        _folder.Write("data/year=2023/1.csv", "id,speed\n3,-4\n");
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("data")]
    [InlineData("data/")]
    [InlineData("data/**/*.csv")]
    [InlineData("data/year=*/1.csv")]
    public void A_folder_or_a_pattern_is_checked_as_one_table(string path)
    {
        _folder.Write("schema.yaml", "columns: [{name: id, type: int64}, {name: speed, type: int64, min: 0}, {name: year, type: int64}]\n");
        var run = _folder.Run("validate", path);
        run.Output.ShouldStartWith("3 rows, 3 columns, ");
        run.Error.ShouldStartWith("data/year=2023/1.csv(2,2): error MLOPS1004: 'speed' is -4");
        _folder.Run("profile", "--data", path).Output.ShouldStartWith("3 rows, 3 columns");
    }

    [Fact]
    public void A_project_says_whether_folders_are_columns()
    {
        _folder.Write("Model.csproj", "<Project><ItemGroup><MlOpsData Include=\"data/\" Partitioned=\"false\" /></ItemGroup></Project>");
        _folder.Run("validate").Output.ShouldStartWith("3 rows, 2 columns, ");
        _folder.Write("Model.csproj", "<Project><ItemGroup><MlOpsData Include=\"data/**/*.csv\"><Partitioned>true</Partitioned></MlOpsData></ItemGroup></Project>");
        _folder.Run("validate").Output.ShouldStartWith("3 rows, 3 columns, ");
    }

    [Fact]
    public void A_pattern_without_files_is_named()
    {
        _folder.Run("profile", "--data", "none/*.csv").Error.ShouldStartWith("none/*.csv: error MLOPS1001: the data file does not exist.");
    }
}
