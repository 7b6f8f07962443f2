using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Gates;

/// <summary>The links of an item's Markdown that are safe to repeat in a report.</summary>
internal static class ItemLinks
{
    public static IReadOnlyList<GateLink> Of(ContainerInline inlines) =>
    [
        .. inlines.Descendants<Inline>().Select(LinkOf).OfType<GateLink>().Where(link => IsSafe(link.Target)),
    ];

    private static GateLink? LinkOf(Inline inline) => inline switch
    {
        LinkInline { IsImage: false, Url: { } url } link => new GateLink(ItemText.Of(link, null), url),
        AutolinkInline { IsEmail: false } link => new GateLink(link.Url, link.Url),
        _ => null,
    };

    /// <summary>
    /// True for http, https and a relative address. Everything else may run something (<c>javascript:</c>), show something that is not
    /// there (<c>data:</c>) or lead to another machine without saying so (<c>//host</c>, <c>\\host</c>).
    /// </summary>
    internal static bool IsSafe(string target)
    {
        if (target.Length == 0 || target.Length > 2000 || target.Any(c => char.IsControl(c) || char.IsWhiteSpace(c) || c is '\\' or '<' or '>'))
            return false;
        if (Uri.TryCreate(target, UriKind.Absolute, out var uri) && target.Contains(':', StringComparison.Ordinal))
            return uri.Scheme is "http" or "https" && uri.Host.Length > 0;
        return !target.StartsWith("//", StringComparison.Ordinal) && !target.Split('/', '?', '#')[0].Contains(':', StringComparison.Ordinal);
    }
}
