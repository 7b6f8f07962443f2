using System.Reflection;
using System.Text;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MlOps.Build.Engine.Tests.Reporting.Languages;

/// <summary>The keys that the source code asks catalogues for: every text inside a call of <c>Say</c>.</summary>
internal static class SaidKeys
{
    public static string Root { get; } = typeof(SaidKeys).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "RepositoryRoot").Value!;

    public static IReadOnlyDictionary<string, string> All { get; } = Read();

    // The key, and the file that says it.
    private static Dictionary<string, string> Read()
    {
        var keys = new Dictionary<string, string>();
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Root, "src/MlOps.Build.Engine/Reporting"), "*.cs", SearchOption.AllDirectories))
        {
            var text = File.ReadAllText(file);
            if (!text.Contains(".Say(", StringComparison.Ordinal))
                continue;
            foreach (var key in Calls(text).SelectMany(Keys))
                keys.TryAdd(key, Path.GetFileName(file));
        }

        return keys;
    }

    private static IEnumerable<InvocationExpressionSyntax> Calls(string text) => CSharpSyntaxTree.ParseText(text).GetRoot()
        .DescendantNodes().OfType<InvocationExpressionSyntax>()
        .Where(call => call.Expression is MemberAccessExpressionSyntax { Name.Identifier.Text: "Say" });

    // With three arguments the second is the English form for one, which translations do not have.
    private static IEnumerable<string> Keys(InvocationExpressionSyntax call) => Texts(call.ArgumentList.Arguments[^1].Expression);

    private static IEnumerable<string> Texts(ExpressionSyntax expression) => expression switch
    {
        LiteralExpressionSyntax or InterpolatedStringExpressionSyntax or BinaryExpressionSyntax => [Form(expression)],
        SwitchExpressionSyntax choice => choice.Arms.SelectMany(arm => Texts(arm.Expression)),
        ConditionalExpressionSyntax choice => Texts(choice.WhenTrue).Concat(Texts(choice.WhenFalse)),
        ParenthesizedExpressionSyntax inner => Texts(inner.Expression),
        _ => [],
    };

    private static string Form(ExpressionSyntax expression)
    {
        var (form, places) = (new StringBuilder(), 0);
        foreach (var part in Parts(expression))
            form.Append(part ?? $"{{{places++}}}");
        return form.ToString();
    }

    // Null stands for something filled in.
    private static IEnumerable<string?> Parts(ExpressionSyntax expression) => expression switch
    {
        BinaryExpressionSyntax sum => Parts(sum.Left).Concat(Parts(sum.Right)),
        LiteralExpressionSyntax literal => [literal.Token.ValueText],
        InterpolatedStringExpressionSyntax text => text.Contents.Select(part =>
            part is InterpolatedStringTextSyntax plain ? plain.TextToken.ValueText : null),
        _ => throw new InvalidOperationException($"Say takes texts as they stand, not '{expression}'."),
    };
}
