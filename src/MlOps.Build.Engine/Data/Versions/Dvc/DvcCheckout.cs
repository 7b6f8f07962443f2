using System.Collections.Concurrent;
using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Data.Versions.Dvc;

/// <summary>Makes the project hold the versions that its files name, from the cache alone. Changes that only the project has are kept unless
/// forced.</summary>
internal sealed class DvcCheckout(DvcRepository repository, bool force, DiagnosticBag diagnostics)
{
    private readonly DvcPlacer _placer = new(repository);
    private readonly ConcurrentQueue<string> _faults = new();

    /// <summary>Brings one output to its version; null, with errors, when it stays as it is.</summary>
    /// <exception cref="IOException">Something cannot be written.</exception>
    public DvcPlaced? Run(DvcOutput output, CancellationToken cancellationToken)
    {
        if (SafePath.LinkAbove(repository.Root, output.Path) is { } link)
        {
            return Refuse(output, VersionCodes.PathOutside,
                $"'{repository.Display(output.Path)}' lies behind the link '{repository.Display(link)}', through which it would land elsewhere. "
                    + $"Remove the link.");
        }

        if (DvcTree.Read(repository, output, diagnostics) is not { } tree)
            return null;
        var plan = DvcPlan.Make(repository, output, tree, cancellationToken);
        if (!force && plan.Lost.Count > 0)
        {
            var names = string.Join(", ", plan.Lost.Take(3).Select(repository.Display));
            return Refuse(output, VersionCodes.LocalChanges,
                $"{plan.Lost.Count} files have content that only this folder has ({names}). Keep it with 'mlops data add', or lose it with "
                    + $"'--force'.");
        }

        var placed = Apply(output, plan, cancellationToken);
        foreach (var fault in _faults.Order(StringComparer.Ordinal).Take(10))
        {
            diagnostics.Error(fault.Contains("is not in the cache", StringComparison.Ordinal) ? VersionCodes.ObjectMissing
                : VersionCodes.HashMismatch, fault, output.Position);
        }

        return _faults.IsEmpty ? placed : null;
    }

    /// <summary>Says that files are links, once at the end.</summary>
    public void TellOfLinks()
    {
        if (_placer.Linked == 0)
            return;
        diagnostics.Info(
            VersionCodes.LinkedToCache,
            $"{_placer.Linked} files are read-only links to the cache, as cache.type asks for. To change one, write a new file in its place; an "
                + $"edit in place would change the cache.",
            new(repository.Display(repository.Folder)));
    }

    private DvcPlaced Apply(DvcOutput output, DvcPlan plan, CancellationToken cancellationToken)
    {
        if (output.Hash.IsDirectory && !Path.Exists(output.Path))
            CreateWhole(output, plan, cancellationToken);
        else
            Change(output, plan, cancellationToken);
        return new DvcPlaced(output, plan.Wrong.Count, plan.Unchanged, plan.Extra.Count);
    }

    // A directory that is not there yet appears in one rename.
    private void CreateWhole(DvcOutput output, DvcPlan plan, CancellationToken cancellationToken)
    {
        var beside = $"{output.Path}.{Environment.ProcessId}.unfinished";
        try
        {
            Directory.CreateDirectory(beside);
            foreach (var folder in plan.Wrong.Select(file => Path.GetDirectoryName(file.Path)!).Distinct())
                Directory.CreateDirectory(beside + folder[output.Path.Length..]);
            Each(plan.Wrong, cancellationToken,
                file => _placer.Create(file.Hash, beside + file.Path[output.Path.Length..], false, cancellationToken));
            if (!_faults.IsEmpty)
                return;
            Directory.Move(beside, output.Path);
            Each(plan.Wrong, cancellationToken, file =>
            {
                _placer.Remember(file.Hash, file.Path);
                return null;
            });
        }
        finally
        {
            if (Directory.Exists(beside))
                Directory.Delete(beside, recursive: true);
        }
    }

    private void Change(DvcOutput output, DvcPlan plan, CancellationToken cancellationToken)
    {
        // Every object is looked for first: half a version is none.
        foreach (var file in plan.Wrong.Where(file => !repository.Cache.Has(file.Hash)))
            _faults.Enqueue($"the object '{file.Hash.ObjectPath}' is not in the cache. Run 'mlops data pull'.");
        if (!_faults.IsEmpty)
            return;
        DvcObstacles.Clear(output, plan);
        Each(plan.Wrong, cancellationToken, file => _placer.Replace(file.Hash, file.Path, output.IsExecutable, cancellationToken));
        foreach (var extra in plan.Extra.Where(File.Exists))
            File.Delete(extra);
    }

    private void Each(IReadOnlyList<DvcFile> files, CancellationToken cancellationToken, Func<DvcFile, string?> work)
    {
        InParallel.For(files.Count, cancellationToken, i =>
        {
            if (work(files[i]) is { } fault)
                _faults.Enqueue(fault);
        });
    }

    private DvcPlaced? Refuse(DvcOutput output, string code, string message)
    {
        diagnostics.Error(code, message, output.Position);
        return null;
    }
}
