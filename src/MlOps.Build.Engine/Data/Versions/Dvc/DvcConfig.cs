using System.Text;
using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Data.Versions.Dvc;

/// <summary>What the configurations of machine, user, repository (<c>.dvc/config</c>) and checkout (<c>.dvc/config.local</c>) say; a later one wins.</summary>
internal sealed class DvcConfig
{
    private const int LargestFile = 1 << 20;

    // They belong to the environment; a file that holds them is read by whoever reads the checkout.
    private static readonly HashSet<string> Secrets = new(StringComparer.Ordinal)
    {
        "access_key_id", "secret_access_key", "session_token", "password", "account_key", "sas_token", "connection_string",
        "client_secret", "token", "custom_auth_header", "passphrase", "sse_customer_key",
    };

    private readonly Dictionary<(string Section, string Key), string> _values = [];
    private readonly string _folder;

    private DvcConfig(string folder) => _folder = folder;

    /// <summary>The name of the remote that is used when nothing else is said; null when there is none.</summary>
    public string? DefaultRemote => Value("core", "remote")?.ToLowerInvariant();

    public string CacheFolder => Value("cache", "dir") ?? Path.Combine(_folder, "cache");

    /// <summary>Ways into the project, the first that works; DVC's default is a copy.</summary>
    public IReadOnlyList<DvcLinks> Links { get; private set; } = [DvcLinks.Copy];

    public IReadOnlyList<string> RemoteNames =>
        [.. _values.Keys.Select(key => RemoteName(key.Section)).OfType<string>().Distinct().Order(StringComparer.Ordinal)];

    /// <summary>True when the project says that it is in no source control.</summary>
    public bool WithoutSourceControl => Value("core", "no_scm") is "true" or "True" or "1" or "yes";

    /// <summary>Reads all files; one that cannot be read is an error at its line.</summary>
    /// <param name="dvcFolder">The repository's own folder of DVC.</param>
    /// <param name="above">The files of machine and user.</param>
    /// <param name="diagnostics">Takes what is wrong.</param>
    public static DvcConfig Read(string dvcFolder, IReadOnlyList<string> above, DiagnosticBag diagnostics)
    {
        var config = new DvcConfig(dvcFolder);
        foreach (var file in above.Append(Path.Combine(dvcFolder, "config")).Append(Path.Combine(dvcFolder, "config.local")))
            config.Add(file, diagnostics);
        config.ReadLinks(diagnostics);
        return config;
    }

    /// <summary>A remote by name; null when there is none, or none with an address.</summary>
    public DvcRemote? Remote(string name, int depth = 0)
    {
        var section = $"remote \"{name}\"";
        if (depth > 4 || Value(section, "url") is not { Length: > 0 } url)
            return null;
        var settings = _values.Where(value => value.Key.Section == section && value.Key.Key != "url")
            .ToDictionary(value => value.Key.Key, value => value.Value, StringComparer.Ordinal);
        if (!url.StartsWith("remote://", StringComparison.Ordinal))
            return new DvcRemote(name, url, settings);
        var (parent, rest) = Split(url["remote://".Length..]);
        return Remote(parent, depth + 1) is { } above ? above with { Name = name, Url = $"{above.Url.TrimEnd('/')}/{rest}" } : null;
    }

    private static (string Name, string Below) Split(string text) =>
        text.IndexOf('/', StringComparison.Ordinal) is >= 0 and var slash ? (text[..slash], text[(slash + 1)..]) : (text, "");

    private void Add(string file, DiagnosticBag diagnostics)
    {
        var info = new FileInfo(file);
        if (!info.Exists)
            return;
        if (info.Length > LargestFile)
        {
            diagnostics.Error(VersionCodes.DvcConfigInvalid,
                $"the file has {info.Length} bytes; no configuration has more than {LargestFile}. Restore it.", new(file));
            return;
        }

        var fault = IniText.Read(File.ReadAllText(file, Encoding.UTF8),
            (section, key, value, line) => Add(file, section, key, value, line, diagnostics));
        if (fault > 0)
            diagnostics.Error(VersionCodes.DvcConfigInvalid, "the line is neither '[section]' nor 'key = value'. Mend it.", new(file, fault));
    }

    private void Add(string file, string section, string key, string value, int line, DiagnosticBag diagnostics)
    {
        if (RemoteName(section) is { } remote && Secrets.Contains(key))
        {
            // Machine and user may keep theirs where they like; a repository is read by many.
            var isOurs = Path.GetDirectoryName(file) == _folder;
            diagnostics.Report(
                VersionCodes.SecretInFile,
                isOurs ? DiagnosticSeverity.Warning : DiagnosticSeverity.Info,
                $"'{key}' of remote '{remote}' is not used: secrets come from the environment alone. {(isOurs ? "Remove it, and set" : "Set")} the platform's own "
                    + $"variables.",
                new(file, line));
            return;
        }

        var isFolder = (section == "cache" && key == "dir") || (RemoteName(section) is not null && key == "url");
        _values[(section, key)] = isFolder ? Absolute(value, Path.GetDirectoryName(file)!) : value;
    }

    // As DVC: relative to the folder of the configuration.
    private static string Absolute(string value, string folder)
    {
        if (value.Contains("://", StringComparison.Ordinal))
            return value;
        var home = value is "~" || value.StartsWith("~/", StringComparison.Ordinal);
        return home
            ? Path.GetFullPath(value.Length < 2 ? "." : value[2..], Environment.GetFolderPath(Environment.SpecialFolder.UserProfile))
            : Path.GetFullPath(value, folder);
    }

    private void ReadLinks(DiagnosticBag diagnostics)
    {
        if (Value("cache", "type") is not { } text)
            return;
        var links = new List<DvcLinks>();
        foreach (var name in text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (LinkOf(name) is { } link)
            {
                links.Add(link);
            }
            else
            {
                diagnostics.Error(VersionCodes.DvcConfigInvalid, $"cache.type is '{name}'; expected reflink, hardlink, symlink or copy.",
                    new(Path.Combine(_folder, "config")));
            }
        }

        Links = links.Count > 0 ? links : Links;
    }

    private static DvcLinks? LinkOf(string name) => name.Trim('"', '\'').ToLowerInvariant() switch
    {
        "reflink" or "copy" => DvcLinks.Copy,
        "hardlink" => DvcLinks.HardLink,
        "symlink" => DvcLinks.SymbolicLink,
        _ => null,
    };

    private static string? RemoteName(string section) =>
        section.StartsWith("remote \"", StringComparison.Ordinal) && section.EndsWith('"') ? section["remote \"".Length..^1] : null;

    private string? Value(string section, string key) => _values.GetValueOrDefault((section, key));
}
