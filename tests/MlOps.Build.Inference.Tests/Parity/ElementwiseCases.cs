using MlOps.Build.Inference.Onnx;
using static MlOps.Build.Inference.Tests.Parity.Data;

namespace MlOps.Build.Inference.Tests.Parity;

/// <summary>Element-wise operators: special values, broadcasting, empty batches, integer signs.</summary>
internal static class ElementwiseCases
{
    private static readonly int[] Signs = [7, -7, 7, -7, 6, -6, 0, 1];
    private static readonly int[] Divisors = [3, 3, -3, -3, 3, 3, 5, -2];

    public static IEnumerable<OperatorCase> All() =>
        [.. Arithmetic(), .. Comparisons(), .. Logic(), .. Functions(), .. Choices(), .. Casts(), .. Softmax()];

    private static IEnumerable<OperatorCase> Arithmetic()
    {
        foreach (var op in (string[])["Add", "Sub", "Mul", "Div", "Min", "Max"])
        {
            yield return Same(op, "special values", F([16, 1], Specials), F([1, 16], Specials));
            yield return Same(op, "rows by columns", Spread(3, 1), Spread(1, 4));
            yield return Same(op, "a row for each row", Spread(3, 4), Spread(4));
            yield return Same(op, "a scalar", Spread(3, 4), F([], 2.5f));
            yield return Same(op, "inner dimensions", Spread(2, 1, 3), Spread(2, 4, 1));
            yield return Same(op, "no rows", Spread(0, 4), Spread(1, 4));
            yield return Same(op, "double", Wide(Spread(2, 3)), Wide(Spread(2, 3)));
            yield return Same(op, "int64 signs", L([8], [.. Signs]), L([8], [.. Divisors]));
            yield return Same(op, "int32 signs", I([8], Signs), I([8], Divisors));
        }

        yield return Same("Mod", "int64 signs", L([8], [.. Signs]), L([8], [.. Divisors]));
        yield return Same("Mod", "int32 signs", I([8], Signs), I([8], Divisors));
        yield return Same("Mod", "fmod of int64 signs", L([8], [.. Signs]), L([8], [.. Divisors]), ("fmod", 1L));
        yield return Same("Mod", "fmod of floats", F([4], 5.5f, -5.5f, 5.5f, -5.5f), F([4], 2, 2, -2, -2), ("fmod", 1L));
    }

    private static IEnumerable<OperatorCase> Comparisons()
    {
        foreach (var op in (string[])["Equal", "Less", "LessOrEqual", "Greater", "GreaterOrEqual"])
        {
            yield return To(op, "special values", OnnxType.Bool, F([16, 1], Specials), F([1, 16], Specials));
            yield return To(op, "double", OnnxType.Bool, Wide(Spread(2, 3)), Wide(Spread(3)));
            yield return To(op, "int64", OnnxType.Bool, L([3], 1, 2, 3), L([1], 2));
            yield return To(op, "int32", OnnxType.Bool, I([3], 1, 2, 3), I([1], 2));
            yield return To(op, "no rows", OnnxType.Bool, Spread(0, 1), Spread(1, 1));
        }

        yield return To("Equal", "strings", OnnxType.Bool, S([3, 1], "a", "", "ü"), S([1, 3], "a", "", "ü"));
        yield return To("Equal", "booleans", OnnxType.Bool, B([2, 1], true, false), B([1, 2], true, false));
    }

    private static IEnumerable<OperatorCase> Logic()
    {
        foreach (var op in (string[])["And", "Or", "Xor"])
            yield return To(op, "all pairs", OnnxType.Bool, B([2, 1], true, false), B([1, 2], true, false));
        yield return To("Not", "both", OnnxType.Bool, B([2], true, false));
        yield return To("IsNaN", "special values", OnnxType.Bool, F([16], Specials));
        yield return To("IsNaN", "double", OnnxType.Bool, D([2], double.NaN, 1));
        yield return To("IsInf", "special values", OnnxType.Bool, F([16], Specials));
        yield return OperatorCase.Of("negative only", "IsInf", [F([16], Specials)], [("z", OnnxType.Bool, 1)], ("detect_positive", 0L));
    }

    private static IEnumerable<OperatorCase> Functions()
    {
        foreach (var op in (string[])["Exp", "Log", "Sigmoid", "Sqrt", "Floor", "Ceil", "Round", "Reciprocal", "Neg", "Abs", "Sign", "Relu"])
        {
            yield return Same(op, "special values", F([16], Specials));
            yield return Same(op, "spread", Spread(3, 5));
            yield return Same(op, "no rows", Spread(0, 5));
            yield return Same(op, "double", Wide(Spread(3, 5)));
        }

        foreach (var op in (string[])["Neg", "Abs", "Sign"])
            yield return Same(op, "int64", L([3], -5, 0, 5));
    }

    private static IEnumerable<OperatorCase> Choices()
    {
        yield return Same("Clip", "both limits", F([16], Specials), F([], -1), F([], 2));
        yield return Same("Clip", "lower only", F([16], Specials), F([], -1));
        yield return Same("Clip", "upper only", F([16], Specials), null, F([], 2));
        yield return Same("Clip", "no limit", F([16], Specials));
        yield return Same("Clip", "int64", L([4], -5, 0, 3, 9), L([], -1), L([], 4));
        yield return Same("Identity", "strings", S([2], "a", ""));
        yield return Where("floats", F([2], 1, 2), Spread(3, 1));
        yield return Where("doubles", D([2], 1, double.NaN), Wide(Spread(3, 1)));
        yield return Where("int64", L([2], 1, 2), L([1], 3));
        yield return Where("strings", S([2], "a", "b"), S([3, 1], "x", "", "z"));
        yield return Same("StringConcat", "a cross", S([2, 1], "a", "ü"), S([1, 3], "x", "", "_y"));
    }

    private static IEnumerable<OperatorCase> Casts()
    {
        float[] numbers = [0, 1, -1, 2.5f, -2.5f, 3.99f, 1e6f, 123456.789f];
        var types = new[] { OnnxType.Float, OnnxType.Double, OnnxType.Int64, OnnxType.Int32, OnnxType.Bool, OnnxType.String };
        Tensor[] sources =
        [
            F([8], numbers), D([8], Array.ConvertAll(numbers, value => (double)value)), L([3], 0, -5, 1L << 53), I([3], 0, -5, 7), B([2], true, false),
            S([3], "1", "-2", "30"),
        ];
        foreach (var source in sources)
        {
            foreach (var type in types)
                yield return OperatorCase.Of($"{source.ElementType} to {type}", "Cast", [source], [("z", type, 1)], ("to", (long)type));
        }

        yield return OperatorCase.Of("special floats to string", "Cast", [F([16], Specials)], [("z", OnnxType.String, 1)], ("to", (long)OnnxType.String));
        yield return OperatorCase.Of("decimal text to double", "Cast", [S([3], "1.25", "-3e5", "NaN")], [("z", OnnxType.Double, 1)], ("to", (long)OnnxType.Double));
        yield return OperatorCase.Of("no rows", "Cast", [F([0, 2])], [("z", OnnxType.Int64, 2)], ("to", (long)OnnxType.Int64));
    }

    private static IEnumerable<OperatorCase> Softmax()
    {
        foreach (var axis in (long[])[-1, 0, 1])
            yield return OperatorCase.Of($"axis {axis}", "Softmax", [Spread(3, 4, 2)], [("z", OnnxType.Float, 3)], ("axis", axis));
        yield return Same("Softmax", "large", F([2, 3], 1000, 1001, 999, -1000, -1001, -999));
        yield return Same("Softmax", "double", Wide(Spread(2, 3)));
        yield return Same("Softmax", "no rows", Spread(0, 3));
    }

    private static OperatorCase Where(string name, Tensor a, Tensor b) => OperatorCase.Of(
        name, "Where", [B([3, 2], true, false, false, true, true, true), a, b], [("z", a.ElementType, 2)]);

    private static OperatorCase Same(string op, string name, Tensor a, Tensor? b = null, Tensor? c = null) =>
        OperatorCase.Of(name, op, Present(a, b, c), [("z", a.ElementType, Rank(a, b))]);

    private static OperatorCase Same(string op, string name, Tensor a, Tensor b, (string, object) attribute) =>
        OperatorCase.Of(name, op, [a, b], [("z", a.ElementType, Rank(a, b))], attribute);

    private static OperatorCase To(string op, string name, OnnxType type, Tensor a, Tensor? b = null) =>
        OperatorCase.Of(name, op, Present(a, b, null), [("z", type, Rank(a, b))]);

    private static Tensor?[] Present(Tensor a, Tensor? b, Tensor? c) => c is not null ? [a, b, c] : b is not null ? [a, b] : [a];

    private static int Rank(Tensor a, Tensor? b) => Math.Max(a.Shape.Count, b?.Shape.Count ?? 0);
}
