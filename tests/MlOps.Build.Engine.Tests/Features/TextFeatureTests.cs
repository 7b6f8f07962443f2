using System.Text.Json;
using MlOps.Build.Engine.Features;
using MlOps.Build.Inference;
using MlOps.Build.Inference.Onnx;
using MlOps.Build.Tests.Shared;

namespace MlOps.Build.Engine.Tests.Features;

/// <summary>TF-IDF of paragraphs against scikit-learn's TfidfVectorizer (Expected/make_texts.py), and against ONNX Runtime on the same graph.</summary>
public sealed class TextFeatureTests
{
    private const string Head = "task: multiclass\nlabel: kind\nfeatures: [{ column: text, transforms: [";

    public static TheoryData<string, string> Cases => new()
    {
        { "words", "tfidf" },
        { "pairs", "tfidf: { ngram_range: [2, 3], min_df: 2, max_df: 0.5 }" },
        { "limited", "tfidf: { ngram_range: [1, 2], min_df: 3, max_df: 0.2, max_features: 86 }" },
        { "as_written", "tfidf: { lowercase: false, separators: ';-' }" },
    };

    private static string Read(string file) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Features", "Expected", file));

    private static FeatureCase Fit(string transform, Func<string, string>? change = null) =>
        new(change is null ? Read("texts.csv") : change(Read("texts.csv")), $"{Head}{transform}] }}]\n");

    [Theory]
    [MemberData(nameof(Cases))]
    public void Terms_weigh_what_they_weigh_in_scikit_learn(string name, string transform)
    {
        using var json = JsonDocument.Parse(Read("texts.json"));
        var expected = json.RootElement.GetProperty(name);
        var made = Fit(transform);
        string[] terms = [.. expected.GetProperty("terms").EnumerateArray().Select(term => term.GetString()!)];
        made.Fitted.Summary.Inputs.ShouldBe([.. terms.Select(term => $"text: '{term}'"), "text=(missing)"]);
        var matrix = made.Matrix();
        var row = 0;
        foreach (var weights in expected.GetProperty("rows").EnumerateArray())
        {
            for (var i = 0; i < terms.Length; i++)
            {
                var weight = weights.TryGetProperty($"{i}", out var found) ? found.GetSingle() : 0;
                matrix.Row(row)[i].ShouldBe(weight, 1e-7, $"row {row}, '{terms[i]}'");
            }

            matrix.Row(row)[^1].ShouldBe(made.Table.Find("text")!.IsMissing(row) ? 1 : 0);
            row++;
        }

        row.ShouldBe(made.Table.RowCount);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void ONNX_Runtime_gives_the_same_bits(string name, string transform)
    {
        OnnxRuntimeProcess.SkipIfAbsent();
        var made = Fit(transform);
        foreach (var rows in new[] { made.Rows, [0], [7], [] })
        {
            var inputs = TableTensors.Of(made.Table, made.Fitted.Signature, rows);
            var outputs = OnnxRuntimeProcess.Run(OnnxModelWriter.Write(made.Fitted.Preprocessing), inputs);
            var expected = ManagedModelSession.Load(made.Fitted.Preprocessing).Run(inputs)["features"];
            ((Tensor<float>)outputs["features"]).Values.ShouldBe(((Tensor<float>)expected).Values, name);
            outputs["features"].Shape.ShouldBe(expected.Shape);
        }
    }

    [Fact]
    public void Words_that_training_never_saw_count_for_nothing()
    {
        var made = Fit("tfidf");
        var matrix = made.Matrix(Tables.Csv("text,kind\nxylophone <missing> zzz,table\n\"THE (data).\tset\",table\n,text\n"));
        matrix.Row(0).ToArray().ShouldAllBe(value => value == 0);
        var known = Enumerable.Range(0, matrix.Row(1).Length).Where(i => matrix.Values[matrix.Row(0).Length + i] > 0);
        known.Select(i => made.Fitted.Summary.Inputs[i]).ShouldBe(["text: 'data'", "text: 'set'", "text: 'the'"]);
        matrix.Row(2)[^1].ShouldBe(1);
    }

    [Theory]
    [InlineData("tfidf: { min_df: 78 }", "c.yaml(3,41): error MLOPS2009: 'tfidf' of 'text' finds no term: none of 1105 is on 78 to 78 of 78 training rows. "
        + "Lower 'min_df', raise 'max_df', or leave the column out.")]
    [InlineData("impute: { method: constant, value: x }, tfidf", "c.yaml(3,81): error MLOPS2004: 'tfidf' needs a text as the data holds it; 'text' is a category here. "
        + "Choose another transformation, or put one before it.")]
    public void A_text_without_terms_is_refused_with_the_way_out(string transform, string expected)
    {
        var made = Fit(transform);
        made.Pipeline.ShouldBeNull();
        made.Findings.ShouldBe([expected]);
    }

    [Fact]
    public void More_terms_than_fit_into_memory_are_refused_before_they_are_made()
    {
        var rows = Enumerable.Range(0, 10_002).Select(i => $"{string.Join(' ', Enumerable.Range(i * 20, 20).Select(word => $"w{word}"))},{(i % 3 == 0 ? "a" : "b")}");
        var made = new FeatureCase($"text,kind\n{string.Join('\n', rows)}\n", "task: binary\nlabel: { column: kind, positive: [a] }\n"
            + "features: [{ column: text, transforms: [tfidf: { min_df: 1, max_features: 100000 }] }]\n");
        made.Findings.ShouldBe(["c.yaml(3,41): error MLOPS2039: 'tfidf' of 'text' makes 100000 inputs of 5001 training rows, 500100000 numbers; "
            + "the limit is 500000000 (2 GB). Set 'max_features' to at most 99980."]);
    }

    [Fact]
    public void Prose_that_is_left_out_says_how_its_words_can_be_used()
    {
        var rows = Enumerable.Range(0, 40).Select(i => $"{i % 7},the {i}th bird hit the wing,n{i},{(i % 3 == 0 ? "a" : "b")}");
        var made = new FeatureCase($"x,remark,name,kind\n{string.Join('\n', rows)}\n", "task: binary\nlabel: { column: kind, positive: [a] }\n");
        made.Fitted.Summary.Excluded.Select(column => column.Reason).ShouldBe(
            ["every value is different; declare it with 'transforms: [tfidf]' to use its words", "every value is different", "the label is computed from it"]);
    }
}
