namespace MlOps.Build.Inference.Interpreter.Text;

/// <summary>Case of the letters A to Z; others stay as they are.</summary>
internal static class Ascii
{
    public static string Lower(string text) => Change(text, 'A', 'Z');

    public static string Upper(string text) => Change(text, 'a', 'z');

    // Upper and lower case of a letter differ by the bit that is a blank.
    private static string Change(string text, char first, char last)
    {
        char[]? changed = null;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] >= first && text[i] <= last)
                (changed ??= text.ToCharArray())[i] ^= ' ';
        }

        return changed is null ? text : new string(changed);
    }
}
