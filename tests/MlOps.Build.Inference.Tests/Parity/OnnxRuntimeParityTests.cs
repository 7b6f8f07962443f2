using System.Text.Json;
using System.Text.Json.Nodes;
using MlOps.Build.Inference.Onnx;
using MlOps.Build.Inference.OnnxRuntime;
using MlOps.Build.Tests.Shared;

namespace MlOps.Build.Inference.Tests.Parity;

/// <summary>
/// Each operator against ONNX Runtime 1.30. Its answers are committed in Expected/onnxruntime.json, so that the comparison also runs
/// where node is not; MLOPS_UPDATE_EXPECTED=1 with ONNX Runtime present writes them anew.
/// </summary>
public sealed class OnnxRuntimeParityTests
{
    private static readonly Lazy<JsonObject> Expected = new(() =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Expected", "onnxruntime.json")))!.AsObject());

    private static readonly Lazy<Dictionary<string, OperatorCase>> Cases = new(() => new[]
    {
        ElementwiseCases.All(), MovementCases.All(), TextCases.All(), LearningCases.All(), TreeCases.All(),
    }.SelectMany(cases => cases).ToDictionary(entry => entry.Name));

    public static TheoryData<string> Names => [.. Cases.Value.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_interpreter_gives_what_ONNX_Runtime_gives(string name)
    {
        var entry = Cases.Value[name];
        var expected = Expected.Value[name].ShouldNotBeNull("the case is new: set MLOPS_UPDATE_EXPECTED=1 once").AsObject();
        if (expected.TryGetPropertyValue("error", out var error) && error is JsonValue)
            Assert.Skip($"ONNX Runtime refuses it: {error}");
        var actual = ManagedModelSession.Load(OnnxModelWriter.Write(entry.Model)).Run(entry.Inputs);
        Agreement.ShouldAgree(actual, TensorJson.Read(expected), name);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_back_end_within_the_process_gives_it_too(string name)
    {
        var entry = Cases.Value[name];
        var options = new OnnxRuntimeOptions { LibraryPath = OnnxRuntimeLibraryFile.Path };
        var expected = Expected.Value[name].ShouldNotBeNull().AsObject();
        if (expected.TryGetPropertyValue("error", out var error) && error is JsonValue)
        {
            Should.Throw<InferenceException>(() => OnnxRuntimeSession.Load(OnnxModelWriter.Write(entry.Model), options).Run(entry.Inputs), error.ToString());
            return;
        }

        using var session = OnnxRuntimeSession.Load(OnnxModelWriter.Write(entry.Model), options);
        Agreement.ShouldAgree(session.Run(entry.Inputs), TensorJson.Read(expected), name);
    }

    [Fact]
    public void The_committed_values_are_ONNX_Runtimes()
    {
        OnnxRuntimeProcess.SkipIfAbsent();
        var cases = Cases.Value.Values.ToList();
        var results = OnnxRuntimeProcess.RunAll([.. cases.Select(entry => (OnnxModelWriter.Write(entry.Model), entry.Inputs))]);
        if (Environment.GetEnvironmentVariable("MLOPS_UPDATE_EXPECTED") == "1")
        {
            Write(cases, results);
            return;
        }

        foreach (var (entry, (outputs, error)) in cases.Zip(results))
        {
            var expected = Expected.Value[entry.Name].ShouldNotBeNull(entry.Name).AsObject();
            (error is null).ShouldBe(!(expected.TryGetPropertyValue("error", out var known) && known is JsonValue), $"{entry.Name}: {error}");
            if (outputs is not null)
                Agreement.ShouldAgree(outputs, TensorJson.Read(expected), entry.Name);
        }
    }

    private static void Write(List<OperatorCase> cases, List<(Dictionary<string, Tensor>? Outputs, string? Error)> results)
    {
        var lines = cases.Zip(results, (entry, result) =>
        {
            var value = result.Outputs is null ? new JsonObject { ["error"] = result.Error } : TensorJson.Write(result.Outputs);
            return $"{JsonSerializer.Serialize(entry.Name)}: {value.ToJsonString()}";
        });
        var project = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", ".."));
        File.WriteAllText(Path.Combine(project, "Expected", "onnxruntime.json"), "{\n" + string.Join(",\n", lines) + "\n}\n");
    }
}
