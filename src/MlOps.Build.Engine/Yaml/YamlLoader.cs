using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace MlOps.Build.Engine.Yaml;

/// <summary>Loads YAML text; whatever the text, a fault and not an exception.</summary>
internal static class YamlLoader
{
    // The node model is built by recursion: deeper text would end the process by a stack overflow, which nothing can catch.
    private const int DeepestNesting = 64;

    public static YamlStream? Load(string text, out YamlFault? fault)
    {
        fault = Nesting(text);
        if (fault is not null)
            return null;
        var parser = new Parser(new StringReader(text));
        var stream = new YamlStream();
        fault = Try(parser, () => stream.Load(parser));
        return fault is null ? stream : null;
    }

    private static YamlFault? Nesting(string text)
    {
        var parser = new Parser(new StringReader(text));
        var depth = 0;
        return Try(parser, () =>
        {
            while (parser.MoveNext())
            {
                depth += parser.Current!.NestingIncrease;
                if (depth > DeepestNesting)
                    throw new YamlException(parser.Current.Start, parser.Current.End, $"more than {DeepestNesting} levels of nesting.");
            }
        });
    }

    // YamlDotNet 16.3 lets InvalidOperationException and ArgumentException out of its scanner for some malformed texts.
    private static YamlFault? Try(Parser parser, Action load)
    {
        try
        {
            load();
            return null;
        }
        catch (YamlException exception)
        {
            return new YamlFault(exception.Message.ReplaceLineEndings(" "), exception.Start);
        }
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException)
        {
            return new YamlFault("the text after this place cannot be read.", parser.Current?.End ?? new Mark(0, 1, 1));
        }
    }
}
