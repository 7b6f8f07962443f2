using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Training.PlugIns;

/// <summary>Finds and makes the trainers of an assembly, in a process that exists for it.</summary>
/// <param name="path">The assembly.</param>
internal sealed class PlugInLoader(string path)
{
    private const string Trimmed = "Builds load trainers; nothing that is trimmed does.";

    private readonly string _file = Path.GetFileName(path);

    /// <summary>Each trainer once, by the names of their types.</summary>
    /// <exception cref="TrainingFailedException">The assembly cannot be loaded, or a trainer cannot be made.</exception>
    public IReadOnlyList<ITrainer> All() =>
        [.. Types().Where(type => type is { IsAbstract: false, IsClass: true } && typeof(ITrainer).IsAssignableFrom(type))
            .OrderBy(type => type.FullName, StringComparer.Ordinal)
            .Select(Make)];

    /// <summary>One of them.</summary>
    public ITrainer Single(string type) => Make(Types().First(item => item.FullName == type));

    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = Trimmed)]
    private Type[] Types()
    {
        try
        {
            return new PlugInContext(path).LoadFromAssemblyPath(path).GetTypes();
        }
        catch (ReflectionTypeLoadException exception)
        {
            throw Unreadable(exception.LoaderExceptions.OfType<Exception>().FirstOrDefault() ?? exception);
        }
        catch (Exception exception) when (exception is BadImageFormatException or IOException or TypeLoadException)
        {
            throw Unreadable(exception);
        }
    }

    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = Trimmed)]
    private ITrainer Make(Type type)
    {
        if (type.GetConstructor(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance, []) is not { } constructor)
        {
            throw new TrainingFailedException(
                TrainingCodes.PlugInTrainer, $"'{type.FullName}' of '{_file}' has no constructor without parameters, so the build cannot make one. Give it one.");
        }

        try
        {
            return (ITrainer)constructor.Invoke(null);
        }
        catch (TargetInvocationException exception)
        {
            throw new TrainingFailedException(
                TrainingCodes.PlugInTrainer,
                $"the constructor of '{type.FullName}' of '{_file}' threw {Thrown.Of(exception.InnerException!)} Leave what can fail to 'Train'.");
        }
    }

    private TrainingFailedException Unreadable(Exception exception)
    {
        var way = exception switch
        {
            BadImageFormatException => "Is it an assembly of .NET, and for this processor?",
            TypeLoadException => $"Was it built with another version of MlOps.Build.Contracts? This build has {typeof(ITrainer).Assembly.GetName().Version?.ToString(3)}.",
            FileNotFoundException => "Write <EnableDynamicLoading>true</EnableDynamicLoading> in its project, so that what it needs lies beside it; or reference the kit's "
                + "version of MlOps.Build.Contracts, if it is that one.",
            _ => "Look at the file.",
        };
        return new(TrainingCodes.PlugInUnreadable, $"'{_file}' cannot be loaded: {exception.Message} {way}");
    }
}
