using MlOps.Build.Engine.Data;
using MlOps.Build.Engine.Labels;
using MlOps.Build.Engine.Splitting;
using MlOps.Build.Engine.Training;
using MlOps.Build.Inference;
using MlOps.Build.Tests.Shared;

namespace MlOps.Build.Engine.Tests.Training;

/// <summary>Models of texts, from the raw column to the output: every trainer takes the terms, and ONNX Runtime agrees on every test row.</summary>
public sealed class TextModelParityTests
{
    private const string Terms = "features: [{ column: text, transforms: [tfidf: { ngram_range: [1, 2] }] }]\n";

    [Theory]
    [InlineData("task: multiclass\nlabel: kind\n")]
    [InlineData("task: regression\nlabel: characters\n")]
    public void Every_trainer_takes_terms_and_ONNX_Runtime_agrees(string head)
    {
        OnnxRuntimeProcess.SkipIfAbsent();
        var models = Train(head);
        models.Count.ShouldBeGreaterThan(5);
        var theirs = OnnxRuntimeProcess.RunAll([.. models.Select(item => (item.Bytes, item.TestRows))]);
        for (var i = 0; i < models.Count; i++)
        {
            var expected = Values(theirs[i].Outputs.ShouldNotBeNull($"{models[i].Trainer}: {theirs[i].Error}"));
            var actual = Values(ManagedModelSession.Load(models[i].Bytes).Run(models[i].TestRows));
            ModelAgreement.ShouldHold(actual, expected, models[i].Config.Task, models[i].TestRowCount, models[i].Trainer);
        }
    }

    private static List<SampleModel> Train(string head)
    {
        var lines = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Features", "Expected", "texts.csv"));
        var read = Tables.Csv(lines);
        var texts = (StringColumn)read.Find("text")!;
        var kinds = (StringColumn)read.Find("kind")!;
        var rows = Enumerable.Range(0, read.RowCount).Where(row => !texts.IsMissing(row)).Select(row =>
            $"\"{texts.Dictionary[texts.Values[row]].Replace("\"", "\"\"", StringComparison.Ordinal)}\",{kinds.Dictionary[kinds.Values[row]]},{texts.Dictionary[texts.Values[row]].Length}");
        var table = Tables.Csv($"text,kind,characters\n{string.Join('\n', rows)}\n");
        var (config, schema) = (Tables.Config(head + Terms), Tables.Schema(table));
        var label = LabelBuilder.Build(table, config, []).ShouldNotBeNull();
        var split = Splitter.Split(table, schema, config, label, []).ShouldNotBeNull();
        return [.. TrainerCatalog.All.Where(trainer => trainer.Supports(config.Task)).Select(trainer => SampleModel.WholeModel(trainer, table, schema, config, label, split))];
    }

    private static float[] Values(IReadOnlyDictionary<string, Tensor> outputs) => ((Tensor<float>)outputs.Values.Single()).Values;
}
