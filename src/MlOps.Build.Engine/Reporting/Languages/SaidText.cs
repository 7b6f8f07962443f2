using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace MlOps.Build.Engine.Reporting.Languages;

/// <summary>An interpolated sentence taken apart: its form, such as <c>{0} of {1} failed</c>, and what goes into it.</summary>
[InterpolatedStringHandler]
internal readonly ref struct SaidText
{
    private readonly StringBuilder _form;
    private readonly List<string> _values;

    public SaidText(int literalLength, int formattedCount)
    {
        _form = new StringBuilder(literalLength + (3 * formattedCount));
        _values = new List<string>(formattedCount);
    }

    /// <summary>The key of the translation.</summary>
    public string Form => _form.ToString();

    public IReadOnlyList<string> Values => _values;

    public void AppendLiteral(string text) => _form.Append(text);

    public void AppendFormatted(string? value)
    {
        _form.Append('{').Append(_values.Count.ToString(CultureInfo.InvariantCulture)).Append('}');
        _values.Add(value ?? "");
    }

    public void AppendFormatted(long value) => AppendFormatted(Gates.NumberText.Count(value));
}
