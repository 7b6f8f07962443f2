using MlOps.Build.Contracts;
using MlOps.Build.Engine.Pipelines;

namespace MlOps.Build.Engine.Checks;

/// <summary><c>size</c>: the bytes of <c>model.onnx</c>.</summary>
internal sealed class SizeCheck : IModelCheck
{
    public IReadOnlyList<string> Names { get; } = ["size"];

    public StageInputs Inputs(CheckContext context) => new() { Upstream = [new(StageNames.Train, StageFiles.Model)] };

    public IEnumerable<CheckValue> Measure(CheckContext context, CancellationToken cancellationToken) =>
        [new CheckValue { Name = "size", Value = new FileInfo(context.ModelFile).Length }];
}
