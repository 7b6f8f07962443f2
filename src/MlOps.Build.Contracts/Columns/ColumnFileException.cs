namespace MlOps.Build.Contracts;

/// <summary>A columnar file cannot be read. The message says where, what and the way out; it holds no value of the data.</summary>
public sealed class ColumnFileException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="code">The diagnostic code.</param>
    /// <param name="file">The file as the user knows it.</param>
    /// <param name="message">What is wrong; line breaks and control characters in it, which may come from the file, become spaces.</param>
    /// <param name="value">The value that cannot be held, if it is one.</param>
    public ColumnFileException(string code, string file, string message, string? value = null)
        : base(OneLine(message)) =>
        (Diagnostic, Value) = (
            new Diagnostic { Code = code, Severity = DiagnosticSeverity.Error, Message = Message, Position = new SourcePosition(file) }, value);

    /// <summary>The finding.</summary>
    public Diagnostic Diagnostic { get; }

    /// <summary>The value that cannot be held; apart from the message, since only the caller knows whether the column is sensitive.</summary>
    public string? Value { get; }

    private static string OneLine(string message)
    {
        var line = message.Length > 1000 ? (message.Substring(0, 1000) + "…").ToCharArray() : message.ToCharArray();
        for (var i = 0; i < line.Length; i++)
        {
            if (char.IsControl(line[i]))
                line[i] = ' ';
        }

        return new string(line);
    }
}
