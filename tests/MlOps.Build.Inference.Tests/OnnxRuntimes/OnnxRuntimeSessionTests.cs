using MlOps.Build.Inference.Onnx;
using MlOps.Build.Inference.OnnxRuntime;
using MlOps.Build.Inference.Tests.Interpreter;
using MlOps.Build.Inference.Tests.Packages;
using MlOps.Build.Inference.Tests.Parity;
using MlOps.Build.Tests.Shared;

namespace MlOps.Build.Inference.Tests.OnnxRuntimes;

/// <summary>The back end on the library of npm's <c>onnxruntime-node</c>.</summary>
public sealed class OnnxRuntimeSessionTests
{
    private static readonly string[] Texts = ["", "Grüße 🐦", "a\0b", new string('x', 300)];

    private static OnnxRuntimeOptions Options => new() { LibraryPath = OnnxRuntimeLibraryFile.Path };

    [Fact]
    public void An_operator_that_the_interpreter_lacks_runs()
    {
        var node = Graphs.Node("Einsum", ["x", "y"], ["z"], ("equation", "ij,ij->i"));
        var model = Graphs.Model(
            [node],
            [Graphs.Value("x", OnnxType.Float, null, 3), Graphs.Value("y", OnnxType.Float, null, 3)],
            [Graphs.Value("z", OnnxType.Float, [null])]);
        ManagedModelSession.Lacking(model).ShouldBe(["Einsum"]);

        using var session = Open(model);
        var z = session.Run(Graphs.Inputs(("x", Tensor.Create([1f, 2, 3, 4, 5, 6], 2, 3)), ("y", Tensor.Create([1f, 0, 2, 3, 1, 1], 2, 3))))["z"];

        z.Shape.ShouldBe([2]);
        z.ShouldBeOfType<Tensor<float>>().Values.ShouldBe([1 + 0 + 6, 12 + 5 + 6]);
    }

    [Fact]
    public void Texts_come_back_with_every_character()
    {
        using var session = Open(Echo(OnnxType.String));

        session.Run(Graphs.Inputs(("x", Tensor.Create(Texts, 2, 2))))["y"].ShouldBeOfType<Tensor<string>>().Values.ShouldBe(Texts);
    }

    [Theory]
    [InlineData(OnnxType.Float)]
    [InlineData(OnnxType.String)]
    public void No_row_gives_no_row(OnnxType type)
    {
        using var session = Open(Echo(type));
        Tensor none = type == OnnxType.String ? Tensor.Create(Array.Empty<string>(), 0, 2) : Tensor.Create(Array.Empty<float>(), 0, 2);

        session.Run(Graphs.Inputs(("x", none)))["y"].Shape.ShouldBe([0, 2]);
    }

    [Fact]
    public void It_says_what_the_model_reads_and_gives()
    {
        using var session = Open(Graphs.Binary("Add"));

        session.Inputs.ShouldBe(["x", "y"]);
        session.Outputs.ShouldBe(["z"]);
    }

    [Fact]
    public void Inputs_are_refused_in_the_words_of_the_interpreter()
    {
        var model = Graphs.Binary("Add");
        using var session = Open(model);
        var managed = ManagedModelSession.Load(model);
        var column = Tensor.Create([1f, 2f], 2, 1);
        foreach (var inputs in new[]
        {
            Graphs.Inputs(("x", column)),
            Graphs.Inputs(("x", column), ("y", Tensor.Create([1L, 2L], 2, 1))),
            Graphs.Inputs(("x", column), ("y", Tensor.Create([1f, 2f], 1, 2))),
            Graphs.Inputs(("x", column), ("y", Tensor.Create([1f], 1, 1))),
        })
        {
            var expected = Should.Throw<InferenceException>(() => managed.Run(inputs)).Message;
            Should.Throw<InferenceException>(() => session.Run(inputs)).Message.ShouldBe(expected);
        }
    }

    [Fact]
    public void What_ONNX_Runtime_refuses_comes_with_its_version_and_words()
    {
        var unknown = Should.Throw<InferenceException>(() => Open(Graphs.Binary("NoSuchOperator"))).Message;
        unknown.ShouldStartWith("ONNX Runtime 1.30");
        unknown.ShouldContain("NoSuchOperator");

        Should.Throw<InferenceException>(() => OnnxRuntimeSession.Load("no model"u8.ToArray(), Options)).Message.ShouldStartWith("ONNX Runtime 1.30");
    }

    [Fact]
    public void What_fails_in_a_run_is_said_and_the_session_goes_on()
    {
        var node = Graphs.Node("Reshape", ["x", "shape"], ["y"]);
        using var session = Open(Graphs.Model(
            [node],
            [Graphs.Value("x", OnnxType.Float, null, 2)],
            [Graphs.Value("y", OnnxType.Float, null, 3)],
            new OnnxTensor("shape", Tensor.Create([-1L, 3L], 2))));

        Should.Throw<InferenceException>(() => session.Run(Graphs.Inputs(("x", Tensor.Create([1f, 2], 1, 2))))).Message.ShouldContain("ONNX Runtime 1.30");
        session.Run(Graphs.Inputs(("x", Tensor.Create([1f, 2, 3, 4, 5, 6], 3, 2))))["y"].Shape.ShouldBe([2, 3]);
    }

    [Fact]
    public void A_map_is_no_prediction()
    {
        // Made by python3-onnx: ZipMap on float [N, 2], whose output is a sequence of maps.
        var model = Convert.FromBase64String(
            "CAg6aQo3CgF4EgF6IgZaaXBNYXAqGwoSY2xhc3NsYWJlbHNfaW50NjRzQABAAaABBzoKYWkub25ueC5tbBIBZ1oUCgF4Eg8KDQgBEgkKAxIBTgoCCAJiFQoB"
            + "ehIQIg4KDCoKCAcSBgoECAESAEIECgAQDUIOCgphaS5vbm54Lm1sEAM=");

        Should.Throw<InferenceException>(() => OnnxRuntimeSession.Load(model, Options)).Message
            .ShouldStartWith("'z' of the model is no tensor, but a sequence or a map");
    }

    [Fact]
    public void A_model_package_runs_on_it_and_passes_its_self_test()
    {
        var options = Options;
        var model = PackagedModel.Open(new MemoryParts(), bytes => OnnxRuntimeSession.Load(bytes, options));

        model.Run(MemoryParts.Row(1.5)).ShouldBe([1.5f]);
        model.SelfTest().Passed.ShouldBeTrue();
    }

    [Fact]
    public async Task Threads_share_a_session_and_get_the_same_bits()
    {
        var entry = TreeCases.All().First();
        using var session = Open(entry.Model);
        var expected = TensorBits.Write(session.Run(entry.Inputs));

        var runs = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(
            () => Enumerable.Range(0, 100).All(_ => TensorBits.Write(session.Run(entry.Inputs)).SequenceEqual(expected)))));

        runs.ShouldAllBe(same => same);
    }

    [Fact]
    public async Task A_session_is_freed_after_the_runs_that_use_it()
    {
        var entry = TreeCases.All().First();
        var session = Open(entry.Model);
        var cancelled = TestContext.Current.CancellationToken;
        using var started = new CountdownEvent(4);
        var runs = Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
        {
            session.Run(entry.Inputs);
            started.Signal();
            while (!cancelled.IsCancellationRequested)
                session.Run(entry.Inputs);
        })).ToList();
        started.Wait(cancelled);
        session.Dispose();

        foreach (var run in runs)
            await Should.ThrowAsync<ObjectDisposedException>(run);
        session.Dispose();
    }

    [Fact]
    public void More_threads_than_one_give_what_one_gives()
    {
        var entry = TreeCases.All().First();
        using var session = OnnxRuntimeSession.Load(OnnxModelWriter.Write(entry.Model), Options with { Threads = 2 });

        Agreement.ShouldAgree(session.Run(entry.Inputs), ManagedModelSession.Load(entry.Model).Run(entry.Inputs), entry.Name);
        Should.Throw<ArgumentOutOfRangeException>(() => OnnxRuntimeSession.Load(OnnxModelWriter.Write(entry.Model), Options with { Threads = 0 }));
    }

    private static OnnxRuntimeSession Open(OnnxModel model) => OnnxRuntimeSession.Load(OnnxModelWriter.Write(model), Options);

    private static OnnxModel Echo(OnnxType type) =>
        Graphs.Model([Graphs.Node("Identity", ["x"], ["y"])], [Graphs.Value("x", type, null, 2)], [Graphs.Value("y", type, null, 2)]);
}
