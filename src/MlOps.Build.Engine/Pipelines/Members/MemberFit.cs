using MlOps.Build.Contracts;
using MlOps.Build.Engine.Configuration;
using MlOps.Build.Engine.Data;
using MlOps.Build.Engine.Features;
using MlOps.Build.Engine.Onnx;
using MlOps.Build.Engine.Pipelines.Champions;
using MlOps.Build.Engine.Splitting;
using MlOps.Build.Engine.Training.Combining;
using MlOps.Build.Inference;
using MlOps.Build.Inference.Onnx;

namespace MlOps.Build.Engine.Pipelines.Members;

/// <summary>Whether models of other projects predict the same thing from columns that are features here, and have not learned today's test rows.</summary>
internal sealed class MemberFit(TrainingConfig config, Table table, IReadOnlyList<string> classes, Split split, DiagnosticBag diagnostics)
{
    /// <summary>False, with errors, when one does not fit.</summary>
    /// <param name="features">The raw columns that are features.</param>
    public bool Check(IReadOnlyCollection<string> features)
    {
        var before = diagnostics.Count(finding => finding.Severity == DiagnosticSeverity.Error);
        var members = config.Ensemble!.Members;
        for (var i = 0; i < members.Count; i++)
        {
            if (members[i].Model is not { } model)
                continue;
            var position = config.PositionOf($"ensemble.members[{i}]");
            if ((Task(model.Signature) ?? Columns(model, features)) is { } problem)
            {
                diagnostics.Error(TrainingCodes.MemberDoesNotFit, $"the member '{members[i].Name}' {problem}", position);
                continue;
            }

            CheckMemory(members[i].Name, model, position);
            CheckValidation(members[i].Name, model, position);
        }

        return diagnostics.Count(finding => finding.Severity == DiagnosticSeverity.Error) == before;
    }

    private string? Task(ModelSignature signature)
    {
        if (signature.Task != config.Task)
            return $"is a model for the task '{signature.Task.ToString().ToLowerInvariant()}', and this one's is '{config.Task.ToString().ToLowerInvariant()}'. Take one of the same task.";
        if (signature.Label != config.Label.Name)
            return $"predicts '{signature.Label}', and this model '{config.Label.Name}'. Take one of the same label, or give the label the same 'name'.";
        return signature.Classes.Order(StringComparer.Ordinal).SequenceEqual(classes.Order(StringComparer.Ordinal))
            ? null
            : $"predicts the classes {List(signature.Classes)}, and this model {List(classes)}. Take one of the same classes.";
    }

    private string? Columns(MemberModel model, IReadOnlyCollection<string> features)
    {
        if (model.Graph.Opsets.GetValueOrDefault("ai.onnx.ml") > GraphBuilder.LearningOpset)
            return $"was made of operators of ai.onnx.ml {model.Graph.Opsets["ai.onnx.ml"]}, which cannot be joined with those of {GraphBuilder.LearningOpset}. Train it by the kit.";
        if (GraphSession.Library is null && ManagedModelSession.Lacking(model.Graph) is { Count: > 0 } lacking)
            return $"uses {List([.. lacking])}, which the managed interpreter lacks. Set the variable {GraphSession.Variable} to the path of ONNX Runtime's library.";
        foreach (var input in model.Graph.Graph.Inputs)
        {
            if (!features.Contains(input.Name) || table.Find(input.Name) is not { } column)
                return $"takes the column '{input.Name}', which is no feature of this model. List it under 'features'.";
            var declared = model.Signature.Inputs.FirstOrDefault(known => known.Name == input.Name);
            // A date and a timestamp are both whole numbers in the graph, of different units.
            if (RawColumns.TypeOf(column.Type) != input.Type || (input.Type == OnnxType.Int64 && declared?.Type != column.Type))
                return $"takes '{input.Name}' as {declared?.Type.ToString() ?? input.Type.ToString()}, and the data hold it as {column.Type}. Give it the same type in schema.yaml.";
        }

        return null;
    }

    private void CheckMemory(string name, MemberModel model, SourcePosition position)
    {
        var limit = config.Evaluation.ChampionOverlapLimit;
        var (overlap, untold) = new ChampionMemory(model.Parts, table, split.Test, limit).Check();
        if (overlap is null)
        {
            diagnostics.Warning(
                TrainingCodes.MemberSawTestRows,
                $"it cannot be told whether the member '{name}' was trained on test rows of this model, which would then look better than it is: {untold!.Reason}.",
                position);
        }
        else if (overlap.Share > limit)
        {
            diagnostics.Error(
                TrainingCodes.MemberSawTestRows,
                FormattableString.Invariant(
                    $"the member '{name}' was trained on {overlap.Trained:N0} of {overlap.Rows:N0} test rows of this model ({overlap.Share * 100:0.0} %; at most {limit * 100:0.###} % may be, 'evaluation.champion_overlap_limit'), which would look better than it is. Give both the same data, 'split' and 'seed', or split by time."),
                position);
        }
    }

    // What is learned from validation rows trusts a member too much that knows them.
    private void CheckValidation(string name, MemberModel model, SourcePosition position)
    {
        var limit = config.Evaluation.ChampionOverlapLimit;
        var learns = config.Ensemble!.Method is EnsembleMethod.Blending || config.Calibration is not null || config.Intervals is not null;
        if (!learns || split.Validation.Length == 0
            || new ChampionMemory(model.Parts, table, split.Validation, limit).Check().Overlap is not { } overlap || overlap.Share <= limit)
        {
            return;
        }

        diagnostics.Warning(
            TrainingCodes.MemberSawTestRows,
            FormattableString.Invariant(
                $"the member '{name}' was trained on {overlap.Trained:N0} of {overlap.Rows:N0} validation rows of this model, from which weights, calibration or intervals are learned, which trust it too much then. Give both the same data, 'split' and 'seed', or write 'method: voting'."),
            position);
    }

    private static string List(IReadOnlyList<string> names) => string.Join(", ", names.Take(5).Select(name => $"'{name}'")) + (names.Count > 5 ? ", …" : "");
}
