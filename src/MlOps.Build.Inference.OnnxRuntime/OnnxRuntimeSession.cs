using MlOps.Build.Inference.Interpreter;
using MlOps.Build.Inference.Onnx;
using MlOps.Build.Inference.OnnxRuntime.Native;

namespace MlOps.Build.Inference.OnnxRuntime;

/// <summary>
/// Runs an ONNX graph on ONNX Runtime: every operator that it has, also those that the managed interpreter lacks. Safe for concurrent use.
/// </summary>
/// <remarks>Give <see cref="Load(ReadOnlyMemory{byte})"/> to a generated predictor: <c>new BirdStrikesPredictor(OnnxRuntimeSession.Load)</c>.</remarks>
public sealed class OnnxRuntimeSession : IModelSession, IDisposable
{
    private readonly OrtApi _api;
    private readonly SessionHandle _handle;
    private readonly OnnxValue[] _inputs;
    private readonly string[] _outputs;

    private OnnxRuntimeSession(OrtApi api, SessionHandle handle)
    {
        _api = api;
        _handle = handle;
        _inputs = [.. Named(api.InputCount(handle), i => Value(api.InputName(handle, i), api.InputType(handle, i)))];
        _outputs = [.. Named(api.OutputCount(handle), i => Value(api.OutputName(handle, i), api.OutputType(handle, i)).Name)];
        Inputs = [.. _inputs.Select(input => input.Name)];
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> Inputs { get; }

    /// <inheritdoc/>
    public IReadOnlyList<string> Outputs => _outputs;

    /// <summary>Opens a model with the ONNX Runtime that the application brings.</summary>
    /// <exception cref="InferenceException">There is no such library, or it refuses the model.</exception>
    public static OnnxRuntimeSession Load(ReadOnlyMemory<byte> model) => Load(model, new OnnxRuntimeOptions());

    /// <summary>Opens a model.</summary>
    /// <exception cref="InferenceException">The library is not there, or it refuses the model.</exception>
    public static OnnxRuntimeSession Load(ReadOnlyMemory<byte> model, OnnxRuntimeOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Threads, 1);
        var api = OrtLibrary.Of(options.LibraryPath);
        var handle = api.CreateSession(model.Span, options.Threads);
        try
        {
            return new OnnxRuntimeSession(api, handle);
        }
        catch
        {
            handle.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, Tensor> Run(IReadOnlyDictionary<string, Tensor> inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ObjectDisposedException.ThrowIf(_handle.IsClosed, this);
        (string Name, int Count)? rows = null;
        var values = new nint[_inputs.Length];
        var made = new nint[_outputs.Length];
        try
        {
            for (var i = 0; i < values.Length; i++)
                values[i] = ValueWriter.Write(_api, _inputs[i].Name, InputCheck.Taken(_inputs, i, inputs, ref rows));
            _api.Run(_handle, Inputs, values, _outputs, made);
            var outputs = new Dictionary<string, Tensor>(made.Length, StringComparer.Ordinal);
            for (var i = 0; i < made.Length; i++)
                outputs.Add(_outputs[i], ValueReader.Read(_api, _outputs[i], made[i]));
            return outputs;
        }
        finally
        {
            Array.ForEach(values, _api.ReleaseValue);
            Array.ForEach(made, _api.ReleaseValue);
        }
    }

    /// <summary>Frees the native session once no run uses it any more; without it, the garbage collector does.</summary>
    public void Dispose() => _handle.Dispose();

    private static IEnumerable<T> Named<T>(int count, Func<int, T> make) => Enumerable.Range(0, count).Select(make);

    private static OnnxValue Value(string name, OrtTensorType? type) => type is { } tensor
        ? new OnnxValue(name, tensor.Element, tensor.Shape)
        : throw new InferenceException(
            $"'{name}' of the model is no tensor, but a sequence or a map; predictions are tensors. Export the model without (skl2onnx: zipmap=False).");
}
