namespace MlOps.Build.Inference.Interpreter.Learning;

/// <summary>OneHotEncoder: a last dimension with 1 at the category's place; nothing but zeros for others, unless <c>zeros</c> is 0.</summary>
internal sealed class OneHotEncoderKernel : Kernel
{
    private readonly Dictionary<string, int> _texts;
    private readonly Dictionary<long, int> _numbers;
    private readonly bool _zeros;

    public OneHotEncoderKernel(NodeInfo node)
    {
        _texts = Places(node.Texts("cats_strings"), StringComparer.Ordinal);
        _numbers = Places(node.Ints("cats_int64s"), null);
        _zeros = node.Int("zeros", 1) != 0;
    }

    public override void Run(NodeCall call) => call.Return(call[0] switch
    {
        Tensor<string> x => Encode(call, x, _texts, value => value),
        Tensor<long> x => Encode(call, x, _numbers, value => value),
        Tensor<int> x => Encode(call, x, _numbers, value => value),
        Tensor<float> x => Encode(call, x, _numbers, value => (long)value),
        Tensor<double> x => Encode(call, x, _numbers, value => (long)value),
        _ => throw call.Unsupported(0),
    });

    private Tensor<float> Encode<T, TKey>(NodeCall call, Tensor<T> x, Dictionary<TKey, int> places, Func<T, TKey> key)
        where TKey : notnull
    {
        var result = call.New<float>(call.Derive(places.Count, static (count, call) => Shape(call[0].Sizes, count)));
        var values = result.Values;
        values.AsSpan().Clear();
        for (var i = 0; i < x.Length; i++)
        {
            if (places.TryGetValue(key(x.Values[i]), out var place))
                values[(i * places.Count) + place] = 1;
            else if (!_zeros)
                throw call.Node.Fail($"'{x.Values[i]}' is none of its categories");
        }

        return result;
    }

    private static int[] Shape(int[] sizes, int count) => [.. sizes, count];

    private static Dictionary<T, int> Places<T>(T[] categories, IEqualityComparer<T>? comparer)
        where T : notnull
    {
        var places = new Dictionary<T, int>(comparer);
        for (var i = 0; i < categories.Length; i++)
            places.Add(categories[i], i);
        return places;
    }
}
