using System.Globalization;
using System.Text;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Registry.Git;

namespace MlOps.Build.Engine.Registry.Tags;

/// <summary>
/// Writes annotated tags, all of them or none, and never over one that is there. With a remote they are made there first: what it takes in
/// one atomic push counts, and this repository follows.
/// </summary>
internal sealed class TagWriter(GitRepository repository, string? remote, DiagnosticBag diagnostics)
{
    /// <summary>The earliest moment that the tags may bear: history goes by their times, and clocks go wrong. Null is any.</summary>
    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>Writes tags; whatever is in the way is an error of <see cref="RegistryCodes"/>.</summary>
    public TagWriting Write(IReadOnlyList<NewTag> tags)
    {
        if (Identity(repository, diagnostics) is not { } known)
            return TagWriting.Failed;
        var identity = Dated(known);
        var references = new List<(string Name, string Object)>();
        foreach (var tag in tags)
        {
            var made = repository.Run(["mktag"], Content(tag, identity));
            if (!made.Succeeded)
                return Fail(made.Reason);
            references.AddRange(tag.References.Select(reference => (reference, made.Text)));
        }

        return remote is null ? Create(references) : Push(references);
    }

    /// <summary>Whom git takes for the maker of a tag, and when, as its objects hold it; null, with an error, when it does not know.</summary>
    public static string? Identity(GitRepository repository, DiagnosticBag diagnostics)
    {
        var outcome = repository.Run(["var", "GIT_COMMITTER_IDENT"]);
        if (outcome.Succeeded)
            return outcome.Text;
        diagnostics.Error(
            RegistryCodes.NoIdentity,
            "git does not know who makes the tag. Say it with 'git config user.name' and 'git config user.email', or GIT_COMMITTER_NAME and GIT_COMMITTER_EMAIL.");
        return null;
    }

    // Name <address> seconds offset.
    private string Dated(string identity)
    {
        var parts = identity.Split(' ');
        if (NotBefore is { } earliest && long.TryParse(parts[^2], NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds < earliest.ToUnixTimeSeconds())
            parts[^2] = earliest.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return string.Join(' ', parts);
    }

    private static string Content(NewTag tag, string identity) =>
        $"object {tag.Commit}\ntype commit\ntag {tag.Name}\ntagger {identity}\n\n{tag.Message}";

    private TagWriting Create(IReadOnlyList<(string Name, string Object)> references)
    {
        var commands = new StringBuilder("start\n");
        foreach (var (name, made) in references)
            commands.Append("create ").Append(name).Append(' ').Append(made).Append('\n');
        var outcome = repository.Run(["update-ref", "--stdin"], commands.Append("prepare\ncommit\n").ToString());
        if (outcome.Succeeded)
            return TagWriting.Written;
        var present = repository.Run(["for-each-ref", "--format=%(objectname) %(refname)", .. references.Select(reference => reference.Name)]);
        return Judge(references, present, outcome);
    }

    private TagWriting Push(IReadOnlyList<(string Name, string Object)> references)
    {
        var pushed = repository.Run(["push", "--porcelain", "--atomic", remote!, .. references.Select(reference => $"{reference.Object}:{reference.Name}")]);
        var result = pushed.Succeeded
            ? TagWriting.Written
            : Judge(references, repository.Run(["ls-remote", remote!, .. references.Select(reference => reference.Name)]), pushed);
        if (result == TagWriting.Written)
            Follow(references);
        return result;
    }

    // What is there decides, not what was said: an answer may be lost after the work is done.
    private TagWriting Judge(IReadOnlyList<(string Name, string Object)> references, GitOutcome present, GitOutcome failure)
    {
        if (!present.Succeeded)
        {
            Fail($"{failure.Reason.TrimEnd('.')}; and whether it did so cannot be seen: {present.Reason}");
            return TagWriting.Unknown;
        }

        var found = present.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split([' ', '\t'], 2)).ToDictionary(parts => parts[1], parts => parts[0], StringComparer.Ordinal);
        if (references.All(reference => found.GetValueOrDefault(reference.Name) == reference.Object))
            return TagWriting.Written;
        if (references.FirstOrDefault(reference => found.TryGetValue(reference.Name, out var other) && other != reference.Object).Name is not { } taken)
            return Fail(failure.Reason);
        diagnostics.Error(
            RegistryCodes.Overtaken,
            $"somebody else was faster: '{taken}' has been written in the meantime, and nothing was changed. Look with 'mlops registry history', then run the command again.");
        return TagWriting.Overtaken;
    }

    // The remote has them. A reference that cannot be made here comes with the next fetch.
    private void Follow(IReadOnlyList<(string Name, string Object)> references)
    {
        foreach (var (name, made) in references)
            repository.Run(["update-ref", name, made, new string('0', made.Length)]);
    }

    private TagWriting Fail(string reason)
    {
        diagnostics.Error(
            RegistryCodes.NotWritten,
            $"git did not write the tags: {reason.TrimEnd('.')}. Mend that and run the command again; it takes up what it finds.");
        return TagWriting.Failed;
    }
}
