using Markdig;
using Markdig.Extensions.TaskLists;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Gates.Expressions;

namespace MlOps.Build.Engine.Gates;

/// <summary>Finds the items of a checklist in its Markdown.</summary>
internal sealed class ChecklistReader(string file, string text, DiagnosticBag diagnostics)
{
    /// <summary>Longest checklist in characters; 10,000 items of ordinary length fit.</summary>
    public const int MaximumLength = 2_000_000;

    /// <summary>Longest line; Markdown's emphasis and links take time that grows with a line's square.</summary>
    public const int MaximumLine = 20_000;

    private static readonly MarkdownPipeline Pipeline =
        new MarkdownPipelineBuilder().UseTaskLists().UsePreciseSourceLocation().Build();

    private readonly TextLines _lines = new(file, text);
    private readonly List<ChecklistItem> _items = [];
    private bool _broken;

    public Checklist? Read()
    {
        if (Document() is not { } document)
            return null;
        Collect(document, 0, null);
        foreach (var parent in _items.Select(item => item.Parent).OfType<int>().Distinct().ToList())
            _items[parent] = _items[parent] with { IsHeading = _items[parent].Expression is null };
        if (_items.Count == 0 && !_broken)
        {
            diagnostics.Error(GateCodes.NoItems, $"'{file}' has no items, so nothing would be judged. Write items such as "
                + "'- [ ] Better than guessing `auc >= 0.70`', or delete the file to use the default checklist.",
                new SourcePosition(file, 1, 1));
            return null;
        }

        return _broken ? null : new Checklist { File = file, Source = text, Items = _items };
    }

    private MarkdownDocument? Document()
    {
        if (text.Length > MaximumLength)
            return Unreadable($"has {NumberText.Count(text.Length)} characters; {NumberText.Count(MaximumLength)} are allowed", 1);
        if (LongLine() is { } line)
            return Unreadable($"has a line of more than {NumberText.Count(MaximumLine)} characters", line);
        try
        {
            return Markdown.Parse(text, Pipeline);
        }
        catch (ArgumentException)
        {
            // Markdig refuses lists and quotes nested beyond its depth limit with this exception.
            return Unreadable("is nested too deep to be Markdown that somebody wrote", 1);
        }
    }

    private MarkdownDocument? Unreadable(string what, int line)
    {
        diagnostics.Error(GateCodes.Unreadable, $"'{file}' {what}. Split or shorten it.", new SourcePosition(file, line, 1));
        return null;
    }

    private int? LongLine()
    {
        var line = 1;
        foreach (var part in text.AsSpan().EnumerateLines())
        {
            if (part.Length > MaximumLine)
                return line;
            line++;
        }

        return null;
    }

    private void Collect(ContainerBlock container, int depth, int? parent)
    {
        foreach (var block in container)
        {
            var count = _items.Count;
            if (block is ListItemBlock item)
                Add(item, depth, parent);
            if (block is ContainerBlock inner)
                Collect(inner, block is ListItemBlock ? depth + 1 : depth, _items.Count > count ? count : parent);
        }
    }

    private void Add(ListItemBlock item, int depth, int? parent)
    {
        if (item.Count == 0 || item[0] is not ParagraphBlock { Inline: { } inlines })
            return;
        var links = ItemLinks.Of(inlines);
        if (inlines.FirstChild is not TaskList box)
            WarnOfUncheckedGate(inlines, "begins without '[ ]', so it is not checked. Write '- [ ] \u2026'");
        else if (LastOf(inlines) is CodeInline code)
            AddGate(inlines, box, code, (depth, parent, links));
        else
            AddSignOff(item, inlines, box, (depth, parent, links));
        if (inlines.FirstChild is TaskList)
            WarnOfLaterParagraphs(item);
    }

    private void WarnOfLaterParagraphs(ListItemBlock item)
    {
        foreach (var later in item.Skip(1).OfType<ParagraphBlock>())
        {
            if (later.Inline is { } inlines)
                WarnOfUncheckedGate(inlines, "stands below the item's first paragraph, so it is not checked. Move it to the end of that one");
        }
    }

    private void AddGate(
        ContainerInline inlines, TaskList box, CodeInline code, (int Depth, int? Parent, IReadOnlyList<GateLink> Links) place)
    {
        var (start, end) = Contents(code);
        if (GateParser.Parse(text, start, end, Report) is not { } expression)
            return;
        WarnOfUncheckedGate(inlines, "is not the item's last, so it is not checked. Make it an item of its own, or join the two by 'and'", code);
        var prose = ItemText.Of(inlines, code);
        _items.Add(new ChecklistItem
        {
            Text = prose.Length == 0 ? expression.Source : prose,
            Expression = expression,
            Ticked = box.Checked,
            Depth = place.Depth,
            Parent = place.Parent,
            Links = place.Links,
            Position = _lines.At(TextStart(box)),
        });
    }

    private void AddSignOff(
        ListItemBlock item, ContainerInline inlines, TaskList box, (int Depth, int? Parent, IReadOnlyList<GateLink> Links) place)
    {
        WarnOfUncheckedGate(inlines, "does not end the item, or is inside of emphasis or a link, so the item is a sign-off. Move it to the end, as plain code");
        _items.Add(new ChecklistItem
        {
            Text = ItemText.Of(inlines, null),
            Ticked = box.Checked,
            Depth = place.Depth,
            Parent = place.Parent,
            Links = place.Links,
            Position = _lines.At(item.Span.Start),
        });
    }

    private void WarnOfUncheckedGate(ContainerInline inlines, string why, CodeInline? judged = null)
    {
        foreach (var code in inlines.Descendants<CodeInline>().Where(code => code != judged))
        {
            var (start, end) = Contents(code);
            if (GateParser.Parse(text, start, end, (_, _, _) => { }) is { } gate)
                diagnostics.Warning(GateCodes.NotChecked, $"the expression '{gate.Source}' {why}.", _lines.At(code.Span.Start));
        }
    }

    private static Inline? LastOf(ContainerInline inlines)
    {
        var last = inlines.LastChild;
        while (last is LiteralInline { Content.IsEmpty: true } or LiteralInline { IsClosed: true } && IsBlank(last))
            last = last.PreviousSibling;
        return last;
    }

    private static bool IsBlank(Inline inline) => inline is LiteralInline literal && literal.Content.ToString().Trim().Length == 0;

    // Offsets come from the source and not from the parsed content, in which line ends became spaces.
    private static (int Start, int End) Contents(CodeInline code) =>
        (code.Span.Start + code.DelimiterCount, code.Span.End + 1 - code.DelimiterCount);

    private int TextStart(TaskList box)
    {
        var at = box.Span.End + 1;
        while (at < text.Length && text[at] is ' ' or '\t')
            at++;
        return Math.Min(at, text.Length);
    }

    private void Report(string code, int offset, string message)
    {
        _broken = true;
        diagnostics.Error(code, message + (message.EndsWith('.') ? "" : "."), _lines.At(offset));
    }
}
