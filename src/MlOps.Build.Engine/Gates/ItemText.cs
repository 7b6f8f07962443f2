using System.Text;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace MlOps.Build.Engine.Gates;

/// <summary>The plain text of an item's Markdown.</summary>
internal static class ItemText
{
    /// <summary>The text of everything but <paramref name="without"/>, white space collapsed.</summary>
    public static string Of(ContainerInline inlines, Inline? without)
    {
        var text = new StringBuilder();
        foreach (var inline in inlines.Descendants<Inline>())
        {
            if (!ReferenceEquals(inline, without))
                Append(text, inline);
        }

        return string.Join(' ', text.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).TrimEnd(':').TrimEnd();
    }

    private static void Append(StringBuilder text, Inline inline)
    {
        switch (inline)
        {
            case LiteralInline literal:
                text.Append(literal.Content.AsSpan());
                break;
            case CodeInline code:
                text.Append(code.Content);
                break;
            case HtmlEntityInline entity:
                text.Append(entity.Transcoded.AsSpan());
                break;
            case AutolinkInline link:
                text.Append(link.Url);
                break;
            case LineBreakInline:
                text.Append(' ');
                break;
            default:
                break;
        }
    }
}
