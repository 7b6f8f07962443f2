using MlOps.Build.Engine.Data.Schemas;

namespace MlOps.Build.Engine.Data.Validation;

/// <summary>A rule that looks at values as texts.</summary>
internal abstract class TextRule(ColumnSchema schema, string code, string key) : ColumnRule(schema, code, key)
{
    public override ColumnCheck Start() => new TextCheck(this);

    /// <summary>Whether a text in UTF-8 keeps the rule; safe for concurrent use.</summary>
    public abstract bool Holds(ReadOnlySpan<byte> text);
}
