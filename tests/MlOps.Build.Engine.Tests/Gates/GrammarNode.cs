namespace MlOps.Build.Engine.Tests.Gates;

/// <summary>A part of a grammar's right side.</summary>
internal abstract class GrammarNode;

internal sealed class GrammarTerminal(string text) : GrammarNode
{
    public string Text => text;
}

internal sealed class GrammarRule(string name) : GrammarNode
{
    public string Name => name;
}

internal sealed class GrammarSequence(IReadOnlyList<GrammarNode> parts) : GrammarNode
{
    public IReadOnlyList<GrammarNode> Parts => parts;
}

internal sealed class GrammarChoice(IReadOnlyList<GrammarNode> parts) : GrammarNode
{
    public IReadOnlyList<GrammarNode> Parts => parts;
}

/// <summary><c>[ part ]</c> when at most one, <c>{ part }</c> otherwise.</summary>
internal sealed class GrammarRepeat(GrammarNode part, int most) : GrammarNode
{
    public GrammarNode Part => part;

    public int Most => most;
}

internal sealed class GrammarExcept(GrammarNode part, GrammarNode but) : GrammarNode
{
    public GrammarNode Part => part;

    public GrammarNode But => but;
}

/// <summary>A set of characters that the notation has no form for.</summary>
internal sealed class GrammarSpecial(string characters, Func<char, bool> fits) : GrammarNode
{
    public string Characters => characters;

    public bool Fits(char c) => fits(c);
}
