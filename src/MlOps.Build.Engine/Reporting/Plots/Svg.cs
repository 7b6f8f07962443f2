using System.Globalization;
using System.Xml.Linq;

namespace MlOps.Build.Engine.Reporting.Plots;

/// <summary>SVG elements. Colours come from the page's style sheet by class, so that they follow light, dark and paper.</summary>
internal static class Svg
{
    public static XElement Root(int width, int height, string description, params object[] content) => new(
        "svg",
        new XAttribute("viewBox", string.Create(CultureInfo.InvariantCulture, $"0 0 {width} {height}")),
        new XAttribute("role", "img"),
        new XElement("desc", SafeText.Of(description, 400)),
        content);

    public static XElement Line(string style, double x1, double y1, double x2, double y2) => new(
        "line",
        new XAttribute("class", style),
        new XAttribute("x1", Number(x1)),
        new XAttribute("y1", Number(y1)),
        new XAttribute("x2", Number(x2)),
        new XAttribute("y2", Number(y2)));

    public static XElement Circle(string style, double x, double y, double radius) => new(
        "circle",
        new XAttribute("class", style),
        new XAttribute("cx", Number(x)),
        new XAttribute("cy", Number(y)),
        new XAttribute("r", Number(radius)));

    /// <summary>A square on its corner: a second shape beside the dot, so that colour is not all that tells them apart.</summary>
    public static XElement Diamond(string style, double x, double y, double half) => new(
        "path",
        new XAttribute("class", style),
        new XAttribute("d", $"M{Number(x - half)},{Number(y)} L{Number(x)},{Number(y - half)} L{Number(x + half)},{Number(y)} L{Number(x)},{Number(y + half)} Z"));

    public static XElement Rectangle(string style, double x, double y, double width, double height) => new(
        "rect",
        new XAttribute("class", style),
        new XAttribute("x", Number(x)),
        new XAttribute("y", Number(y)),
        new XAttribute("width", Number(Math.Max(0, width))),
        new XAttribute("height", Number(Math.Max(0, height))));

    public static XElement Path(string style, IEnumerable<(double X, double Y)> points) => new(
        "path",
        new XAttribute("class", style),
        new XAttribute("d", string.Join(' ', points.Select((point, i) => $"{(i == 0 ? 'M' : 'L')}{Number(point.X)},{Number(point.Y)}"))));

    /// <summary>Text; <paramref name="anchor"/> is <c>start</c>, <c>middle</c> or <c>end</c>.</summary>
    public static XElement Text(string style, double x, double y, string anchor, string text) => new(
        "text",
        new XAttribute("class", style),
        new XAttribute("x", Number(x)),
        new XAttribute("y", Number(y)),
        new XAttribute("text-anchor", anchor),
        SafeText.Of(text));

    public static string Number(double value) => Math.Round(value, 1).ToString("0.#", CultureInfo.InvariantCulture);
}
