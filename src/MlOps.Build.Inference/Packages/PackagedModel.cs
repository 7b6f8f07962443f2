using System.Reflection;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using MlOps.Build.Contracts;

namespace MlOps.Build.Inference;

/// <summary>
/// The model inside a model package: verified against its manifest, loaded once. Safe for concurrent use; keep one for the life of the
/// process, loading is the expensive part.
/// </summary>
public sealed class PackagedModel
{
    /// <summary>The number of rows that generated predictors run at a time, which bounds the memory of large batches.</summary>
    public const int BatchSize = 1024;

    /// <summary>The most violations that <see cref="Check"/> names.</summary>
    public const int MostViolations = 1000;

    private readonly IModelSession _session;
    private readonly InputRules _rules;
    private readonly BatchPool _pool;
    private readonly GoldenSet _golden;
    private readonly IReadOnlyList<string> _outputs;
    private readonly Lazy<ColumnTrees?> _trees;

    private PackagedModel(ModelManifest manifest, ModelSignature signature, GoldenSet golden, IModelSession session, Func<byte[]> model)
    {
        Manifest = manifest;
        Signature = signature;
        _golden = golden;
        _session = session;
        _trees = new Lazy<ColumnTrees?>(() => ColumnTrees.Find(model()));
        _pool = new BatchPool(() => (session as ManagedModelSession)?.CreateMemory());
        _rules = new InputRules(signature);
        _outputs = signature.Outputs();
        OutputsPerRow = signature.Task == LearningTask.Regression ? _outputs.Count : signature.Classes.Count;
    }

    /// <summary>What the package holds; without version when it comes from an assembly, whose bits know none.</summary>
    public ModelManifest Manifest { get; }

    /// <summary>What the model takes and gives.</summary>
    public ModelSignature Signature { get; }

    /// <summary>The number of values that <see cref="Run(ModelInputs)"/> gives a row: the classes, 1, or 3 with an interval.</summary>
    public int OutputsPerRow { get; }

    /// <summary>Loads the model of a generated predictor.</summary>
    /// <param name="assembly">The model package's assembly.</param>
    /// <param name="backEnd">Runs the graph; null is the managed interpreter.</param>
    /// <exception cref="InferenceException">A part is missing, or does not match the manifest.</exception>
    public static PackagedModel Load(Assembly assembly, ModelSessionFactory? backEnd = null)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        return Open(new AssemblyParts(assembly), backEnd);
    }

    /// <summary>Loads a model from parts that lie anywhere.</summary>
    /// <exception cref="InferenceException">A part is missing, or does not match the manifest.</exception>
    public static PackagedModel Open(IPackageParts parts, ModelSessionFactory? backEnd = null)
    {
        ArgumentNullException.ThrowIfNull(parts);
        var manifestBytes = parts.Read(PackageParts.Manifest) ?? throw Missing(parts, PackageParts.Manifest);
        var manifest = Parse(parts, PackageParts.Manifest, manifestBytes, ContractsJson.Default.ModelManifest);
        var signature = Parse(parts, PackageParts.Signature, Verified(parts, manifest, PackageParts.Signature), ContractsJson.Default.ModelSignature);
        var golden = Parse(parts, PackageParts.Golden, Verified(parts, manifest, PackageParts.Golden), ContractsJson.Default.GoldenSet);
        byte[] Model() => Verified(parts, manifest, PackageParts.Model);
        return new PackagedModel(manifest, signature, golden, (backEnd ?? ManagedModelSession.Load)(Model()), Model);
    }

    /// <summary>Runs the model.</summary>
    /// <param name="inputs">One tensor <c>[N, 1]</c> for each of the signature's inputs.</param>
    /// <returns>Row by row, <see cref="OutputsPerRow"/> values each: probabilities by class, or the predicted number, then the ends of its interval.</returns>
    /// <exception cref="InferenceException">An input is missing or has the wrong type or shape.</exception>
    public float[] Run(ModelInputs inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        return Output(_session.Run(Taken(inputs)), inputs.Rows);
    }

    /// <summary>Runs the model on a rented batch. The array is used again after <see cref="Return"/>.</summary>
    /// <returns>Row by row, <see cref="OutputsPerRow"/> values each, as of <see cref="Run(ModelInputs)"/>.</returns>
    public float[] Run(PredictionBatch batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        return batch.Memory is { } memory ? Output(memory.Run(batch.Inputs.Tensors), batch.Inputs.Rows) : Run(batch.Inputs);
    }

    /// <summary>A batch to fill and run, of as many rows; one that was used before when there is one.</summary>
    public PredictionBatch Rent(int rows) => _pool.Rent(rows);

    /// <summary>Gives a batch back.</summary>
    public void Return(PredictionBatch batch) => _pool.Return(batch);

    /// <summary>What the signature does not allow in rows: missing values, ranges, lists of values.</summary>
    /// <param name="inputs">The rows.</param>
    /// <param name="firstRow">The number of the first of them, for messages.</param>
    /// <returns>Row by row, at most <see cref="MostViolations"/>; empty when nothing is wrong.</returns>
    public IReadOnlyList<InputViolation> Check(ModelInputs inputs, long firstRow = 1)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        return _rules.Check(inputs, firstRow, MostViolations);
    }

    /// <summary>Refuses rows that the signature does not allow.</summary>
    /// <exception cref="InvalidInputException">It names column, value and limit.</exception>
    public void ThrowIfInvalid(ModelInputs inputs, long firstRow = 1)
    {
        if (Check(inputs, firstRow) is { Count: > 0 } violations)
            throw new InvalidInputException(violations);
    }

    /// <summary>Says how much each column moved one output of one row; see <see cref="PredictionExplanation"/>.</summary>
    /// <param name="row">One row.</param>
    /// <param name="output">Which of the row's <see cref="OutputsPerRow"/> values is explained.</param>
    /// <param name="scale">
    /// <see cref="ExplanationScale.Score"/> prefers the score of the model's trees, which is explained exactly and at once; the output when
    /// there is none, or when the output is the score.
    /// </param>
    /// <exception cref="InferenceException">The package has no golden rows.</exception>
    public PredictionExplanation Explain(ModelInputs row, int output, ExplanationScale scale = ExplanationScale.Output)
    {
        ArgumentNullException.ThrowIfNull(row);
        return new RowExplainer(Signature, _golden, _session.Inputs.Contains, Run, (_outputs, OutputsPerRow))
            .Explain(row, output, scale, _trees.Value);
    }

    /// <summary>Replays the golden rows of the package: does this machine predict what the build predicted?</summary>
    public SelfTestResult SelfTest() => Inference.SelfTest.Run(Signature, _golden, Run);

    private float[] Output(IReadOnlyDictionary<string, Tensor> outputs, int rows)
    {
        if (_outputs is [var only])
            return Values(outputs, only, rows, OutputsPerRow);
        var values = new float[rows * _outputs.Count];
        for (var k = 0; k < _outputs.Count; k++)
        {
            var column = Values(outputs, _outputs[k], rows, 1);
            for (var row = 0; row < rows; row++)
                values[(row * _outputs.Count) + k] = column[row];
        }

        return values;
    }

    private static float[] Values(IReadOnlyDictionary<string, Tensor> outputs, string name, int rows, int width)
    {
        if (outputs.TryGetValue(name, out var output) && output is Tensor<float> tensor && tensor.Length == (long)rows * width)
            return tensor.Values;
        throw new InferenceException(
            $"The model has no float32 output '{name}' of {width} values a row, which its signature promises. Build the package again.");
    }

    // Training may have left out a column that the signature promises to take.
    private IReadOnlyDictionary<string, Tensor> Taken(ModelInputs inputs) => _session.Inputs.Count == inputs.Tensors.Count
        ? inputs.Tensors
        : inputs.Tensors.Where(pair => _session.Inputs.Contains(pair.Key)).ToDictionary(pair => pair.Key, pair => pair.Value);

    private static byte[] Verified(IPackageParts parts, ModelManifest manifest, string path)
    {
        var expected = manifest.Parts.FirstOrDefault(part => part.Path == path)
            ?? throw new InferenceException($"{parts.Name}: the manifest does not name '{path}'. Take the package from its feed again.");
        var bytes = parts.Read(path) ?? throw Missing(parts, path);
        var actual = Convert.ToHexStringLower(SHA256.HashData(bytes));
        if (actual == expected.Sha256)
            return bytes;
        throw new InferenceException(
            $"{parts.Name}: '{path}' has SHA-256 {actual}, its manifest says {expected.Sha256}; it was changed after it was packed. "
            + "Take the package from its feed again.");
    }

    private static T Parse<T>(IPackageParts parts, string path, byte[] bytes, JsonTypeInfo<T> type)
    {
        try
        {
            return JsonSerializer.Deserialize(bytes, type) ?? throw new JsonException("it is null");
        }
        catch (JsonException exception)
        {
            throw new InferenceException($"{parts.Name}: '{path}' cannot be read: {exception.Message}", exception);
        }
    }

    private static InferenceException Missing(IPackageParts parts, string path) =>
        new($"{parts.Name}: '{path}' is missing. Take the package from its feed again.");
}
