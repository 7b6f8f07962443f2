namespace MlOps.Build.Engine.Reporting.Cards;

/// <summary>What of a card's text is prose: comments, headings and blank lines around the marks are not.</summary>
internal static class CardProse
{
    /// <summary>True when nothing but blanks and comments stands there.</summary>
    public static bool IsBlank(string text)
    {
        var at = 0;
        while (text.IndexOf("<!--", at, StringComparison.Ordinal) is var begin and >= 0)
        {
            if (!text.AsSpan(at, begin - at).IsWhiteSpace())
                return false;
            if (text.IndexOf("-->", begin + 4, StringComparison.Ordinal) is not (var end and >= 0))
                return true;
            at = end + 3;
        }

        return text.AsSpan(at).IsWhiteSpace();
    }

    /// <summary>True when a line outside of the marks holds text that would be lost.</summary>
    /// <param name="line">The line.</param>
    /// <param name="comment">Whether a comment is open; is changed by the line.</param>
    public static bool IsOutside(string line, ref bool comment)
    {
        var rest = line.AsSpan().Trim();
        if (!comment && rest.StartsWith('#'))
            return false;
        while (!rest.IsEmpty)
        {
            if (!comment && !rest.StartsWith("<!--"))
                return true;
            var end = rest.IndexOf("-->");
            comment = end < 0;
            rest = comment ? [] : rest[(end + 3)..].TrimStart();
        }

        return false;
    }

    /// <summary>A comment or a code block that a text begins and does not end, with its line counted from 0; null when there is none.</summary>
    public static (string What, int Line)? LeftOpen(string text)
    {
        var (fence, since, comment) = ("", 0, -1);
        var lines = text.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (comment < 0 && Fence(lines[i]) is { } marks && (fence.Length == 0 || Closes(marks, fence)))
                (fence, since) = fence.Length == 0 ? (marks.Trim(), i) : ("", 0);
            else if (fence.Length == 0)
                comment = Comment(lines[i], comment, i);
        }

        return comment >= 0 ? ("a comment", comment) : fence.Length > 0 ? ("a code block", since) : null;
    }

    // CommonMark 0.31, 4.5: up to three spaces, then three or more of one character; the closing one is as long and has no info string.
    private static string? Fence(string line)
    {
        var trimmed = line.TrimStart(' ');
        if (line.Length - trimmed.Length > 3 || trimmed is not ['`' or '~', ..])
            return null;
        var run = trimmed.Length - trimmed.TrimStart(trimmed[0]).Length;
        var info = trimmed[run..].Trim();
        return run < 3 || (trimmed[0] == '`' && info.Contains('`')) ? null : trimmed[..run] + (info.Length > 0 ? " " : "");
    }

    private static bool Closes(string marks, string fence) => marks.StartsWith(fence, StringComparison.Ordinal) && !marks.EndsWith(' ');

    private static int Comment(string line, int open, int number)
    {
        var at = 0;
        while (at >= 0 && at < line.Length)
        {
            if (open < 0)
            {
                at = line.IndexOf("<!--", at, StringComparison.Ordinal);
                if (at >= 0)
                    (open, at) = (number, at + 4);
            }
            else
            {
                at = line.IndexOf("-->", at, StringComparison.Ordinal);
                if (at >= 0)
                    (open, at) = (-1, at + 3);
            }
        }

        return open;
    }
}
