namespace MlOps.Build.Engine.Packaging.Secrets;

/// <summary>
/// Shapes of secrets that platforms have published. Patterns and least entropies are those of gitleaks, MIT licence
/// (https://github.com/gitleaks/gitleaks/blob/b58d3f10/config/gitleaks.toml), as .NET writes them; those of NuGet's key and the last three are ours.
/// </summary>
internal static class SecretRules
{
    // What may follow a token: a quote, white space, an escape as JSON writes it, the end.
    private const string End = @"(?:[\x60'""\s;<,&]|\\[nru""]|\z)";

    public static IReadOnlyList<SecretRule> All { get; } =
    [
        SecretRule.Of("a GitHub token", "ghp_ gho_ ghu_ ghs_ ghr_", "gh[pousr]_[0-9a-zA-Z]{36}", 3),
        SecretRule.Of("a GitHub fine-grained token", "github_pat_", @"github_pat_[0-9a-zA-Z_]{82}", 3),
        SecretRule.Of("a GitLab token", "glpat- glptt- gldt- glrt- glcbt-", @"(?:glpat-[\w-]{20}|glptt-[0-9a-f]{40}|gldt-[0-9a-zA-Z_\-]{20}|glrt-[0-9a-zA-Z_\-]{20}|glcbt-[0-9a-zA-Z]{1,5}_[0-9a-zA-Z_-]{20})", 3),
        SecretRule.Of("an AWS access key", "A3T AKIA ASIA ABIA ACCA", @"\b((?:A3T[A-Z0-9]|AKIA|ASIA|ABIA|ACCA)[A-Z2-7]{16})\b", 3),
        SecretRule.Of("an Azure client secret", "Q~", @"(?:^|[\\'""\x60\s>=:(,)])([a-zA-Z0-9_~.]{3}[0-9]Q~[a-zA-Z0-9_~.-]{31,34})(?:\z|[\\'""\x60\s<),])", 3),
        SecretRule.Of("a Google API key", "AIza", @"\b(AIza[\w-]{35})" + End, 4),
        SecretRule.Of("a Slack bot token", "xoxb", "xoxb-(?:[0-9]{10,13}-[0-9]{10,13}[a-zA-Z0-9-]*|[0-9]{8,14}-[a-zA-Z0-9]{18,26})", 2),
        SecretRule.Of("a Slack user token", "xoxp- xoxe-", "xox[pe](?:-[0-9]{10,13}){3}-[a-zA-Z0-9-]{28,34}", 2),
        SecretRule.Of("a Slack app token", "xapp", @"(?i)xapp-[0-9]-[A-Z0-9]+-[0-9]+-[a-z0-9]+", 2),
        SecretRule.Of("a Slack token", "xoxo xoxs xoxa xoxr", "(?:xox[os]-[0-9]+-[0-9]+-[0-9]+-[a-fA-F0-9]+|xox[ar]-(?:[0-9]-)?[0-9a-zA-Z]{8,48})", 2),
        SecretRule.Of("a Slack configuration token", "xoxe", "(?i)(?:xoxe.xox[bp]-[0-9]-[A-Z0-9]{163,166}|xoxe-[0-9]-[A-Z0-9]{146})", 2),
        SecretRule.Of("a Slack webhook", "hooks.slack.com", "(?:https?://)?hooks[.]slack[.]com/(?:services|workflows|triggers)/[A-Za-z0-9+/]{43,56}", 0),
        SecretRule.Of("an npm token", "npm_", @"(?i)\b(npm_[a-z0-9]{36})" + End, 2),
        SecretRule.Of("a password of NuGet's configuration", "<add key=", @"(?i)<add key=""(?:(?:ClearText)?Password)""\s*value=""(.{8,})""\s*/>", 1),
        SecretRule.Of("a NuGet API key", "oy2", @"\b(oy2[a-z0-9]{43})" + End, 3),
        SecretRule.Of("a PyPI token", "pypi-AgEIcHlwaS5vcmc", @"pypi-AgEIcHlwaS5vcmc[\w-]{50,1000}", 3),
        SecretRule.Of("a Hugging Face token", "hf_ api_org_", @"\b((?:hf_|api_org_)[a-zA-Z]{34})" + End, 2),
        SecretRule.Of("an OpenAI key", "T3BlbkFJ", @"\b(sk-(?:(?:proj|svcacct|admin)-)?[A-Za-z0-9_-]{20,74}T3BlbkFJ[A-Za-z0-9_-]{20,74})\b", 3),
        SecretRule.Of("an Anthropic key", "sk-ant-", @"\b(sk-ant-(?:api03|admin01)-[a-zA-Z0-9_\-]{93}AA)" + End, 0),
        SecretRule.Of("a Databricks token", "dapi", @"\b(dapi[a-f0-9]{32}(?:-[0-9])?)" + End, 3),
        SecretRule.Of("a Stripe key", "sk_test sk_live sk_prod rk_test rk_live rk_prod", @"\b((?:sk|rk)_(?:test|live|prod)_[a-zA-Z0-9]{10,99})" + End, 2),
        SecretRule.Of("a SendGrid key", "SG.", @"\b(SG\.(?i:[a-z0-9=_\-\.]{66}))" + End, 2),
        SecretRule.Of("a private key", "-----BEGIN", @"(?i)-----BEGIN[ A-Z0-9_-]{0,100}PRIVATE KEY(?: BLOCK)?-----[\s\S]{64,}?KEY(?: BLOCK)?-----", 0),
        SecretRule.Of("a JSON Web Token", ".ey", @"\b(ey[a-zA-Z0-9]{17,}\.ey[a-zA-Z0-9/\\_-]{17,}\.(?:[a-zA-Z0-9/\\_-]{10,}={0,2})?)" + End, 3),
        SecretRule.Of("the key of an Azure account or connection", "AccountKey= SharedAccessKey=", @"(?i)(?:AccountKey|SharedAccessKey)=([A-Za-z0-9+/]{40,}={0,2})", 3),
        SecretRule.Of("the password of a connection", "password= pwd=", @"(?i)\b(?:password|pwd)=([^\s;""'<>{}$*\\]{6,})(?:;|[\s""'\\]|\z)", 2),
        SecretRule.Of("a password in an address", "://", @"[a-zA-Z][a-zA-Z0-9+.-]{1,20}://[^\s/:@""'<>?#{}]{0,64}:([^\s/@""'<>{}$*]{3,128})@[a-zA-Z0-9\[]", 1.5),
    ];
}
