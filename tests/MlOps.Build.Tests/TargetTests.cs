namespace MlOps.Build.Tests;

/// <summary>Each target by name, and what hooks into those of the SDK.</summary>
public sealed class TargetTests : IDisposable
{
    private readonly ModelFolder _model = new();

    public void Dispose() => _model.Dispose();

    [Fact]
    public void A_target_brings_what_it_needs_up_to_date_and_nothing_more()
    {
        _model.Build("-t:MlOpsBuildFeatures").ShouldSucceed().Ran.ShouldBe(["data", "profile", "split", "features"]);
        Directory.Exists(Path.Combine(_model.State, "train")).ShouldBeFalse();
        _model.Build("--no-restore", "-t:MlOpsTrain").ShouldSucceed().Ran.ShouldBe(["train"]);
        _model.Build("--no-restore", "-t:MlOpsProfileData").ShouldSucceed().Ran.ShouldBeEmpty();
        _model.Build("--no-restore", "-t:MlOpsReport").ShouldSucceed().Ran.ShouldBe(["evaluate", "gate", "package", "report"]);
    }

    [Fact]
    public void Init_writes_four_files_and_never_over_existing_ones()
    {
        File.Delete(_model.At("Model/training-config.yaml"));
        _model.Build("-t:MlOpsInit", "-p:MlOpsLabel=good").ShouldSucceed();
        File.ReadAllText(_model.At("Model/schema.yaml")).ShouldContain("name: colour");
        File.ReadAllText(_model.At("Model/training-config.yaml")).ShouldContain("column: good");
        File.ReadAllText(_model.At("Model/validation-checklist.md")).ShouldBe("- [ ] Better than a coin `auc >= 0.5`\n");
        File.ReadAllText(_model.At("Model/model-card.md")).ShouldContain("<!-- mlops:begin intended-use -->");
        _model.Build("--no-restore").ShouldSucceed();
    }

    [Fact]
    public void The_contract_is_inferred_on_request_and_keeps_what_people_wrote()
    {
        _model.Write("Model/schema.yaml", "# ours\ncolumns:\n  - name: width\n    type: int64\n    max: 1\n");
        var build = _model.Build("-t:MlOpsInferSchema;MlOpsDocumentData");
        build.ShouldSucceed();
        var schema = File.ReadAllText(_model.At("Model/schema.yaml"));
        schema.ShouldStartWith("# ours");
        schema.ShouldContain("max: 1\n");
        schema.ShouldContain("name: colour");
        build.Output.ShouldContain("MLOPS1153");
        File.ReadAllText(Path.Combine(_model.State, "schema.proposed.yaml")).ShouldNotContain("max: 1\n");
        File.ReadAllText(_model.At("Model/docs/data.md")).ShouldContain("| width | int64 |");
    }

    [Fact]
    public void Clean_removes_ours_and_never_the_cache()
    {
        _model.Build().ShouldSucceed();
        _model.Run(["clean", "Model"]).ShouldSucceed();
        Directory.Exists(_model.State).ShouldBeFalse();
        Directory.Exists(_model.Output).ShouldBeFalse();
        Directory.EnumerateFiles(_model.Cache, "*", SearchOption.AllDirectories).ShouldNotBeEmpty();
    }

    [Fact]
    public void Clean_leaves_other_files_in_a_folder_that_the_project_chose()
    {
        _model.Write("reports/notes.txt", "ours");
        string[] chosen = [$"-p:MlOpsOutputFolder={_model.At("reports")}"];
        _model.Build(chosen).ShouldSucceed();
        File.Exists(_model.At("reports/report.html")).ShouldBeTrue();
        File.Exists(_model.At("reports/data-report.html")).ShouldBeTrue();
        _model.Run(["clean", "Model", .. chosen]).ShouldSucceed();
        Directory.GetFileSystemEntries(_model.At("reports")).ShouldBe([_model.At("reports/notes.txt")]);
    }

    [Fact]
    public void A_path_on_the_command_line_is_relative_to_the_project()
    {
        _model.Write("Model/contracts/other.yaml", "columns:\n  - name: width\n    typ: int64\n");
        var run = _model.Build("-t:MlOpsValidateData", "-p:MlOpsSchemaFile=contracts/other.yaml", "-p:MlOpsStateFolder=obj/state");
        run.Output.ShouldContain($"{_model.At("Model/contracts/other.yaml")}(3,5): error MLOPS0104:");
        Directory.Exists(_model.At("Model/obj/state")).ShouldBeTrue();
        Directory.Exists(_model.At("obj")).ShouldBeFalse();
    }

    [Fact]
    public void Editors_watch_data_contract_configuration_and_checklist()
    {
        var items = _model.Run(["msbuild", "Model", "-getItem:UpToDateCheckInput"]).ShouldSucceed().Output;
        foreach (var name in new[] { "data.csv", "schema.yaml", "training-config.yaml", "validation-checklist.md", "model-card.md" })
            items.ShouldContain(_model.At($"Model/{name}").Replace("\\", "\\\\", StringComparison.Ordinal));
    }

    [Fact]
    public void A_design_time_build_and_a_restore_train_nothing()
    {
        _model.Run(["restore", "Model"]).ShouldSucceed().Ran.ShouldBeEmpty();
        string[] editor = ["-p:DesignTimeBuild=true", "-p:BuildingProject=false", "-p:SkipCompilerExecution=true", "-p:ProvideCommandLineArgs=true"];
        _model.Build(["--no-restore", "-t:Compile", .. editor]).ShouldSucceed().Ran.ShouldBeEmpty();
        Directory.Exists(_model.State).ShouldBeFalse();
    }

    [Fact]
    public void A_failed_gate_stops_the_build_after_the_report_is_written()
    {
        _model.Write("Model/validation-checklist.md", "- [ ] Perfect `auc >= 1.5`\n- [ ] Read by its owner\n");
        var run = _model.Build();
        run.Succeeded.ShouldBeFalse();
        run.Output.ShouldContain($"{_model.At("Model/validation-checklist.md")}(1,");
        run.Output.ShouldContain("error MLOPS4001:");
        run.Output.ShouldContain("warning MLOPS4003:");
        File.Exists(Path.Combine(_model.Output, "report.md")).ShouldBeTrue();
        _model.Run(["pack", "Model", "--no-restore"]).Succeeded.ShouldBeFalse();
        Directory.EnumerateFiles(_model.Folder, "*.nupkg", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    [Fact]
    public void Undecided_items_are_errors_on_request()
    {
        _model.Write("Model/validation-checklist.md", "- [ ] Read by its owner\n");
        _model.Build().ShouldSucceed().Output.ShouldContain("warning MLOPS4003:");
        var strict = _model.Build("--no-restore", "-p:MlOpsUndecided=error");
        strict.Succeeded.ShouldBeFalse();
        strict.Output.ShouldContain("error MLOPS4003:");
    }

    [Fact]
    public void An_unknown_mode_is_an_error_and_skip_trains_nothing()
    {
        _model.Build("-p:MlOpsMode=trian").Output.ShouldContain("error MLOPS0207: MlOpsMode is 'trian'; expected train, use or skip.");
        _model.Build("--no-restore", "-p:MlOpsMode=skip").ShouldSucceed().Ran.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("MlOpsThreads", "lots")]
    [InlineData("MlOpsCacheLimit", "-1")]
    [InlineData("MlOpsUndecided", "maybe")]
    [InlineData("MlOpsReportLanguage", "zh")]
    public void A_property_with_a_value_that_means_nothing_is_an_error_before_anything_runs(string property, string value)
    {
        var run = _model.Run(["msbuild", "Model", "-t:MlOpsValidateData", $"-p:{property}={value}"]);
        run.Succeeded.ShouldBeFalse();
        run.Output.ShouldContain($"{_model.At("Model/Model.csproj")} : error MLOPS0207: {property} is '{value}'; expected ");
        run.Ran.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("MlOpsSchemaFile")]
    [InlineData("MlOpsTrainingConfigFile")]
    [InlineData("MlOpsChecklistFile")]
    [InlineData("MlOpsModelCardFile")]
    public void A_file_that_the_project_names_and_does_not_have_is_an_error(string property)
    {
        var run = _model.Run(["msbuild", "Model", "-t:MlOpsValidateData", $"-p:{property}=nowhere.txt"]);
        run.Succeeded.ShouldBeFalse();
        run.Output.ShouldContain($"error MLOPS0204: {property} is '{_model.At("Model/nowhere.txt")}', which does not exist.");
    }

    [Fact]
    public void Outputs_where_people_write_their_model_card_are_refused()
    {
        _model.Write("Model/model-card.md", "# Ours\n");
        var run = _model.Run(["msbuild", "Model", "-t:MlOpsValidateData", "-p:MlOpsOutputFolder=."]);
        run.Succeeded.ShouldBeFalse();
        run.Output.ShouldContain("error MLOPS0207: MlOpsOutputFolder is ");
        File.ReadAllText(_model.At("Model/model-card.md")).ShouldBe("# Ours\n");
    }

    [Fact]
    public void A_data_file_that_two_patterns_name_is_read_once()
    {
        var project = File.ReadAllText(_model.At("Model/Model.csproj"));
        _model.Write("Model/Model.csproj", project.Replace(
            "<MlOpsData Include=\"data.csv\" />", "<MlOpsData Include=\"data.csv\" /><MlOpsData Include=\"*.csv\" />", StringComparison.Ordinal));
        _model.Run(["msbuild", "Model", "-t:MlOpsValidateData"]).ShouldSucceed().Output.ShouldContain("data.csv: 200 rows");
    }

    [Fact]
    public void A_finding_without_a_place_is_shown_at_the_project()
    {
        File.Delete(_model.At("Model/training-config.yaml"));
        _model.Run(["msbuild", "Model", "-t:MlOpsValidateData"]).ShouldSucceed().Output
            .ShouldContain($"{_model.At("Model/Model.csproj")} : warning MLOPS0211:");
    }

    [Fact]
    public void A_task_that_cannot_write_says_so_in_one_line()
    {
        _model.Run(["msbuild", "Model", "-t:MlOpsInferSchema"]).ShouldSucceed();
        var run = _model.Run(
            ["msbuild", "Model", "-t:MlOpsGeneratePredictor", "-p:MlOpsGeneratePredictor=true", "-p:_MlOpsPredictorFile=data.csv/x.cs"]);
        run.Succeeded.ShouldBeFalse();
        run.Lines.Count(line => line.Contains("error ", StringComparison.Ordinal)).ShouldBe(1, run.Output);
        run.Output.ShouldContain("error MLOPS0202: cannot write what 'GeneratePredictor' makes");
    }

    [Fact]
    public void A_misspelled_key_is_an_error_at_its_place()
    {
        _model.Write("Model/training-config.yaml", ModelFolder.Configuration.Replace("trainer:", "trianer:", StringComparison.Ordinal));
        var run = _model.Build();
        run.Succeeded.ShouldBeFalse();
        run.Output.ShouldContain($"{_model.At("Model/training-config.yaml")}(6,1): error MLOPS0104: unknown key 'trianer'.");
    }

    [Fact]
    public void Without_a_configuration_the_label_is_guessed_with_a_warning()
    {
        File.Delete(_model.At("Model/training-config.yaml"));
        _model.Build().ShouldSucceed().Output.ShouldContain("warning MLOPS0211: 'good' is taken for the label.");
    }
}
