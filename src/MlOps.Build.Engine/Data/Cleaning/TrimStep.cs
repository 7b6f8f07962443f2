namespace MlOps.Build.Engine.Data.Cleaning;

/// <summary><c>trim</c>: white space around texts goes.</summary>
internal sealed record TrimStep : TextStep
{
    public override string Key => "trim";

    public override string Words => "white space trimmed";

    protected override string Rewrite(string text) => text.Trim();
}
