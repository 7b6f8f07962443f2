using System.Text;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Pipelines;

namespace MlOps.Build.Engine.Data.Versions.Dvc;

/// <summary>Versions a file or directory: its content goes into the cache, a <c>.dvc</c> file beside it names the content. The data stay as they
/// are.</summary>
internal sealed class DvcAdder(DvcRepository repository, DiagnosticBag diagnostics)
{
    /// <summary>Adds a path; null, with errors, when it cannot be. Nothing of it names a version then.</summary>
    /// <param name="path">The path, absolute.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="IOException">Something cannot be read or written.</exception>
    public DvcAdded? Add(string path, CancellationToken cancellationToken)
    {
        if (Refusal(path) is { } refusal)
        {
            diagnostics.Error(refusal.Code, refusal.Message, new(repository.Display(path)));
            return null;
        }

        if (new DvcContentReader(repository, keep: true, diagnostics).Read(path, legacy: false, cancellationToken) is not { } content)
            return null;
        if (content.Entries is not null)
            repository.Cache.Put(content.Hash, content.List);
        var added = Write(path, content);
        repository.Memory.Save();
        return added;
    }

    private DvcAdded? Write(string path, DvcContent content)
    {
        var file = path + DvcLayout.FileSuffix;
        var output = new DvcOutput
        {
            Path = path,
            Hash = content.Hash,
            Bytes = content.Bytes,
            Files = content.Entries?.Count,
            IsExecutable = content.IsExecutable,
            DeclaredIn = file,
            Position = new(repository.Display(file)),
        };
        var name = Path.GetFileName(path);
        var text = File.Exists(file) ? DvcFileUpdate.Apply(File.ReadAllText(file, Encoding.UTF8), output, name) : DvcFileText.Write(output, name);
        if (text is null)
        {
            diagnostics.Error(
                VersionCodes.DvcFileInvalid, "the file is not in the form that DVC writes, and was not changed. Remove it and add the data again.",
                    output.Position);
            return null;
        }

        var changed = WholeFile.WriteIfDifferent(file, text);
        if (!repository.Config.WithoutSourceControl)
            GitIgnoreFile.Add(path);
        return new DvcAdded(output, changed);
    }

    private (string Code, string Message)? Refusal(string path)
    {
        if (SafePath.Resolve(repository.Root, repository.Root, repository.Display(path)) is null)
        {
            return (VersionCodes.PathOutside,
                $"it lies outside the repository '{repository.Root}' or in a folder of DVC or git. Move it inside, or pin it in mlops.lock.");
        }

        if (!Path.Exists(path))
            return (VersionCodes.NothingToVersion, "there is no such file or folder. Name one that exists.");
        if (SafePath.LinkAbove(repository.Root, path) is { } link)
        {
            return (VersionCodes.PathOutside,
                $"it lies behind the link '{repository.Display(link)}'. Add what the link leads to, inside the repository.");
        }

        if (DvcScalar.NeedsEscapes(Path.GetFileName(path)))
            return (VersionCodes.NothingToVersion, "its name has characters that cannot be printed. Rename it.");
        return Overlap(path) is { } other
            ? (VersionCodes.AlreadyTracked,
                $"'{repository.Display(other.Path)}' is versioned by '{repository.Display(other.DeclaredIn)}'. Add that, or remove its version "
                    + $"first.")
            : TrackedByGit(path);
    }

    private DvcOutput? Overlap(string path)
    {
        var ignored = new DiagnosticBag();
        return DvcFinder.Files(repository.Root)
            .Where(file => file != path + DvcLayout.FileSuffix)
            .SelectMany(file => DvcFileReader.Read(repository, file, ignored))
            .FirstOrDefault(output => DvcFinder.IsAtOrBelow(path, output.Path) || DvcFinder.IsAtOrBelow(output.Path, path));
    }

    private (string Code, string Message)? TrackedByGit(string path) => GitIgnoreFile.IsTracked(path)
        ? (VersionCodes.AlreadyTracked,
            $"git keeps it already. Take it out with 'git rm -r --cached \"{repository.Display(path)}\"', then add it again.")
        : null;
}
