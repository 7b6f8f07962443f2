using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;

namespace MlOps.Build.Engine.Reporting.Rendering;

/// <summary>
/// The page's style sheet or script, inside the page. It stands in a CDATA section behind a comment, which XML and HTML read alike; its
/// hash lets the page's content security policy refuse any other.
/// </summary>
internal sealed class HtmlAsset
{
    private readonly string _tag;
    private readonly string _before;
    private readonly string _body;
    private readonly string _after;

    private HtmlAsset(string tag, string file, string before, string after)
    {
        using var reader = new StreamReader(typeof(HtmlAsset).Assembly.GetManifestResourceStream("page/" + file)!, Encoding.UTF8);
        var text = reader.ReadToEnd().Replace("\r\n", "\n", StringComparison.Ordinal);
        (_tag, _before, _after) = (tag, before, after);
        _body = (before == "/*" ? "*/\n" : "\n") + text + after[..2];
        _after = after[2..];
    }

    public static HtmlAsset Style { get; } = new("style", "HtmlPage.css", "/*", "/**/");

    public static HtmlAsset Script { get; } = new("script", "HtmlPage.js", "//", "//");

    /// <summary>Allows this style sheet and this script, and nothing else: no request, no other script.</summary>
    public static string Policy =>
        $"default-src 'none'; style-src {Style.Source}; script-src {Script.Source}; base-uri 'none'; form-action 'none'";

    public XElement Element => new(_tag, _before, new XCData(_body), _after);

    // https://www.w3.org/TR/CSP3/#match-element-to-source-list: the hash of the element's text.
    private string Source
    {
        get
        {
            var text = $"{_before}<![CDATA[{_body}]]>{_after}";
            return $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}'";
        }
    }
}
