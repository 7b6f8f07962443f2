using MlOps.Build.Contracts;
using MlOps.Build.Engine.Onnx;
using MlOps.Build.Engine.Packaging.Rows;
using MlOps.Build.Engine.Packaging.Signatures;
using MlOps.Build.Inference;
using MlOps.Build.Inference.Onnx;

namespace MlOps.Build.Engine.Checks;

/// <summary>Test rows as the model takes them, for checks that run it; values of sensitive columns are left out.</summary>
internal sealed record CheckRows(ModelSignature Signature, GoldenSet Rows)
{
    /// <summary>Null when the rows cannot be read.</summary>
    public static CheckRows? Of(CheckContext context, CancellationToken cancellationToken)
    {
        var workspace = context.Workspace;
        if (workspace.Table(context.Schema, [], cancellationToken) is not { } table)
            return null;
        var model = File.ReadAllBytes(context.ModelFile);
        var (label, split) = workspace.Split();
        var promised = PromisedSignature.Of(context.Schema, context.Config);
        if (TrainedSignature.Check(promised, OnnxModelReader.Read(model).Graph, label.Classes, []) is not { } signature)
            return null;
        var sensitive = context.Schema.Columns.Where(column => column.Sensitive).Select(column => column.Name).ToHashSet(StringComparer.Ordinal);
        return new CheckRows(signature, GoldenRows.Make(table, split.Test, signature, sensitive, GraphSession.Open(model)));
    }

    /// <summary>So many rows, the golden ones over and over.</summary>
    public static ModelInputs Inputs(ModelSignature signature, GoldenSet golden, int first, int count)
    {
        var inputs = new ModelInputs(count);
        for (var column = 0; column < signature.Inputs.Count; column++)
        {
            var texts = new string?[count];
            for (var row = 0; row < count; row++)
                texts[row] = golden.Rows[(first + row) % golden.Rows.Count].Values[column];
            inputs.Add(signature.Inputs[column].Name, RawValue.Column(signature.Inputs[column].Type, texts));
        }

        return inputs;
    }
}
