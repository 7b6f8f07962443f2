namespace MlOps.Build.Trackers.Http;

/// <summary>Accounts by machine, in the file that <c>NETRC</c> names or <c>.netrc</c> in the user's folder.</summary>
internal static class Netrc
{
    /// <returns>Login and password of the machine, or of the default entry; null when the file has neither or cannot be read.</returns>
    public static (string Login, string Password)? Find(string host, Func<string, string?> variable)
    {
        var home = variable("HOME") ?? variable("USERPROFILE");
        var file = variable("NETRC") ?? (home is null ? null : Path.Combine(home, ".netrc"));
        if (file is null || !File.Exists(file))
            return null;
        try
        {
            return Find(host, File.ReadAllText(file).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static (string Login, string Password)? Find(string host, string[] words)
    {
        var (applies, login, password) = (false, "", "");
        for (var i = 0; i < words.Length; i++)
        {
            var next = i + 1 < words.Length ? words[i + 1] : "";
            switch (words[i])
            {
                case "machine" or "default" when applies && password.Length > 0:
                    return (login, password);
                case "machine":
                    (applies, login, password) = (string.Equals(next, host, StringComparison.OrdinalIgnoreCase), "", "");
                    i++;
                    break;
                case "default":
                    applies = true;
                    break;
                case "login" when applies:
                    (login, i) = (next, i + 1);
                    break;
                case "password" when applies:
                    (password, i) = (next, i + 1);
                    break;
            }
        }

        return applies && password.Length > 0 ? (login, password) : null;
    }
}
