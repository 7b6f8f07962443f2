using System.Text;
using System.Text.Json;
using MlOps.Build.Contracts;

namespace MlOps.Build.Inference.Tests.Packages;

public sealed class PackagedModelTests
{
    private readonly MemoryParts _parts = new();

    [Fact]
    public void A_model_as_it_was_packed_predicts()
    {
        var model = PackagedModel.Open(_parts);

        model.OutputsPerRow.ShouldBe(1);
        model.Run(MemoryParts.Row(1.5)).ShouldBe([1.5f]);
    }

    [Fact]
    public void Its_golden_rows_pass()
    {
        var result = PackagedModel.Open(_parts).SelfTest();

        result.Passed.ShouldBeTrue();
        result.Rows.ShouldBe(2);
        result.LargestDifference.ShouldBe(0);
    }

    [Fact]
    public void A_back_end_that_computes_something_else_fails_the_self_test()
    {
        var result = PackagedModel.Open(_parts, bytes => new Shifted(ManagedModelSession.Load(bytes))).SelfTest();

        result.Passed.ShouldBeFalse();
        result.Failure.ShouldBe("golden row 1 gives 2.6; it gave 2.5 when it was packed");
        result.LargestDifference.ShouldBe(0.1, 1e-6);
    }

    [Fact]
    public void A_failed_self_test_says_which_inputs_differ_and_by_how_much()
    {
        var result = PackagedModel.Open(_parts, bytes => new Shifted(ManagedModelSession.Load(bytes))).SelfTest();

        result.Differences.Select(difference => (difference.Row, difference.Output)).ShouldBe([(1, "value"), (2, "value")]);
        result.Differences[0].ToString().ShouldBe("golden row 1 (unused = missing, x = 2.5): 'value' is 2.6, it was 2.5 when it was packed, 4e-2 apart");
        Should.Throw<InferenceException>(result.ThrowIfFailed).Message.ShouldBe(
            $"This machine does not predict what the build predicted: 2 of 2 golden rows differ by more than the 1e-4 that is allowed: {string.Join(' ', result.Differences)}");
        Should.NotThrow(PackagedModel.Open(_parts).SelfTest().ThrowIfFailed);
    }

    [Fact]
    public void A_model_that_does_not_match_its_manifest_is_refused()
    {
        _parts[PackageParts.Model] = "another"u8.ToArray();

        var message = Should.Throw<InferenceException>(() => PackagedModel.Open(_parts)).Message;
        message.ShouldContain("'mlops/model.onnx' has SHA-256");
        message.ShouldContain("it was changed after it was packed");
    }

    [Theory]
    [InlineData(PackageParts.Manifest)]
    [InlineData(PackageParts.Model)]
    [InlineData(PackageParts.Signature)]
    [InlineData(PackageParts.Golden)]
    public void A_missing_part_is_named(string part)
    {
        _parts[part] = null;

        Should.Throw<InferenceException>(() => PackagedModel.Open(_parts)).Message.ShouldContain($"'{part}' is missing");
    }

    [Fact]
    public void A_part_that_the_manifest_does_not_name_is_refused()
    {
        var empty = new ModelManifest { Name = "Echo", Parts = [] };
        _parts[PackageParts.Manifest] = JsonSerializer.SerializeToUtf8Bytes(empty, ContractsJson.Default.ModelManifest);

        Should.Throw<InferenceException>(() => PackagedModel.Open(_parts)).Message.ShouldContain("the manifest does not name");
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{")]
    [InlineData("[1]")]
    public void A_manifest_that_is_none_is_refused(string text)
    {
        _parts[PackageParts.Manifest] = Encoding.UTF8.GetBytes(text);

        Should.Throw<InferenceException>(() => PackagedModel.Open(_parts)).Message.ShouldContain("cannot be read");
    }

    [Fact]
    public void An_assembly_without_a_model_says_what_it_lacks() =>
        Should.Throw<InferenceException>(() => PackagedModel.Load(typeof(PackagedModelTests).Assembly)).Message
            .ShouldBe("MlOps.Build.Inference.Tests: 'mlops/manifest.json' is missing. Take the package from its feed again.");

    [Fact]
    public void Many_threads_share_one_model()
    {
        var model = PackagedModel.Open(_parts);

        Parallel.For(0, 2_000, row => model.Run(MemoryParts.Row(row)).ShouldBe([row]));
    }

    private sealed class Shifted(IModelSession inner) : IModelSession
    {
        public IReadOnlyList<string> Inputs => inner.Inputs;

        public IReadOnlyList<string> Outputs => inner.Outputs;

        public IReadOnlyDictionary<string, Tensor> Run(IReadOnlyDictionary<string, Tensor> inputs)
        {
            var values = ((Tensor<float>)inner.Run(inputs)[ModelSignature.PredictionOutput]).Values;
            return new Dictionary<string, Tensor>
            {
                [ModelSignature.PredictionOutput] = Tensor.Create(Array.ConvertAll(values, value => value + 0.1f), values.Length, 1),
            };
        }
    }
}
