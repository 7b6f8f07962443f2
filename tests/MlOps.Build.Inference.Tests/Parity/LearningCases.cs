using MlOps.Build.Inference.Onnx;
using static MlOps.Build.Inference.Tests.Parity.Data;

namespace MlOps.Build.Inference.Tests.Parity;

/// <summary>Operators of ai.onnx.ml other than trees.</summary>
internal static class LearningCases
{
    public static IEnumerable<OperatorCase> All() => [.. Encoders(), .. Scalers(), .. Linear()];

    private static IEnumerable<OperatorCase> Encoders()
    {
        string[] texts = ["a", "b", ""];
        long[] numbers = [3, 1, 2];
        float[] reals = [0.5f, float.NaN, -0f];
        var asText = S([4, 1], "b", "", "zz", "a");
        yield return Encode("strings to int64", asText, OnnxType.Int64, ("keys_strings", texts), ("values_int64s", numbers));
        yield return Encode("strings to floats", asText, OnnxType.Float, ("keys_strings", texts), ("values_floats", reals), ("default_float", 9f));
        yield return Encode("strings to strings", asText, OnnxType.String, ("keys_strings", texts), ("values_strings", (string[])["x", "y", "z"]));
        yield return Encode("int64 to strings", L([4], 1, 2, 3, 4), OnnxType.String, ("keys_int64s", numbers), ("values_strings", texts), ("default_string", "none"));
        yield return Encode("int64 to int64", L([4], 1, 2, 3, 4), OnnxType.Int64, ("keys_int64s", numbers), ("values_int64s", numbers), ("default_int64", -7L));
        yield return Encode("int64 to floats", L([4], 1, 2, 3, 4), OnnxType.Float, ("keys_int64s", numbers), ("values_floats", reals));
        yield return Encode("floats to strings", F([4], 0.5f, float.NaN, 0, 7), OnnxType.String, ("keys_floats", reals), ("values_strings", texts));
        yield return Encode("floats to int64", F([3], 0.5f, 0, 7), OnnxType.Int64, ("keys_floats", reals), ("values_int64s", numbers));
        yield return Encode("no rows", S([0, 1]), OnnxType.Int64, ("keys_strings", texts), ("values_int64s", numbers));
        yield return Version4(Encode(
            "tensors, NaN", F([4], 0.5f, float.NaN, 0, 7), OnnxType.String, ("keys_tensor", Tensor("k", F([3], reals))),
            ("values_tensor", Tensor("v", S([3], texts))), ("default_tensor", Tensor("d", S([1], "none")))));
        yield return Version4(Encode(
            "doubles", D([3], 0.5, double.NaN, 7), OnnxType.Double, ("keys_tensor", Tensor("k", D([2], 0.5, double.NaN))),
            ("values_tensor", Tensor("v", D([2], 1, 2))), ("default_tensor", Tensor("d", D([1], -1)))));
        yield return Of("strings", "OneHotEncoder", asText, 3, ("cats_strings", texts));
        yield return Of("int64", "OneHotEncoder", L([4], 1, 2, 3, 4), 2, ("cats_int64s", numbers));
        yield return Of("floats", "OneHotEncoder", F([3], 1, 2, 9), 2, ("cats_int64s", numbers));
        yield return Of("no rows", "OneHotEncoder", S([0, 1]), 3, ("cats_strings", texts));
    }

    private static IEnumerable<OperatorCase> Scalers()
    {
        var gaps = F([3, 2], 1, float.NaN, float.NaN, 4, 5, 6);
        yield return Of("NaN by column", "Imputer", gaps, 2, ("imputed_value_floats", (float[])[10, 20]), ("replaced_value_float", float.NaN));
        yield return Of("NaN by one", "Imputer", gaps, 2, ("imputed_value_floats", (float[])[7]), ("replaced_value_float", float.NaN));
        yield return Of("a value", "Imputer", F([2, 2], 1, -1, -1, 2), 2, ("imputed_value_floats", (float[])[7]), ("replaced_value_float", -1f));
        yield return OperatorCase.Of(
            "int64", "ml/Imputer", [L([2, 2], 1, -1, -1, 2)], [("z", OnnxType.Int64, 2)], ("imputed_value_int64s", (long[])[7, 8]), ("replaced_value_int64", -1L));
        yield return Of("by column", "Scaler", Spread(3, 2), 2, ("offset", (float[])[1, 2]), ("scale", (float[])[0.5f, 3]));
        yield return Of("by one", "Scaler", Spread(3, 2), 2, ("offset", (float[])[1]), ("scale", (float[])[0.5f]));
        yield return Of("int64", "Scaler", Whole(Spread(3, 2)), 2, ("offset", (float[])[1, 2]), ("scale", (float[])[0.5f, 3]));
        yield return Of("double", "Scaler", Wide(Spread(3, 2)), 2, ("offset", (float[])[1, 2]), ("scale", (float[])[0.5f, 3]));
        foreach (var norm in (string[])["MAX", "L1", "L2"])
        {
            yield return Of(norm, "Normalizer", Spread(3, 4), 2, ("norm", norm));
            yield return Of(norm + " of zeros", "Normalizer", F([2, 2], 0, 0, 3, 4), 2, ("norm", norm));
        }

        yield return OperatorCase.Of("columns", "ml/ArrayFeatureExtractor", [Spread(3, 4), L([2], 3, 1)], [("z", OnnxType.Float, 2)]);
        yield return OperatorCase.Of("a vector", "ml/ArrayFeatureExtractor", [Spread(4), L([2], 3, 1)], [("z", OnnxType.Float, 2)]);
        yield return OperatorCase.Of("strings", "ml/ArrayFeatureExtractor", [S([1, 3], "a", "b", "c"), L([1], 2)], [("z", OnnxType.String, 2)]);
        yield return OperatorCase.Of(
            "two", "ml/FeatureVectorizer", [Spread(3, 2), Spread(3, 1)], [("z", OnnxType.Float, 2)], ("inputdimensions", (long[])[2, 1]));
    }

    private static IEnumerable<OperatorCase> Linear()
    {
        float[] coefficients = [1, -2, 0.5f, 0.25f, 1, -1, -0.75f, 0.5f, 2];
        float[] intercepts = [0.1f, -0.2f, 0.3f];
        foreach (var transform in (string[])["NONE", "LOGISTIC", "SOFTMAX", "SOFTMAX_ZERO"])
        {
            yield return Classify($"three classes, {transform}", coefficients, intercepts, ("classlabels_ints", (long[])[4, 5, 6]), transform, OnnxType.Int64);
            yield return Of(
                $"three targets, {transform}", "LinearRegressor", Spread(5, 3), 2,
                ("coefficients", coefficients), ("intercepts", intercepts), ("targets", 3L), ("post_transform", transform));
        }

        foreach (var transform in (string[])["NONE", "LOGISTIC"])
            yield return Classify($"one score, {transform}", coefficients[..3], [0.1f], ("classlabels_ints", (long[])[0, 1]), transform, OnnxType.Int64);
        yield return Classify("two scores", coefficients[..6], [0.1f, 0.2f], ("classlabels_strings", (string[])["n", "y"]), "SOFTMAX", OnnxType.String);
        yield return Of("one target", "LinearRegressor", Spread(5, 3), 2, ("coefficients", coefficients[..3]), ("intercepts", (float[])[0.5f]));
        yield return Of("no intercept", "LinearRegressor", Spread(5, 3), 2, ("coefficients", coefficients[..3]));
        yield return Of("no rows", "LinearRegressor", Spread(0, 3), 2, ("coefficients", coefficients[..3]));
    }

    private static OnnxTensor Tensor(string name, Tensor value) => new(name, value);

    private static OperatorCase Version4(OperatorCase entry) => entry with
    {
        Name = entry.Name + ", version 4",
        Model = entry.Model with { Opsets = new Dictionary<string, long> { [""] = 20, ["ai.onnx.ml"] = 4 } },
    };

    private static OperatorCase Classify(
        string name, float[] coefficients, float[] intercepts, (string, object) labels, string transform, OnnxType type) => OperatorCase.Of(
            name, "ml/LinearClassifier", [Spread(5, 3)], [("label", type, 1), ("scores", OnnxType.Float, 2)],
            ("coefficients", coefficients), ("intercepts", intercepts), labels, ("post_transform", transform));

    private static OperatorCase Encode(string name, Tensor a, OnnxType type, params (string, object)[] attributes) =>
        OperatorCase.Of(name, "ml/LabelEncoder", [a], [("z", type, a.Shape.Count)], attributes);

    private static OperatorCase Of(string name, string op, Tensor a, int rank, params (string, object)[] attributes) =>
        OperatorCase.Of(name, "ml/" + op, [a], [("z", OnnxType.Float, rank)], attributes);
}
