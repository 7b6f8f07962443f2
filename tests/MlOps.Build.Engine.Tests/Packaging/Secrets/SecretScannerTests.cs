using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using MlOps.Build.Engine.Packaging.Secrets;

namespace MlOps.Build.Engine.Tests.Packaging.Secrets;

/// <summary>Against the examples that gitleaks publishes for its rules; Expected/gitleaks-examples.py took them out.</summary>
public sealed class SecretScannerTests
{
    // Rules that are not ours: a list of words, and keys of one service of AWS.
    private static readonly string[] Absent = ["gcp-service-account", "aws-amazon-bedrock-api-key-long-lived", "aws-amazon-bedrock-api-key-short-lived"];

    // gitleaks lets pass keys that it knows by value; its two rules for Anthropic are one here.
    private static readonly string[] Allowed = ["gcp-api-key", "anthropic-api-key", "anthropic-admin-api-key"];

    private static readonly SecretScanner Scanner = new(new SecretVariables([]));

    [Fact]
    public void What_gitleaks_publishes_as_secrets_is_found()
    {
        var examples = Examples("found").Where(example => !Absent.Contains(example.Rule)).ToList();
        examples.Count.ShouldBe(111);
        examples.Where(example => Scanner.Find(example.Text).Count == 0).Select(example => example.Rule).ShouldBeEmpty();
    }

    [Fact]
    public void What_gitleaks_publishes_as_none_has_none_of_the_shapes()
    {
        var examples = Examples("not found").Where(example => !Absent.Concat(Allowed).Contains(example.Rule)).ToList();
        examples.Count.ShouldBeGreaterThan(50);
        examples.Where(example => SecretRules.All.Any(rule => rule.Find(example.Text).Any())).Select(example => example.Rule).ShouldBeEmpty();
    }

    // gitleaks draws these by lot from the same alphabets and lengths.
    [Theory]
    [InlineData("ghp_", 36)]
    [InlineData("gho_", 36)]
    [InlineData("ghs_", 36)]
    [InlineData("github_pat_", 82)]
    [InlineData("glpat-", 20)]
    [InlineData("npm_", 36)]
    [InlineData("pypi-AgEIcHlwaS5vcmc", 60)]
    [InlineData("SG.", 66)]
    public void Tokens_of_a_documented_length_are_found(string prefix, int length)
    {
        var token = prefix + Drawn(length);
        foreach (var text in new[] { $"token: {token}", $"\"{token}\"", $"TOKEN={token}\n", $"{{\"name\":\"x\",\"value\":\"{token}\"}}" })
            Scanner.Find(text).ShouldHaveSingleItem().Line.ShouldBe(1);
        Scanner.Find(prefix + new string('x', length)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("https://bird:{0}@feed.example.org/v3/index.json")]
    [InlineData("Server=db;User Id=bird;Password={0};Encrypt=true")]
    [InlineData("api_key: \"{0}\"")]
    [InlineData("\"clientSecret\": \"{0}\"")]
    [InlineData("<add key=\"ClearTextPassword\" value=\"{0}\" />")]
    public void Values_behind_names_of_secrets_are_found(string form) =>
        Scanner.Find("first line\n" + form.Replace("{0}", Drawn(24), StringComparison.Ordinal)).ShouldHaveSingleItem().Line.ShouldBe(2);

    [Theory]
    [InlineData("https://feed.example.org/v3/index.json")]
    [InlineData("password: ${FEED_PASSWORD}")]
    [InlineData("Password=;User Id=bird")]
    [InlineData("\"token\": \"0b5f9f1e-7d0b-4f0a-9d86-2b6f5e1f7c11\"")]
    [InlineData("secret: e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")]
    [InlineData("\"sha256\": \"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\"")]
    [InlineData("tokens: one two three; the tokenizer of words")]
    [InlineData("access key: see the documentation")]
    public void Digests_names_and_prose_pass(string text) => Scanner.Find(text).ShouldBeEmpty();

    [Fact]
    public void Bits_of_a_filter_pass()
    {
        var bytes = new byte[1 << 20];
        new Random(7).NextBytes(bytes);
        Scanner.Find($"{{\n  \"data\": \"{Convert.ToBase64String(bytes)}\"\n}}").ShouldBeEmpty();
    }

    [Fact]
    public void Values_of_secret_variables_are_found_as_JSON_writes_them_too()
    {
        var scanner = new SecretScanner(new SecretVariables(new Dictionary<string, string>
        {
            ["FEED_PASSWORD"] = "Kestrel+9\"x",
            ["HOME"] = "/home/bird-9X",
            ["GOOGLE_APPLICATION_CREDENTIALS"] = "/run/secrets/Key9.json",
            ["SHORT_TOKEN"] = "aB3",
            ["PLAIN_PASSWORD"] = "password",
        }));
        var written = JsonSerializer.Serialize(new { a = "x Kestrel+9\"x y" });

        scanner.Find("a\nb Kestrel+9\"x").ShouldHaveSingleItem().ShouldBe(new FoundSecret("the value of the variable FEED_PASSWORD", 2));
        scanner.Find(written).ShouldHaveSingleItem().What.ShouldContain("FEED_PASSWORD");
        scanner.Find("/home/bird-9X /run/secrets/Key9.json aB3 password").ShouldBeEmpty();
    }

    [Fact]
    public void The_samples_and_the_documentation_hold_none()
    {
        string[] folders = [RepositoryFile.At("samples"), RepositoryFile.At("docs")];
        var files = folders.SelectMany(folder => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)).Where(SecretScanner.IsText).ToList();
        files.Count.ShouldBeGreaterThan(200);
        files.Where(file => Scanner.Find(File.ReadAllBytes(file)).Count > 0).ShouldBeEmpty();
    }

    private static string Drawn(int length)
    {
        const string alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
        var random = new Random(length);
        return string.Concat(Enumerable.Range(0, length).Select(_ => alphabet[random.Next(alphabet.Length)]));
    }

    private static IEnumerable<(string Rule, string Text)> Examples(string expected) =>
        JsonNode.Parse(File.ReadAllText(RepositoryFile.At("tests", "MlOps.Build.Engine.Tests", "Packaging", "Secrets", "Expected", "gitleaks-examples.json")))!.AsArray()
            .Where(example => (string)example!["expected"]! == expected)
            .Select(example => ((string)example!["rule"]!, Encoding.UTF8.GetString(Convert.FromBase64String((string)example["text"]!))));
}
