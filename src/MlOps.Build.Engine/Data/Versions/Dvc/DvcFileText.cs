using System.Globalization;
using System.Text;

namespace MlOps.Build.Engine.Data.Versions.Dvc;

/// <summary>The text of a <c>.dvc</c> file, as <c>dvc add</c> writes it.</summary>
internal static class DvcFileText
{
    /// <summary>A new file with one output.</summary>
    /// <param name="output">The output; its size is known.</param>
    /// <param name="name">Its path from the file's folder, forward slashes.</param>
    public static string Write(DvcOutput output, string name)
    {
        var text = new StringBuilder("outs:\n");
        var lead = "- ";
        foreach (var (key, value) in Values(output, name))
        {
            text.Append(lead).Append(key).Append(": ").Append(value).Append('\n');
            lead = "  ";
        }

        return text.ToString();
    }

    /// <summary>Keys and values in DVC's order.</summary>
    public static IEnumerable<(string Key, string Value)> Values(DvcOutput output, string name)
    {
        yield return ("md5", DvcScalar.Write(output.Hash.Text, "- md5: ".Length));
        yield return ("size", Number(output.Bytes ?? 0));
        if (output.Files is { } files)
            yield return ("nfiles", Number(files));
        if (output.IsExecutable)
            yield return ("isexec", "true");
        yield return ("hash", "md5");
        yield return ("path", DvcScalar.Write(name, "  path: ".Length));
    }

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
