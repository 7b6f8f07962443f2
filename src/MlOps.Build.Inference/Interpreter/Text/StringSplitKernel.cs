namespace MlOps.Build.Inference.Interpreter.Text;

/// <summary>
/// StringSplit: each text's parts along a new last dimension, filled up with empty ones, and their counts. Without a delimiter it splits by
/// runs of blanks; the standard says white space, but ONNX Runtime takes blanks alone.
/// </summary>
internal sealed class StringSplitKernel(NodeInfo node) : Kernel
{
    private readonly string _delimiter = node.Text("delimiter", "");
    private readonly long _most = node.Int("maxsplit", int.MaxValue - 1L) + 1;

    public override void Run(NodeCall call)
    {
        var x = call.Typed<string>(0);
        var parts = new List<string>(x.Length);
        var counts = call.New<long>(x.Sizes);
        for (var i = 0; i < x.Length; i++)
        {
            var before = parts.Count;
            Split(x.Values[i], parts);
            counts.Values[i] = parts.Count - before;
        }

        var width = 0;
        foreach (var count in counts.Values)
            width = Math.Max(width, (int)count);
        var result = call.New<string>([.. x.Sizes, width]);
        result.Values.AsSpan().Fill("");
        var from = 0;
        for (var i = 0; i < x.Length; i++)
        {
            parts.CopyTo(from, result.Values, i * width, (int)counts.Values[i]);
            from += (int)counts.Values[i];
        }

        call.Return(0, result);
        call.Return(1, counts);
    }

    private void Split(string text, List<string> parts)
    {
        if (text.Length == 0)
            return;
        if (_delimiter.Length == 0)
            SplitByBlanks(text, parts);
        else
            SplitByDelimiter(text, parts);
    }

    private void SplitByDelimiter(string text, List<string> parts)
    {
        var from = 0;
        for (var made = 1L; ; made++)
        {
            var next = made == _most ? -1 : text.IndexOf(_delimiter, from, StringComparison.Ordinal);
            if (next < 0)
                break;
            parts.Add(next == from ? "" : text[from..next]);
            from = next + _delimiter.Length;
        }

        parts.Add(text[from..]);
    }

    private void SplitByBlanks(string text, List<string> parts)
    {
        var rest = text.AsSpan().Trim(' ');
        for (var made = 1L; rest.Length > 0; made++)
        {
            var next = made == _most ? -1 : rest.IndexOf(' ');
            parts.Add((next < 0 ? rest : rest[..next]).ToString());
            rest = next < 0 ? [] : rest[next..].TrimStart(' ');
        }
    }
}
