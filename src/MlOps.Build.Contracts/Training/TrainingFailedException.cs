namespace MlOps.Build.Contracts;

/// <summary>
/// A trainer gave no model, for a reason that lies outside the engine, such as a program that failed. The message says in one line what
/// happened and the way out.
/// </summary>
public sealed class TrainingFailedException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="code">The diagnostic code.</param>
    /// <param name="message">What happened; line breaks and control characters in it, which a program may have written, become spaces.</param>
    public TrainingFailedException(string code, string message)
        : base(OneLine(message)) => Code = code;

    /// <summary>The diagnostic code.</summary>
    public string Code { get; }

    private static string OneLine(string message)
    {
        var line = message.Length > 2000 ? (message.Substring(0, 2000) + "…").ToCharArray() : message.ToCharArray();
        for (var i = 0; i < line.Length; i++)
        {
            if (char.IsControl(line[i]))
                line[i] = ' ';
        }

        return new string(line);
    }
}
