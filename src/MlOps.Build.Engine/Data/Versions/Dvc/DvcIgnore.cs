namespace MlOps.Build.Engine.Data.Versions.Dvc;

/// <summary>The <c>.dvcignore</c> files that hold for a folder: its own and those above it, up to the repository's.</summary>
internal sealed class DvcIgnore
{
    private readonly IReadOnlyList<IgnoreRule> _rules;

    private DvcIgnore(IReadOnlyList<IgnoreRule> rules) => _rules = rules;

    public static DvcIgnore Of(string root, string folder)
    {
        var folders = new Stack<string>();
        for (var here = folder; here is not null && here.Length >= root.Length; here = Path.GetDirectoryName(here))
            folders.Push(here);
        return folders.Aggregate(new DvcIgnore([]), (rules, next) => rules.Within(next));
    }

    /// <summary>These rules and those of a folder below.</summary>
    public DvcIgnore Within(string folder)
    {
        var file = Path.Combine(folder, DvcLayout.IgnoreFile);
        return File.Exists(file)
            ? new DvcIgnore([.. _rules, .. File.ReadLines(file).Select(line => IgnoreRule.Parse(folder, line)).OfType<IgnoreRule>()])
            : this;
    }

    /// <summary>True when DVC does not see the path; the last rule about it decides.</summary>
    public bool Ignores(string path, bool isDirectory)
    {
        for (var i = _rules.Count - 1; i >= 0; i--)
        {
            if (_rules[i].Matches(path, isDirectory))
                return !_rules[i].Negated;
        }

        return false;
    }
}
