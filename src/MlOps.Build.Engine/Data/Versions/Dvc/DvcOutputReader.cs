using MlOps.Build.Contracts;
using MlOps.Build.Engine.Yaml;

namespace MlOps.Build.Engine.Data.Versions.Dvc;

/// <summary>Reads one entry of <c>outs:</c>. What it says comes from others: sizes, hashes and paths are checked before they are used.</summary>
internal sealed class DvcOutputReader(DvcRepository repository, string file, DiagnosticBag diagnostics)
{
    private const long LargestFile = 1L << 50;
    private const long MostFiles = 100_000_000;

    /// <summary>The output; null when it is not cached and nobody wrote down what it was, or, with an error, when it cannot be used.</summary>
    /// <param name="section">The entry.</param>
    /// <param name="folder">What its path is relative to.</param>
    /// <param name="isCached">False when the pipeline says that git keeps it.</param>
    public DvcOutput? Read(YamlSection section, string folder, bool isCached = true)
    {
        isCached &= section.Boolean("cache") != false;
        var (path, text) = (section.Text("path"), section.Text("md5"));
        if (!isCached && text is null)
            return null;
        if (path is null || text is null)
            return Refuse(section, path is null ? "path" : "md5", NoHash(section, path));
        var legacy = section.Text("hash") is not { } algorithm || algorithm != "md5";
        if (DvcHash.Parse(text, legacy) is not { } hash)
        {
            return Refuse(section, "md5", $"'md5' is '{SafePath.Shown(text)}'; expected 32 hexadecimal digits, and '.dir' behind those of a "
                + $"directory. Restore the file.");
        }

        if (SafePath.Resolve(repository.Root, folder, path) is not { } full)
            return Refuse(section, "path", Outside(path), VersionCodes.PathOutside);
        return new DvcOutput
        {
            Path = full,
            Hash = hash,
            Bytes = section.Integer("size", 0, LargestFile),
            Files = section.Integer("nfiles", 0, MostFiles),
            IsExecutable = section.Has("isexec") && section.Boolean("isexec") == true,
            Remote = section.Text("remote")?.ToLowerInvariant(),
            CanPush = !section.Has("push") || section.Boolean("push") != false,
            IsCached = isCached,
            DeclaredIn = file,
            Position = section.Position,
        };
    }

    private static string NoHash(YamlSection section, string? path)
    {
        if (path is null)
            return "'path' is missing. Restore the file.";
        return section.Has("files") || section.Has("cloud")
            ? $"'{SafePath.Shown(path)}' is kept by versions of a cloud (version_aware), which is not supported. Use a remote without "
                + $"'version_aware'."
            : $"'{SafePath.Shown(path)}' has no 'md5': it was never added. Run 'mlops data add {SafePath.Shown(path)}'.";
    }

    private static string Outside(string path) =>
        $"'{SafePath.Shown(path)}' leads out of the repository or into a folder of DVC or git. Only paths inside it are fetched.";

    private DvcOutput? Refuse(YamlSection section, string key, string message, string code = VersionCodes.DvcFileInvalid)
    {
        diagnostics.Error(code, message, section.PositionOf(key));
        return null;
    }
}
