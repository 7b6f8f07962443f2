namespace MlOps.Build.Tests;

/// <summary>Builds whose data are a folder.</summary>
public sealed class FolderBuildTests : IDisposable
{
    private readonly ModelFolder _model = new();

    public void Dispose() => _model.Dispose();

    [Fact]
    public void A_folder_is_one_table_with_the_columns_of_its_folders_and_a_moved_file_is_another()
    {
        Take("Include=\"data/\"");
        _model.Write("Model/data/year=2023/1.csv", ModelFolder.Data(100));
        _model.Write("Model/data/year=2024/1.csv", ModelFolder.Data(100));
        var run = _model.Build("-t:MlOpsValidateData").ShouldSucceed();
        run.Output.ShouldContain("200 rows, 5 columns");
        File.ReadAllText(Path.Combine(_model.State, "data", "schema.yaml")).ShouldContain("- name: year\n    type: int64");

        _model.Build("--no-restore", "-t:MlOpsValidateData").ShouldSucceed().Ran.ShouldBeEmpty();
        Directory.Move(_model.At("Model/data/year=2023"), _model.At("Model/data/year=first"));
        _model.Build("--no-restore", "-t:MlOpsValidateData").ShouldSucceed().Ran.ShouldBe(["data"]);
        File.ReadAllText(Path.Combine(_model.State, "data", "schema.yaml")).ShouldContain("- name: year\n    type: string");

        Take("Include=\"data/\" Partitioned=\"false\"");
        _model.Build("--no-restore", "-t:MlOpsValidateData").ShouldSucceed().Output.ShouldContain("200 rows, 4 columns");
        Take("Include=\"data/\" Partitioned=\"maybe\"");
        _model.Build("--no-restore", "-t:MlOpsValidateData").Output
            .ShouldContain("error MLOPS0207: Partitioned of MlOpsData 'data/' is 'maybe'; expected true or false.");
    }

    private void Take(string attributes)
    {
        var project = File.ReadAllText(_model.At("Model/Model.csproj"));
        var start = project.IndexOf("<MlOpsData", StringComparison.Ordinal);
        var end = project.IndexOf("/>", start, StringComparison.Ordinal) + 2;
        _model.Write("Model/Model.csproj", $"{project[..start]}<MlOpsData {attributes} />{project[end..]}");
    }
}
