namespace MlOps.Build.Inference;

/// <summary>A model cannot be loaded or run. The message says which part, the value and the way out.</summary>
public sealed class InferenceException : Exception
{
    /// <summary>Creates the exception.</summary>
    public InferenceException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception with its cause.</summary>
    public InferenceException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
