using System.Runtime.InteropServices;
using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Training.PlugIns;

/// <summary>A request as bytes, without its matrices.</summary>
internal static class RequestFile
{
    public static void Write(BinaryWriter writer, TrainingRequest request)
    {
        writer.Write((int)request.Task);
        writer.Write(request.ClassCount);
        WriteAll(writer, request.Classes, writer.Write);
        WriteAll(writer, [.. request.Hyperparameters], setting =>
        {
            writer.Write(setting.Key);
            writer.Write(setting.Value);
        });
        WriteAll(writer, request.Monotone, writer.Write);
        WriteAll(writer, request.Interactions, group => WriteAll(writer, group, writer.Write));
        writer.Write(request.Seed);
        writer.Write(request.Threads);
        Write(writer, request.Train);
        Write(writer, request.Validation);
    }

    public static TrainingRequest Read(BinaryReader reader, FeatureMatrix train, FeatureMatrix validation) => new()
    {
        Task = (LearningTask)reader.ReadInt32(),
        ClassCount = reader.ReadInt32(),
        Classes = ReadAll(reader, reader.ReadString),
        Hyperparameters = ReadAll(reader, () => KeyValuePair.Create(reader.ReadString(), reader.ReadDouble())).ToDictionary(StringComparer.Ordinal),
        Monotone = ReadAll(reader, reader.ReadInt32),
        Interactions = ReadAll(reader, () => (IReadOnlyList<int>)ReadAll(reader, reader.ReadInt32)),
        Seed = reader.ReadInt64(),
        Threads = reader.ReadInt32(),
        Train = ReadSet(reader, train),
        Validation = ReadSet(reader, validation),
    };

    private static void Write(BinaryWriter writer, TrainingSet set)
    {
        WriteNumbers(writer, set.Labels);
        WriteNumbers(writer, set.Weights);
        WriteNumbers(writer, set.Lists);
    }

    private static TrainingSet ReadSet(BinaryReader reader, FeatureMatrix features) => new()
    {
        Features = features,
        Labels = ReadNumbers<float>(reader) ?? [],
        Weights = ReadNumbers<float>(reader),
        Lists = ReadNumbers<int>(reader),
    };

    private static void WriteNumbers<T>(BinaryWriter writer, T[]? values)
        where T : unmanaged
    {
        writer.Write(values?.Length ?? -1);
        writer.Write(MemoryMarshal.AsBytes(values.AsSpan()));
    }

    private static T[]? ReadNumbers<T>(BinaryReader reader)
        where T : unmanaged
    {
        var count = reader.ReadInt32();
        if (count < 0)
            return null;
        var values = new T[count];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(values.AsSpan()));
        return values;
    }

    private static void WriteAll<T>(BinaryWriter writer, IReadOnlyList<T> items, Action<T> write)
    {
        writer.Write(items.Count);
        foreach (var item in items)
            write(item);
    }

    private static T[] ReadAll<T>(BinaryReader reader, Func<T> read)
    {
        var items = new T[reader.ReadInt32()];
        for (var i = 0; i < items.Length; i++)
            items[i] = read();
        return items;
    }
}
