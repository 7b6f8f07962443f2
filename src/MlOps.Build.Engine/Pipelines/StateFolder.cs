namespace MlOps.Build.Engine.Pipelines;

/// <summary>
/// <c>obj/mlops</c>: one folder a stage. A stage's folder is replaced whole: written beside, renamed. Everything here happens
/// while the folder's <see cref="StateLock"/> is held, so whatever is half-done was left by a build that died.
/// </summary>
internal sealed class StateFolder(string root)
{
    private const string Unfinished = ".unfinished-";
    private const string Replaced = ".replaced-";

    public string Root { get; } = root;

    public string LockFile => Path.Combine(Root, ".lock");

    public string HashesFile => Path.Combine(Root, ".hashes");

    /// <summary>The trials of a search, a line each as they come; outlives a build that is killed.</summary>
    public string TrialsFile => Path.Combine(Root, "tune.trials");

    /// <summary>What the trainers of other projects say of themselves, with the hash of the contents that said it.</summary>
    public string TrainersFile => Path.Combine(Root, ".trainers");

    /// <summary>The same of an outer fold's search, by its number from 1.</summary>
    public string OuterTrialsFile(int fold) => Path.Combine(Root, FormattableString.Invariant($"tune.{fold}.trials"));

    /// <summary>The contract that <c>MlOpsInferSchema</c> proposes.</summary>
    public string ProposedSchema => Path.Combine(Root, "schema.proposed.yaml");

    public string Stage(string name) => Path.Combine(Root, name);

    public string File(string stage, string file) => Path.Combine(Root, stage, file);

    public Receipt? Receipt(string stage) => ReceiptFile.Read(File(stage, Pipelines.Receipt.FileName));

    /// <summary>Removes what a killed build left.</summary>
    public void Sweep()
    {
        var root = new DirectoryInfo(Root);
        if (!root.Exists)
            return;
        foreach (var left in root.EnumerateDirectories(Unfinished + "*").Concat(root.EnumerateDirectories(Replaced + "*")).ToList())
            left.Delete(recursive: true);
        foreach (var left in root.EnumerateFiles("*.tmp").ToList())
            left.Delete();
    }

    /// <summary>An empty folder beside the stage's own.</summary>
    public string Begin(string stage)
    {
        var folder = Path.Combine(Root, Unfinished + stage);
        Abandon(stage);
        Directory.CreateDirectory(folder);
        return folder;
    }

    /// <summary>Makes the begun folder, with its receipt, the stage's own.</summary>
    public void Finish(string stage, Receipt receipt)
    {
        var folder = Path.Combine(Root, Unfinished + stage);
        var replaced = Path.Combine(Root, Replaced + stage);
        WholeFile.WriteThrough(Path.Combine(folder, Pipelines.Receipt.FileName), ReceiptFile.Write(receipt));
        if (Directory.Exists(Stage(stage)))
            Directory.Move(Stage(stage), replaced);
        Directory.Move(folder, Stage(stage));
        if (Directory.Exists(replaced))
            Directory.Delete(replaced, recursive: true);
    }

    /// <summary>Removes the begun folder; the stage's previous outputs stay as they are.</summary>
    public void Abandon(string stage)
    {
        var folder = Path.Combine(Root, Unfinished + stage);
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }
}
