using System.Collections;
using System.Text.RegularExpressions;

namespace MlOps.Build.Engine.Packaging.Secrets;

/// <summary>Values of environment variables whose names say that they are secret.</summary>
internal sealed partial class SecretVariables(IEnumerable<KeyValuePair<string, string>> variables)
{
    // Shorter ones are words that stand in texts for themselves.
    private const int Shortest = 8;

    private readonly List<(string Name, string Value)> _secrets =
        [.. variables.Where(variable => Secret().IsMatch(variable.Key) && IsTelling(variable.Value)).Select(variable => (variable.Key, variable.Value))];

    /// <summary>Those of this process.</summary>
    public static SecretVariables OfProcess() => new(
        Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().Select(entry => KeyValuePair.Create((string)entry.Key, (string?)entry.Value ?? "")));

    /// <summary>Where the text holds one of the values, as it is or as JSON writes it.</summary>
    public IEnumerable<(int Index, string Name)> Find(string text)
    {
        foreach (var (name, value) in _secrets)
        {
            var index = text.IndexOf(value, StringComparison.Ordinal);
            if (index < 0)
                index = text.IndexOf(value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal), StringComparison.Ordinal);
            if (index >= 0)
                yield return (index, name);
        }
    }

    // A path says where a secret is; a word or a number is in texts for other reasons.
    private static bool IsTelling(string value) =>
        value.Length >= Shortest && !Path.IsPathRooted(value) && Kinds(value) >= 2 && Shannon.BitsOf(value) >= 2.5;

    private static int Kinds(string value) =>
        (value.Any(char.IsLower) ? 1 : 0) + (value.Any(char.IsUpper) ? 1 : 0) + (value.Any(char.IsDigit) ? 1 : 0) + (value.Any(c => !char.IsLetterOrDigit(c)) ? 1 : 0);

    [GeneratedRegex("(?i)(TOKEN|SECRET|PASSW(OR)?D|PASSPHRASE|API_?KEY|ACCESS_?KEY|ACCOUNT_?KEY|PRIVATE_?KEY|CREDENTIAL|CONNECTION_?STRING)", RegexOptions.CultureInvariant)]
    private static partial Regex Secret();
}
