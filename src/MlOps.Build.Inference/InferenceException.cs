namespace MlOps.Build.Inference;

/// <summary>A model cannot be loaded or run. The message says which part, the value and the way out.</summary>
public sealed class InferenceException : Exception
{
    /// <summary>Creates the exception.</summary>
    public InferenceException(string message)
        : base(OneLine(message))
    {
    }

    /// <summary>Creates the exception with its cause.</summary>
    public InferenceException(string message, Exception innerException)
        : base(OneLine(message), innerException)
    {
    }

    // Names in messages come from model files, which may hold anything: a line break in one must not look like a second message.
    private static string OneLine(string message)
    {
        var text = message.Length > 1000 ? message[..1000] + "…" : message;
        return string.Create(text.Length, text, (line, source) =>
        {
            for (var i = 0; i < line.Length; i++)
                line[i] = char.IsControl(source[i]) ? ' ' : source[i];
        });
    }
}
