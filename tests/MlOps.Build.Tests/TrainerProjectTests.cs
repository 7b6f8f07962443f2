namespace MlOps.Build.Tests;

/// <summary><c>trainer: project</c>: MSBuild builds the trainer first, whichever way the build is started.</summary>
public sealed class TrainerProjectTests : IDisposable
{
    private const string Frameworks =
        "<TargetFrameworks>net10.0;net10.0-windows</TargetFrameworks><EnableWindowsTargeting>true</EnableWindowsTargeting>"
        + "<DisableTransitiveFrameworkReferenceDownloads>true</DisableTransitiveFrameworkReferenceDownloads>";

    private const string Reference = "<ProjectReference Include=\"../Own/Own.csproj\" ReferenceOutputAssembly=\"false\" OutputItemType=\"MlOpsTrainer\" />";

    private readonly ModelFolder _model = new();

    public TrainerProjectTests()
    {
        Model(Reference);
        Own("0.5f");
    }

    public void Dispose() => _model.Dispose();

    [Fact]
    public void The_trainer_is_built_first_and_another_one_trains_again()
    {
        _model.Build("-m").ShouldSucceed().Times("train").ShouldBe(1);
        _model.Build("--no-restore").ShouldSucceed().Ran.ShouldBeEmpty();
        Own("0.25f");
        _model.Build("--no-restore", "-graph").ShouldSucceed().Ran.ShouldBe(["train", "evaluate", "gate", "package", "report"]);
        // What it was before comes from the cache: equal code is an equal assembly.
        Own("0.5f");
        var back = _model.Build("--no-restore").ShouldSucceed();
        back.Ran.ShouldBeEmpty();
        back.Lines.ShouldContain(line => line.StartsWith("train ") && line.EndsWith("from cache"));
        Own("no number");
        var broken = _model.Build("--no-restore");
        broken.Succeeded.ShouldBeFalse();
        broken.Output.ShouldContain("Own.cs");
        broken.Output.ShouldContain("error CS");
        broken.Ran.ShouldBeEmpty();
    }

    [Fact]
    public void A_target_that_is_called_alone_builds_the_trainer()
    {
        _model.Run(["restore", "Model"]).ShouldSucceed();
        _model.Build("--no-restore", "-t:MlOpsTrain").ShouldSucceed().Times("train").ShouldBe(1);
        Directory.Delete(_model.At("Own/bin"), recursive: true);
        var absent = _model.Build("--no-restore", "-p:BuildProjectReferences=false");
        absent.Output.ShouldContain("training-config.yaml(6,1): error MLOPS3042: the trainer's assembly 'Own.dll' is not there. Build its project, or correct the item MlOpsTrainer.");
    }

    [Theory]
    [InlineData("-m")]
    [InlineData("-graph")]
    public void Several_target_frameworks_and_a_solution_build_and_run_the_trainer_once(string switchName)
    {
        Model(Reference, Frameworks);
        _model.Write("All.slnx", """<Solution><Project Path="Model/Model.csproj" /><Project Path="Own/Own.csproj" /></Solution>""");
        _model.Run(["build", "All.slnx", switchName]).ShouldSucceed().Times("train").ShouldBe(1);
        _model.Run(["build", "All.slnx", switchName, "--no-restore"]).ShouldSucceed().Ran.ShouldBeEmpty();
    }

    [Fact]
    public void A_trainer_that_would_be_packed_with_the_model_is_refused()
    {
        Model(Reference.Replace("ReferenceOutputAssembly=\"false\" ", "", StringComparison.Ordinal));
        _model.Build().Output.ShouldContain("error MLOPS0216: the trainer '../Own/Own.csproj' would become a part of the model's assembly and a dependency of its package.");
    }

    [Fact]
    public void A_package_brings_a_trainer_by_an_item()
    {
        _model.Write("Own/build/Acme.Trainers.props", """
            <Project><ItemGroup><MlOpsTrainer Include="$(MSBuildThisFileDirectory)../trainer/Own.dll" /></ItemGroup></Project>
            """);
        _model.Run(["build", "Own"]).ShouldSucceed();
        _model.Run(["pack", "Own", "--no-build", "-c", "Debug", "-o", _model.At("feed")]).ShouldSucceed();
        _model.Write("nuget.config", $"<configuration><packageSources><clear /><add key=\"feed\" value=\"{_model.At("feed")}\" /></packageSources></configuration>");
        _model.Variables["NUGET_PACKAGES"] = _model.At("packages");
        Model("<PackageReference Include=\"Acme.Trainers\" Version=\"1.0.0\" PrivateAssets=\"all\" />");
        Directory.Delete(_model.At("Own"), recursive: true);
        _model.Build().ShouldSucceed().Times("train").ShouldBe(1);
    }

    private void Model(string references, string body = "<TargetFramework>net10.0</TargetFramework>")
    {
        _model.Write("Model/Model.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>{body}</PropertyGroup>
              <ItemGroup>{references}<MlOpsData Include="data.csv" /></ItemGroup>
            </Project>
            """);
        _model.Write("Model/training-config.yaml", """
            task: binary
            label:
              name: good
              column: good
              positive: ["yes"]
            trainer: project
            evaluation:
              resamples: 100
            """);
    }

    private void Own(string probability)
    {
        _model.Write("Own/Directory.Build.targets", "<Project />");
        _model.Write("Own/Own.csproj", OwnProject());
        _model.Write("Own/Own.cs", OwnSource(probability));
    }

    private static string OwnProject() => $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <PackageId>Acme.Trainers</PackageId>
            <IncludeBuildOutput>false</IncludeBuildOutput>
            <Nullable>enable</Nullable>
            <ImplicitUsings>enable</ImplicitUsings>
            <EnableDynamicLoading>true</EnableDynamicLoading>
            <PathMap>$(MSBuildProjectDirectory)=/_/</PathMap>
            <NoWarn>$(NoWarn);NU5128;NU5100</NoWarn>
          </PropertyGroup>
          <ItemGroup>
            <Reference Include="MlOps.Build.Contracts" HintPath="{Path.GetDirectoryName(Kit.TaskAssembly)}/MlOps.Build.Contracts.dll" Private="false" />
            <Reference Include="MlOps.Build.Inference" HintPath="{Path.GetDirectoryName(Kit.TaskAssembly)}/MlOps.Build.Inference.dll" />
            <None Include="build/*.props" Pack="true" PackagePath="build/" />
            <None Include="bin/Debug/net10.0/*.dll;bin/Debug/net10.0/*.deps.json" Pack="true" PackagePath="trainer/" />
          </ItemGroup>
        </Project>
        """;

    // A trainer whose model gives every row the same probability.
    private static string OwnSource(string probability) => $$"""
        using MlOps.Build.Contracts;
        using MlOps.Build.Inference;
        using MlOps.Build.Inference.Onnx;

        public sealed class Own : ITrainer
        {
            public string Name => "constant";
            public string DisplayName => "constant";
            public IReadOnlyList<Hyperparameter> Hyperparameters => [];
            public bool HandlesMissing => true;
            public bool WantsScaling => false;
            public bool HandlesCategories => false;
            public bool TakesConstraints => false;
            public bool Supports(LearningTask task) => true;
            public string? Problem(TrainingRequest request) => null;

            public TrainerResult Train(TrainingRequest request, IProgress<TrainingProgress>? progress, CancellationToken cancellationToken)
            {
                var features = request.Train.Features.Columns;
                var model = new OnnxModel
                {
                    IrVersion = 8,
                    Opsets = new Dictionary<string, long> { [""] = 13 },
                    Graph = new OnnxGraph
                    {
                        Name = "constant",
                        Inputs = [new OnnxValue("features", OnnxType.Float, [null, features])],
                        Outputs = [new OnnxValue("probabilities", OnnxType.Float, [null, 2])],
                        Initializers =
                        [
                            new OnnxTensor("weights", Tensor.Create(new float[features * 2], features, 2)),
                            new OnnxTensor("bias", Tensor.Create(new float[] { 1 - {{probability}}, {{probability}} }, 2)),
                        ],
                        Nodes = [new OnnxNode { Operator = "Gemm", Inputs = ["features", "weights", "bias"], Outputs = ["probabilities"] }],
                    },
                };
                return new TrainerResult { Model = OnnxModelWriter.Write(model), BestStep = 1, Steps = [new(1, 0.7, 0.7)], Loss = "log loss" };
            }
        }
        """;
}
