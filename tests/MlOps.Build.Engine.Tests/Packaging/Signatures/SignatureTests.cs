using MlOps.Build.Contracts;
using MlOps.Build.Engine.Configuration;
using MlOps.Build.Engine.Data.Schemas;
using MlOps.Build.Engine.Packaging.Signatures;
using MlOps.Build.Inference.Onnx;

namespace MlOps.Build.Engine.Tests.Packaging.Signatures;

public sealed class SignatureTests
{
    private const string Schema = """
        columns:
          - name: species
            type: string
            values: [Adelie, Gentoo]
          - name: mass
            type: float64
            missing: 0
            min: 0
          - name: when
            type: date
          - name: island
            type: string
          - name: after
            type: float64
            known: after
          - name: owner
            type: string
            sensitive: true
          - name: id
            type: int64
            unique: true
        """;

    private const string Config = "task: multiclass\nlabel: species\nexclude: [when]\ntrainer: gradient-boosted-trees\n";

    [Fact]
    public void What_may_be_a_feature_is_promised_without_looking_at_a_row()
    {
        var promised = Promise(Config);

        promised.Inputs.Select(input => input.Name).ShouldBe(["mass", "island"]);
        promised.Inputs[0].Nullable.ShouldBeFalse();
        promised.Inputs[0].Minimum.ShouldBe(0);
        promised.Inputs[1].Nullable.ShouldBeTrue();
        promised.Classes.ShouldBe(["Adelie", "Gentoo"]);
    }

    [Fact]
    public void Declared_features_are_the_promise() =>
        Promise(Config + "features:\n  - island\n").Inputs.Select(input => input.Name).ShouldBe(["island"]);

    [Fact]
    public void A_model_that_takes_part_of_the_promise_fits()
    {
        var diagnostics = new DiagnosticBag();

        var trained = TrainedSignature.Check(Promise(Config), Graph(("mass", OnnxType.Double)), ["Adelie", "Gentoo"], diagnostics);
        diagnostics.ShouldBeEmpty();
        trained.ShouldNotBeNull().Inputs.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("when", OnnxType.Int64, "Adelie", "takes the column 'when', which is no feature")]
    [InlineData("mass", OnnxType.Float, "Adelie", "takes 'mass' as Float")]
    [InlineData("mass", OnnxType.Double, "Chinstrap", "knows the class 'Chinstrap'")]
    public void A_model_that_takes_or_gives_something_else_is_an_error(string input, OnnxType type, string className, string message)
    {
        var diagnostics = new DiagnosticBag();

        TrainedSignature.Check(Promise(Config), Graph((input, type)), [className], diagnostics).ShouldBeNull();
        var finding = diagnostics.ShouldHaveSingleItem();
        finding.Code.ShouldBe(PackageCodes.SignatureMismatch);
        finding.Message.ShouldContain(message);
    }

    private static ModelSignature Promise(string config)
    {
        var diagnostics = new DiagnosticBag();
        var schema = SchemaFile.Parse("schema.yaml", Schema, diagnostics);
        var parsed = TrainingConfigFile.Parse("training-config.yaml", config, diagnostics);
        diagnostics.ShouldBeEmpty();
        return PromisedSignature.Of(schema.ShouldNotBeNull(), parsed.ShouldNotBeNull());
    }

    private static OnnxGraph Graph(params (string Name, OnnxType Type)[] inputs) => new()
    {
        Name = "model",
        Nodes = [],
        Inputs = [.. inputs.Select(input => new OnnxValue(input.Name, input.Type, [null, 1]))],
        Outputs = [new OnnxValue(ModelSignature.ProbabilitiesOutput, OnnxType.Float, [null, 2])],
    };
}
