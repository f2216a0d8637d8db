using System;
using System.Collections.Generic;
using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using RnnGen.Generators.Tests.Harness;

namespace RnnGen.Generators.Tests.Consumers;

/// <summary>Generated code compiles without a warning, and runs, whatever the project around it is set to.</summary>
public sealed class ConsumerSettingsTests
{
    private const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    private const string HostileUsings = """
        global using Span = System.String;
        global using ReadOnlySpan = System.String;
        global using static System.Math;
        global using static System.Numerics.Vector;
        global using System.Numerics;
        global using System.Runtime.Intrinsics.X86;
        global using System.Runtime.Intrinsics.Arm;
        """;

    /// <summary>Types that no project should have, where unqualified names of generated code would find them first.</summary>
    private const string HostileTypes = """
        public class Span<T> { } public class ReadOnlySpan<T> { } public class MathF { } public class Math { } public class Unsafe { }
        public class Vector512 { } public class Vector256 { } public class Vector128 { } public class MemoryMarshal { } public class AlignedBuffer { }
        public class Layout { } public class Prediction { } public class Training { } public class Kernels512 { } public class ModelDescription { }

        namespace Shop
        {
            public class System { } public class RnnGen { } public class Span<T> { } public class MathF { } public class Single { }
            public class ModelFile { } public class TensorInfo { } public class Vector512<T> { } public class Generated { }

            public partial class Outer<T>
            {
                public class System { } public class RnnGen { } public class ReadOnlySpan<U> { } public class Vector128 { } public class SequenceTask { }
            }
        }
        """;

    private static readonly Dictionary<string, ConsumerSettings> Settings = new()
    {
        ["as the template has it"] = ConsumerSettings.Default with { ExtraSources = [ImplicitUsings] },
        ["bare"] = ConsumerSettings.Default with { Nullable = NullableContextOptions.Disable },
        ["checked arithmetic"] = ConsumerSettings.Default with { CheckOverflow = true, Nullable = NullableContextOptions.Warnings },
        ["debug"] = ConsumerSettings.Default with { Optimization = OptimizationLevel.Debug },
        ["oldest language"] = ConsumerSettings.Default with { LanguageVersion = LanguageVersion.CSharp12 },
        ["CLS-compliant"] = ConsumerSettings.Default with { ExtraSources = ["[assembly: System.CLSCompliant(true)]"] },
        ["hostile usings"] = ConsumerSettings.Default with { ExtraSources = [ImplicitUsings, HostileUsings] },
        ["hostile types"] = ConsumerSettings.Default with { ExtraSources = [ImplicitUsings, HostileTypes], Nullable = NullableContextOptions.Disable, CheckOverflow = true },
    };

    private delegate int PredictClass(ReadOnlySpan<int> tokens, Span<float> probabilities);

    private delegate void PredictLabels(ReadOnlySpan<int> tokens, Span<int> labels);

    private delegate double Score(ReadOnlySpan<int> tokens);

    public static TheoryData<string> Names => [.. Settings.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_project_compiles_without_a_warning_and_its_models_answer(string name)
    {
        using GeneratedCode code = GeneratedCode.Compile(Settings[name], ConsumerProject.Source, ConsumerProject.OtherKinds);
        using var culture = new HostileCulture();

        Span<float> probabilities = stackalloc float[3];
        foreach (string classifier in new[] { ConsumerProject.Classifier, ConsumerProject.Gated })
        {
            int best = Method<PredictClass>(code, classifier, "Predict")([3, 39, 0], probabilities);
            Assert.InRange(best, 0, 2);

            // Three roundings of numbers below 1.
            Assert.InRange(probabilities[0] + probabilities[1] + probabilities[2], 1 - 3e-7f, 1 + 3e-7f);
        }

        Span<int> labels = [-1, -1];
        Method<PredictLabels>(code, ConsumerProject.Labeler, "Predict")([19, 0], labels);
        Assert.InRange(labels[0], 0, 16);
        Assert.InRange(labels[1], 0, 16);

        double logarithm = Method<Score>(code, ConsumerProject.Generator, "LogProbability")([1, 29, 0, 5]);
        Assert.InRange(logarithm, -100, -1e-3);
    }

    [Fact]
    public void The_first_state_is_zero_in_a_project_that_does_not_clear_its_stack()
    {
        const string StackAsItIs = "[module: System.Runtime.CompilerServices.SkipLocalsInit]";
        using GeneratedCode cleared = GeneratedCode.Compile(ConsumerSettings.Default, ConsumerProject.Source);
        using GeneratedCode asItIs = GeneratedCode.Compile(
            ConsumerSettings.Default with { AllowUnsafe = true, ExtraSources = [StackAsItIs] }, ConsumerProject.Source);

        Assert.Equal(Answers(cleared), Answers(asItIs));
    }

    private static double[] Answers(GeneratedCode code)
    {
        Span<float> probabilities = stackalloc float[3];
        Span<float> gatedProbabilities = stackalloc float[3];
        PredictClass predict = Method<PredictClass>(code, ConsumerProject.Classifier, "Predict");
        PredictClass predictGated = Method<PredictClass>(code, ConsumerProject.Gated, "Predict");
        Score score = Method<Score>(code, ConsumerProject.Generator, "LogProbability");
        SoilStack();
        _ = predict([3, 49, 0], probabilities);
        SoilStack();
        _ = predictGated([3, 39, 0], gatedProbabilities);
        SoilStack();
        return [.. probabilities, .. gatedProbabilities, score([1, 29, 0, 5])];
    }

    /// <summary>Leaves numbers where the next method's locals will be.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void SoilStack()
    {
        Span<float> locals = stackalloc float[16 * 1024];
        locals.Fill(0.5f);
    }

    private static T Method<T>(GeneratedCode code, string typeName, string method)
        where T : Delegate
    {
        Type type = code.Assembly.GetType(typeName, throwOnError: true)!;
        type = type.IsGenericTypeDefinition ? type.MakeGenericType(typeof(string)) : type;
        Type[] parameters = Array.ConvertAll(typeof(T).GetMethod("Invoke")!.GetParameters(), parameter => parameter.ParameterType);
        MethodInfo info = type.GetMethod(method, parameters)!;
        return info.CreateDelegate<T>(Activator.CreateInstance(type, 1));
    }
}
