using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using RnnGen.Generators.Model;
using RnnGen.Generators.Planning;

namespace RnnGen.Generators.Emission;

/// <summary>The consumer's class itself: constants, construction, prediction, files, and the runtime's contract.</summary>
internal static class ModelClassEmitter
{
    private const string Guard = "global::" + RuntimeNames.TokenGuard;
    private const string ModelFile = "global::" + RuntimeNames.ModelFile;
    private const string ModelFileException = "global::" + RuntimeNames.ModelFileException;
    private const string ModelDescription = "global::" + RuntimeNames.ModelDescription;
    private const string ReadOnlySpan = "global::System.ReadOnlySpan";
    private const string Span = "global::System.Span";

    public static string WriteFile(string space, ModelPlan plan)
    {
        ModelSpec spec = plan.Spec;
        string name = spec.Type.Name;
        var writer = new SourceWriter();
        GeneratedFile.WriteHeader(writer, $"{spec.Type.DisplayName}: {ModelEquations.Sentence(spec)}");
        writer.Lines($"""
            // For assemblies that declare themselves CLS-compliant: RnnGen's, which has the type{(spec.Features > 0 ? "s of Description and Standardization" : " of Description")}, does not.
            #pragma warning disable CS3003

            """);
        if (spec.Type.Namespace.Length > 0)
        {
            writer.Open($"namespace {spec.Type.Namespace}");
        }

        foreach (string outer in spec.Type.ContainingTypes)
        {
            writer.Open(outer);
        }

        WriteSummary(writer, plan);
        writer.Open($"partial class {name} : {string.Join(", ", Interfaces(spec).Select(contract => Implemented(contract, name)))}");
        WriteConstants(writer, plan);
        WriteConstruction(writer, plan, name, space);
        PredictionMembers.Write(writer, plan, space);
        BackwardMember.Write(writer, spec);
        WriteFiles(writer, name);
        WriteContract(writer, spec, name, space);
        writer.Close();
        foreach (string _ in spec.Type.ContainingTypes)
        {
            writer.Close();
        }

        if (spec.Type.Namespace.Length > 0)
        {
            writer.Close();
        }

        return writer.ToString();
    }

    private static IEnumerable<string> Interfaces(ModelSpec spec)
    {
        bool hasFeatures = spec.Features > 0;
        yield return spec.Task switch
        {
            ModelTask.Classification => hasFeatures ? RuntimeNames.FeatureClassifier : RuntimeNames.Classifier,
            ModelTask.Labeling => hasFeatures ? RuntimeNames.FeatureLabeler : RuntimeNames.Labeler,
            ModelTask.Regression => hasFeatures ? RuntimeNames.FeatureRegressor : RuntimeNames.Regressor,
            _ => RuntimeNames.Generator,
        };
        if (!spec.IsBidirectional && spec.Task != ModelTask.Generation)
        {
            yield return (spec.Task == ModelTask.Regression, hasFeatures) switch
            {
                (true, true) => RuntimeNames.FeatureStreamingRegressor,
                (true, false) => RuntimeNames.StreamingRegressor,
                (false, true) => RuntimeNames.FeatureStreamingModel,
                _ => RuntimeNames.StreamingModel,
            };
        }
    }

    /// <summary>An interface of one type parameter, which is the class itself.</summary>
    private static string Implemented(string metadataName, string name) =>
        $"global::{metadataName.Substring(0, metadataName.IndexOf('`'))}<{name}>";

    private static void WriteSummary(SourceWriter writer, ModelPlan plan)
    {
        ModelSpec spec = plan.Spec;
        (string Equation, string Meaning)[] equations = [.. ModelEquations.Of(spec)];
        int width = equations.Max(line => line.Equation.Length);
        writer.Line("/// <remarks>");
        writer.Line("/// <code>");
        foreach ((string equation, string meaning) in equations)
        {
            writer.Line($"/// {equation.PadRight(width)}    {meaning}");
        }

        writer.Line("///");
        IReadOnlyList<TensorPlan> tensors = TensorPlans.Of(plan);
        int letters = tensors.Max(tensor => tensor.Letter.Length);
        int names = tensors.Max(tensor => tensor.Name.Length);
        writer.Line($"/// {"tensor".PadRight(letters + 2 + names)}   shape         parameters   place");
        foreach (TensorPlan tensor in tensors)
        {
            string shape = tensor.IsVector ? $"{tensor.Rows}" : $"{tensor.Rows} x {tensor.Columns}";
            string count = tensor.Count.ToString("N0", CultureInfo.InvariantCulture);
            string place = tensor.Offset.ToString("N0", CultureInfo.InvariantCulture);
            writer.Line($"/// {tensor.Letter.PadRight(letters)}  {tensor.Name.PadRight(names)}   {shape,-13} {count,10}   {place}");
        }

        string total = TensorPlans.CountOf(plan).ToString("N0", CultureInfo.InvariantCulture);
        string storage = plan.ParameterStorage.ToString("N0", CultureInfo.InvariantCulture);
        writer.Line($"/// {"all".PadRight(letters + 2 + names)}   {"",-13} {total,10}   of {storage} with padding");
        if (plan.Cell.HasCandidateBias)
        {
            writer.Line("///");
            string bias = plan.Cells == 1 ? "rnn.bias_hh_l0" : "each rnn.bias_hh";
            writer.Line($"/// d is the last third of {bias}; the other two do what those of b do, and are added to them.");
        }

        writer.Line("/// </code>");
        writer.Line("/// </remarks>");
    }

    private static void WriteConstants(SourceWriter writer, ModelPlan plan)
    {
        ModelSpec spec = plan.Spec;
        void Constant(string summary, string name, int value)
        {
            writer.Line($"/// <summary>{summary}</summary>");
            writer.Line($"public const int {name} = {value.ToString(CultureInfo.InvariantCulture)};");
            writer.Line();
        }

        if (spec.Features > 0)
        {
            Constant("How many real numbers a step has.", "FeatureCount", spec.Features);
        }
        else
        {
            Constant($"How many different tokens there are: ids are 0 to {spec.Vocabulary - 1}.", "VocabularySize", spec.Vocabulary);
        }

        if (spec.Embedding > 0)
        {
            Constant("How many numbers stand for a token.", "EmbeddingSize", spec.Embedding);
        }

        Constant(
            plan.Cells == 1 ? "How many hidden units the cell has." : $"How many hidden units each layer has{(spec.IsBidirectional ? " in each direction" : "")}.",
            "HiddenSize",
            spec.Hidden);
        if (spec.Layers > 1)
        {
            Constant("How many recurrent layers there are.", "LayerCount", spec.Layers);
        }

        Constant("The longest sequence, in steps.", "SequenceLength", spec.SequenceLength);
        switch (spec.Task)
        {
            case ModelTask.Classification:
                Constant("How many classes there are.", "ClassCount", spec.Outputs);
                break;
            case ModelTask.Labeling:
                Constant("How many labels there are.", "LabelCount", spec.Outputs);
                break;
            case ModelTask.Regression:
                Constant($"How many numbers the network gives{(spec.HasOutputEveryStep ? " at every step" : "")}.", "OutputCount", spec.Outputs);
                break;
        }

        Constant("How many numbers training adjusts.", "ParameterCount", TensorPlans.CountOf(plan));
        if (!spec.IsBidirectional)
        {
            Constant($"The length of a streaming state{StateText(plan)}.", "StateSize", plan.StateSize);
        }
    }

    private static string StateText(ModelPlan plan)
    {
        string layer = (plan.Cell.States, plan.Spec.Layers) switch
        {
            (1, 1) => "",
            (1, _) => ": the hidden state of each layer",
            (_, 1) => ": the hidden state, then the cell state",
            _ => ": for each layer the hidden state, then the cell state",
        };
        return (plan.HasPooling ? plan.Spec.Pooling : ModelPooling.Last) switch
        {
            ModelPooling.Mean => (layer.Length > 0 ? layer : ": the hidden state") + "; the sum of the states read so far, and how many they were",
            ModelPooling.Max => (layer.Length > 0 ? layer : ": the hidden state") + "; the largest of the states read so far, and how many they were",
            _ => layer,
        };
    }

    private static void WriteConstruction(SourceWriter writer, ModelPlan plan, string name, string space)
    {
        ModelSpec spec = plan.Spec;
        const string Standardization = "global::" + RuntimeNames.FeatureStandardization;
        writer.Line($"private readonly global::{RuntimeNames.AlignedBuffer} _parameters = new(global::{space}.Layout.ParameterStorage);");
        if (spec.Features > 0)
        {
            writer.Line($"private readonly {Standardization} _standardization = new(FeatureCount);");
        }

        writer.Lines($$"""

            /// <summary>A new model, its weights drawn uniformly from {{InitialRanges(plan)}}.</summary>
            /// <param name="seed">Any number; the same seed gives the same bits on every machine.</param>
            public {{name}}(int seed)
            {
                global::{{RuntimeNames.ParameterInitializer}}.Fill(_parameters.Span, Description.Tensors, seed);
            }

            /// <summary>A model of zeros, for the runtime to fill. It takes what it does not need so that the constructor without parameters is yours to write.</summary>
            private {{name}}({{ModelDescription}} _)
            {
            }

            /// <summary>The sizes, and the named tensors with their places in <see cref="Parameters"/>.</summary>
            public static {{ModelDescription}} Description => {{DescriptionEmitter.InstanceOf(space)}};

            /// <summary>All weights and biases, on a 64-byte boundary, in the layout that <see cref="Description"/> tells.</summary>
            public {{Span}}<float> Parameters => _parameters.Span;

            """);
        if (spec.Features > 0)
        {
            writer.Lines($"""
                /// <summary>Mean and standard deviation of each feature, which a step goes through first; those of a new model change nothing.</summary>
                public {Standardization} Standardization => _standardization;

                """);
        }
    }

    /// <summary>What <see cref="TensorPlans"/> has as bounds, in a sentence.</summary>
    private static string InitialRanges(ModelPlan plan)
    {
        string output = plan.Directions > 1 ? ", those of the output layer from plus or minus 1 / sqrt(2 HiddenSize)" : "";
        string bound = TensorPlans.EmbeddingBound.ToString("R", CultureInfo.InvariantCulture);
        string embedding = plan.HasOwnEmbedding ? $"; those of the embedding, as in Keras, from plus or minus {bound}" : "";
        return $"plus or minus 1 / sqrt(HiddenSize), as PyTorch draws them{output}{embedding}";
    }

    private static void WriteFiles(SourceWriter writer, string name) => writer.Lines($$"""
        /// <summary>Writes the model as a safetensors file with PyTorch's tensor names, replacing the file at once or not at all.</summary>
        /// <param name="path">The file.</param>
        /// <exception cref="global::System.InvalidOperationException">A weight is NaN or infinite.</exception>
        /// <exception cref="global::System.IO.IOException">The file cannot be written; what was there stays.</exception>
        /// <exception cref="global::System.UnauthorizedAccessException">The file may not be written; what was there stays.</exception>
        public void Save(string path) => {{ModelFile}}.Save(this, path);

        /// <summary>Writes the model to a stream, in the same format.</summary>
        /// <param name="stream">A writable stream; it stays open. After an exception it may hold part of the model.</param>
        /// <exception cref="global::System.InvalidOperationException">A weight is NaN or infinite.</exception>
        public void Save(global::System.IO.Stream stream) => {{ModelFile}}.Save(this, stream);

        /// <summary>Reads a model from a safetensors file, written here or by PyTorch.</summary>
        /// <param name="path">The file.</param>
        /// <exception cref="{{ModelFileException}}">The file is damaged, or is of a model with other sizes.</exception>
        /// <exception cref="global::System.IO.IOException">The file cannot be read.</exception>
        /// <exception cref="global::System.UnauthorizedAccessException">The file may not be read, or is a folder.</exception>
        public static {{name}} Load(string path) => {{ModelFile}}.Load<{{name}}>(path);

        /// <summary>Reads a model from a stream, for example an embedded resource.</summary>
        /// <param name="stream">A readable stream; it stays open.</param>
        /// <exception cref="{{ModelFileException}}">The data are damaged, or of a model with other sizes.</exception>
        public static {{name}} Load(global::System.IO.Stream stream) => {{ModelFile}}.Load<{{name}}>(stream);

        """);

    private static void WriteContract(SourceWriter writer, ModelSpec spec, string name, string space)
    {
        string contract = Implemented(RuntimeNames.RecurrentModel, name);
        if (spec.Task == ModelTask.Generation)
        {
            // Explicitly, or a member of that name of the author's own would be taken for it.
            writer.Lines($"""
                global::{RuntimeNames.FeatureStandardization}? {contract}.Standardization => null;

                """);
        }

        string workspace = "global::" + RuntimeNames.TrainingWorkspace;
        writer.Lines($$"""
            static {{name}} {{contract}}.Create(int seed) => new(seed);

            static {{name}} {{contract}}.CreateEmpty() => new(Description);

            void {{contract}}.ForwardBlock({{workspace}} workspace, int block)
            {
                workspace.CheckDescription(Description);
                global::{{space}}.Training.ForwardBlock(_parameters.Span, workspace, block);
            }

            void {{contract}}.BackwardBlock({{workspace}} workspace, int block)
            {
                workspace.CheckDescription(Description);
                global::{{space}}.Training.BackwardBlock(workspace, block);
            }

            static void {{contract}}.AccumulateGradients(
                {{workspace}} workspace, int part, {{Span}}<float> gradients)
            {
                workspace.CheckDescription(Description);
                {{Guard}}.CheckSpan(gradients.Length, Description.ParameterStorage, nameof(gradients));
                global::{{space}}.Training.AccumulateGradients(workspace, part, gradients);
            }

            static void {{contract}}.Transpose({{ReadOnlySpan}}<float> parameters, {{Span}}<float> transposed)
            {
                global::{{space}}.Training.Transpose(parameters, transposed);
            }
            """);
    }
}
