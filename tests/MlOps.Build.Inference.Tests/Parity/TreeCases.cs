using MlOps.Build.Inference.Onnx;
using static MlOps.Build.Inference.Tests.Parity.Data;

namespace MlOps.Build.Inference.Tests.Parity;

/// <summary>Tree ensembles: every mode, missing values, one and many targets, both readings of two classes.</summary>
internal static class TreeCases
{
    private static readonly string[] Modes = ["BRANCH_LEQ", "BRANCH_LT", "BRANCH_GTE", "BRANCH_GT", "BRANCH_EQ", "BRANCH_NEQ"];
    private static readonly (string, object) Two = ("classlabels_int64s", (long[])[0, 1]);
    private static readonly (string, object) Three = ("classlabels_strings", (string[])["a", "b", "c"]);

    public static IEnumerable<OperatorCase> All() => [.. Regressors(), .. TwoClasses(), .. ManyClasses()];

    private static IEnumerable<OperatorCase> Regressors()
    {
        foreach (var mode in Modes)
        {
            yield return Regress(mode, new(1) { Modes = [mode] }, Rows(40));
            yield return Regress($"{mode}, missing values", new(2) { Modes = [mode], Missing = true }, Rows(40));
        }

        yield return Regress("all modes", new(3) { Modes = Modes, Missing = true }, Rows(80));
        yield return Regress("one row", new(3) { Missing = true }, Rows(1));
        yield return Regress("no rows", new(3) { Missing = true }, Rows(0));
        yield return Regress("a base value", new(4), Rows(20), ("base_values", (float[])[2.5f]));
        yield return Regress("double input", new(5) { Missing = true }, Wide(Rows(20)));
        yield return Classify("int64 input", new(5), Whole(Spread(20, 4)), Two);
        yield return Classify("double input", new(5), Wide(Rows(20)), Two);
        foreach (var aggregate in (string[])["SUM", "AVERAGE", "MIN", "MAX"])
        {
            yield return Regress(aggregate, new(6), Rows(20), ("aggregate_function", aggregate), ("base_values", (float[])[0.5f]));
            yield return Regress(
                $"{aggregate} of three targets", new(7) { Targets = [0, 1, 2], AllTargets = aggregate == "SUM" }, Rows(20),
                ("aggregate_function", aggregate));
        }

        yield return Regress("three targets, softmax", new(8) { Targets = [0, 1, 2] }, Rows(20), ("post_transform", "SOFTMAX"));
        yield return Regress(
            "three targets, base values", new(8) { Targets = [0, 1, 2] }, Rows(20), ("base_values", (float[])[1, 2, 3]));
    }

    private static IEnumerable<OperatorCase> TwoClasses()
    {
        foreach (var transform in (string[])["NONE", "LOGISTIC"])
        {
            yield return Classify($"two classes, margin, {transform}", new(11) { Missing = true }, Two, ("post_transform", transform));
            yield return Classify(
                $"two classes, margin, base value, {transform}", new(12), Two, ("post_transform", transform), ("base_values", (float[])[0.3f]));
        }

        yield return Classify("two classes, probabilities", new(13) { Weights = (0, 0.1f) }, Two);
        foreach (var transform in (string[])["LOGISTIC", "SOFTMAX", "SOFTMAX_ZERO"])
            yield return Classify($"two classes, probabilities, {transform}", new(13) { Weights = (0, 0.1f) }, Two, ("post_transform", transform));
        foreach (var transform in (string[])["SOFTMAX", "SOFTMAX_ZERO"])
            yield return Classify($"two classes, margin, {transform}", new(11), Two, ("post_transform", transform));
        foreach (var transform in (string[])["NONE", "LOGISTIC", "SOFTMAX"])
        {
            yield return Classify(
                $"two classes, margin, two base values, {transform}", new(12), Two, ("post_transform", transform), ("base_values", (float[])[0.3f, 0.3f]));
            yield return Classify(
                $"two classes, a weight each, base values, {transform}", new(15) { Targets = [0, 1] }, Two, ("post_transform", transform),
                ("base_values", (float[])[0.3f, 0.1f]));
        }

        yield return Classify("two classes, margin for the second", new(12) { Targets = [1] }, Two, ("post_transform", "LOGISTIC"));
        yield return Classify("two classes, a weight each", new(15) { Targets = [0, 1] }, Two, ("post_transform", "SOFTMAX"));
        yield return Classify("two classes, a probability each", new(16) { Targets = [0, 1], Weights = (0, 0.1f) }, Two);
        yield return Classify("two string classes", new(17), ("classlabels_strings", (string[])["no", "yes"]), ("post_transform", "LOGISTIC"));
    }

    private static IEnumerable<OperatorCase> ManyClasses()
    {
        foreach (var transform in (string[])["NONE", "LOGISTIC", "SOFTMAX", "SOFTMAX_ZERO"])
            yield return Classify($"three classes, {transform}", new(21) { Targets = [0, 1, 2], AllTargets = false, Missing = true }, Three, ("post_transform", transform));
        yield return Classify("three classes, a weight each", new(22) { Targets = [0, 1, 2] }, Three, ("post_transform", "SOFTMAX"));
        yield return Classify(
            "three classes, base values", new(23) { Targets = [0, 1, 2], AllTargets = false }, Three,
            ("base_values", (float[])[0.5f, -0.5f, 0.1f]), ("post_transform", "SOFTMAX"));
    }

    private static OperatorCase Regress(string name, RandomTrees trees, Tensor x, params (string, object)[] more) => OperatorCase.Of(
        name, "ml/TreeEnsembleRegressor", [x], [("z", OnnxType.Float, 2)], [.. trees.Attributes("target", 7, 4), .. more, ("n_targets", trees.Targets.LongLength)]);

    private static OperatorCase Classify(string name, RandomTrees trees, (string, object) labels, params (string, object)[] more) =>
        Classify(name, trees, Rows(40), labels, more);

    private static OperatorCase Classify(string name, RandomTrees trees, Tensor x, (string, object) labels, params (string, object)[] more) =>
        OperatorCase.Of(
            name, "ml/TreeEnsembleClassifier", [x],
            [("label", labels.Item2 is string[]? OnnxType.String : OnnxType.Int64, 1), ("scores", OnnxType.Float, 2)],
            [.. trees.Attributes("class", 9, 4), labels, .. more]);

    // Quarters, which meet the thresholds; every seventh value is missing and every eleventh infinite.
    private static Tensor<float> Rows(int count)
    {
        var x = Spread(count, 4);
        for (var i = 0; i < x.Length; i++)
            x.Values[i] = i % 7 == 6 ? float.NaN : i % 11 == 10 ? float.PositiveInfinity : MathF.Round(x.Values[i] * 4) / 4;
        return x;
    }
}
