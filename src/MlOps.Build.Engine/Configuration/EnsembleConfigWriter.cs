using System.Text;
using MlOps.Build.Engine.Training;
using MlOps.Build.Engine.Yaml;

namespace MlOps.Build.Engine.Configuration;

/// <summary>Writes the section <c>ensemble</c>.</summary>
internal static class EnsembleConfigWriter
{
    public static string Write(EnsembleConfig ensemble)
    {
        var text = new StringBuilder("ensemble:    # trained on the same features, combined into one model\n  members:\n");
        foreach (var member in ensemble.Members)
            text.Append("    - ").Append(Member(member)).Append('\n');
        text.Append("  method: ").Append(EnsembleConfigReader.Methods.First(method => method.Value == ensemble.Method).Key).Append('\n');
        text.Append("  folds: ").Append(ensemble.Folds).Append('\n');
        if (ensemble.Confidence.Count > 0)
            text.Append("  confidence: [").AppendJoin(", ", ensemble.Confidence.Select(YamlText.Scalar)).Append("]    # from this probability on a member decides\n");
        return text.ToString();
    }

    private static string Member(MemberConfig member)
    {
        if (member.IsModel)
            return member.Package is { } package ? $"{{ package: {YamlText.Scalar(package)} }}" : $"{{ project: {YamlText.Scalar(member.Project!)} }}";
        if (member.Hyperparameters.Count == 0)
            return YamlText.Scalar(member.Trainer);
        var settings = member.Hyperparameters.Select(pair => $"{YamlText.Scalar(pair.Key)}: {HyperparameterResolver.Written(member.Trainer, pair.Key, pair.Value)}");
        return $"{{ trainer: {YamlText.Scalar(member.Trainer)}, hyperparameters: {{ {string.Join(", ", settings)} }} }}";
    }
}
