using YamlDotNet.Core;

namespace MlOps.Build.Engine.Yaml;

/// <summary>Why a text is no YAML, and where.</summary>
internal sealed record YamlFault(string Reason, Mark Mark);
