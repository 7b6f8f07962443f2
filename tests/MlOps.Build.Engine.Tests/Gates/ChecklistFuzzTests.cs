using System.Text;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Gates;
using MlOps.Build.Engine.Numerics;

namespace MlOps.Build.Engine.Tests.Gates;

public sealed class ChecklistFuzzTests
{
    private static readonly string[] Pieces =
    [
        "auc", "baseline", "champion", ".", "slices", "(", ")", "\"Wildlife Size\"", "'", "\"", ",", "positives", ":", "30", "rows",
        "min", "max", "mean", "abs", "count", "+", "-", "*", "/", ">=", "<=", "==", "!=", ">", "<", "=", "@", "95%",
        "when", "and", " ", "\n", "\t", "\0",
        "1e308", "0", "%", "5ms", "`", "``", "- [ ] ", "- [x]", "  - ", "1. [ ] ", "> ", "# ", "[",
        "](", "<!--", "&amp;", "\u202E", "\uD83D",
        "\uDE00", "\u2265", "\r", "\r\n", "|", "***", "~~~", "<script>", "\\",
    ];

    [Fact]
    public void Any_text_gives_a_verdict_or_a_finding_and_never_an_exception()
    {
        var random = new SeededRandom(20_260_314);
        for (var round = 0; round < 1000; round++)
        {
            var text = new StringBuilder();
            var prefix = random.Next(3) > 0;
            if (prefix)
                text.Append("- [ ] item `");
            for (var length = random.Next(40); length > 0; length--)
                text.Append(Pieces[random.Next(Pieces.Length)]);
            if (prefix)
                text.Append('`');
            JudgeAnything(text.ToString());
        }
    }

    private static void JudgeAnything(string text)
    {
        var diagnostics = new DiagnosticBag();
        if (Checklist.Parse("c.md", text, diagnostics) is not { } checklist)
        {
            diagnostics.HasErrors.ShouldBeTrue(text);
            return;
        }

        if (GateJudge.Judge(checklist, Evidence.Facts(), diagnostics) is { } gate)
            gate.Items.ShouldAllBe(item => item.Explanation.Length > 0);
        else
            diagnostics.HasErrors.ShouldBeTrue(text);
        diagnostics.ShouldAllBe(diagnostic => diagnostic.Position.Line > 0 && diagnostic.Position.Column > 0);
    }
}
