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
        if (spec.Type.Namespace.Length > 0)
        {
            writer.Open($"namespace {spec.Type.Namespace}");
        }

        foreach (string outer in spec.Type.ContainingTypes)
        {
            writer.Open(outer);
        }

        WriteSummary(writer, plan);
        string streaming = spec.IsBidirectional || spec.Task == ModelTask.Generation ? "" : ", " + Implemented(RuntimeNames.StreamingModel, name);
        writer.Open($"partial class {name} : {Implemented(Interface(spec), name)}{streaming}");
        WriteConstants(writer, plan);
        WriteConstruction(writer, name, space);
        WritePrediction(writer, spec, space);
        WriteBackward(writer, spec);
        WriteFiles(writer, name);
        WriteContract(writer, plan, name, space);
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

    private static string GateArguments(TensorPlan tensor) => (tensor.Gates, tensor.SharedGates) switch
    {
        (1, _) => "",
        (_, 0) => string.Format(CultureInfo.InvariantCulture, ", {0}, {1}", tensor.Gates, tensor.GateStride),
        _ => string.Format(CultureInfo.InvariantCulture, ", {0}, {1}, {2}", tensor.Gates, tensor.GateStride, tensor.SharedGates),
    };

    private static string Interface(ModelSpec spec) => spec.Task switch
    {
        ModelTask.Classification => RuntimeNames.Classifier,
        ModelTask.Labeling => RuntimeNames.Labeler,
        _ => RuntimeNames.Generator,
    };

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

        string total = tensors.Sum(tensor => tensor.Count).ToString("N0", CultureInfo.InvariantCulture);
        string storage = plan.ParameterStorage.ToString("N0", CultureInfo.InvariantCulture);
        writer.Line($"/// {"all".PadRight(letters + 2 + names)}   {"",-13} {total,10}   of {storage} with padding");
        if (plan.Cell.HasCandidateBias)
        {
            writer.Line("///");
            writer.Line("/// d is the last third of rnn.bias_hh_l0; the other two do what those of b do, and are added to them.".Replace("bias_hh_l0", plan.Cells == 1 ? "bias_hh_l0" : "bias_hh"));
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

        Constant($"How many different tokens there are: ids are 0 to {spec.Vocabulary - 1}.", "VocabularySize", spec.Vocabulary);
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
        }

        Constant("How many numbers training adjusts.", "ParameterCount", TensorPlans.Of(plan).Sum(tensor => tensor.Count));
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
        return plan.Spec.Pooling switch
        {
            ModelPooling.Mean => (layer.Length > 0 ? layer : ": the hidden state") + "; the sum of the states read so far, and how many they were",
            ModelPooling.Max => (layer.Length > 0 ? layer : ": the hidden state") + "; the largest of the states read so far, and how many they were",
            _ => layer,
        };
    }

    private static void WriteConstruction(SourceWriter writer, string name, string space)
    {
        writer.Lines($$"""
            private readonly global::{{RuntimeNames.AlignedBuffer}} _parameters = new(global::{{space}}.Layout.ParameterStorage);

            /// <summary>A new model with weights drawn as PyTorch draws them, uniformly from plus or minus 1 / sqrt(HiddenSize).</summary>
            /// <param name="seed">Any number; the same seed gives the same bits on every machine.</param>
            public {{name}}(int seed)
            {
                global::{{RuntimeNames.ParameterInitializer}}.Fill(_parameters.Span, Description.Tensors, seed);
            }

            private {{name}}()
            {
            }

            /// <summary>The sizes, and the named tensors with their places in <see cref="Parameters"/>.</summary>
            public static {{ModelDescription}} Description { get; } = CreateDescription();

            /// <summary>All weights and biases, on a 64-byte boundary, in the layout that <see cref="Description"/> tells.</summary>
            public {{Span}}<float> Parameters => _parameters.Span;

            """);
    }

    private static void WritePrediction(SourceWriter writer, ModelSpec spec, string space)
    {
        string prediction = $"global::{space}.Prediction";
        string batch = "global::" + RuntimeNames.BatchPrediction;
        string checkTokens = $"""
            {Guard}.CheckLength(tokens.Length, SequenceLength);
            {Guard}.Check(tokens, VocabularySize);
            """;
        switch (spec.Task)
        {
            case ModelTask.Classification:
                WriteMethod(writer, $"public int Predict({ReadOnlySpan}<int> tokens, {Span}<float> probabilities)", spec.IsBidirectional
                    ? $"return {batch}.PredictOne(this, tokens, probabilities);"
                    : $"""
                        {checkTokens}
                        {Guard}.CheckSpan(probabilities.Length, ClassCount, nameof(probabilities));
                        return {prediction}.Predict(_parameters.Span, tokens, probabilities);
                        """);
                WriteStep(writer, spec, prediction, "probabilities", "ClassCount");
                WriteMethod(writer, $"public void PredictMany({ReadOnlySpan}<int> tokens, {ReadOnlySpan}<int> lengths, {Span}<float> probabilities)", $"""
                    {batch}.Predict(this, tokens, lengths, probabilities);
                    """);
                break;
            case ModelTask.Labeling:
                WriteMethod(writer, $"public void Predict({ReadOnlySpan}<int> tokens, {Span}<int> labels)", spec.IsBidirectional
                    ? $"{batch}.LabelOne(this, tokens, labels);"
                    : $"""
                        {checkTokens}
                        {Guard}.CheckSpan(labels.Length, tokens.Length, nameof(labels));
                        {prediction}.Label(_parameters.Span, tokens, labels);
                        """);
                WriteMethod(writer, $"public void Predict({ReadOnlySpan}<int> tokens, {Span}<float> probabilities)", spec.IsBidirectional
                    ? $"_ = {batch}.PredictOne(this, tokens, probabilities);"
                    : $"""
                        {checkTokens}
                        {Guard}.CheckSpan(probabilities.Length, tokens.Length * LabelCount, nameof(probabilities));
                        {prediction}.Predict(_parameters.Span, tokens, probabilities);
                        """);
                WriteStep(writer, spec, prediction, "probabilities", "LabelCount");
                WriteMethod(writer, $"public void PredictMany({ReadOnlySpan}<int> tokens, {ReadOnlySpan}<int> lengths, {Span}<int> labels)", $"""
                    {batch}.Label(this, tokens, lengths, labels);
                    """);
                WriteMethod(writer, $"public void PredictMany({ReadOnlySpan}<int> tokens, {ReadOnlySpan}<int> lengths, {Span}<float> probabilities)", $"""
                    {batch}.Predict(this, tokens, lengths, probabilities);
                    """);
                break;
            default:
                WriteMethod(writer, $"public void Predict({ReadOnlySpan}<int> tokens, {Span}<float> probabilities)", $"""
                    {checkTokens}
                    {Guard}.CheckSpan(probabilities.Length, tokens.Length * VocabularySize, nameof(probabilities));
                    {prediction}.Predict(_parameters.Span, tokens, probabilities);
                    """);
                WriteStep(writer, spec, prediction, "nextProbabilities", "VocabularySize");
                WriteMethod(writer, $"public void PredictMany({ReadOnlySpan}<int> tokens, {ReadOnlySpan}<int> lengths, {Span}<float> probabilities)", $"""
                    {batch}.Predict(this, tokens, lengths, probabilities);
                    """);
                WriteMethod(writer, $"public double LogProbability({ReadOnlySpan}<int> tokens)", $"""
                    {Guard}.CheckLength(tokens.Length, 2, int.MaxValue);
                    {Guard}.Check(tokens, VocabularySize);
                    return {prediction}.LogProbability(_parameters.Span, tokens.Slice(0, tokens.Length - 1), tokens.Slice(1));
                    """);
                break;
        }
    }

    /// <summary>Writes the streaming step; a network that reads both ways has none.</summary>
    private static void WriteStep(SourceWriter writer, ModelSpec spec, string prediction, string probabilities, string count)
    {
        if (spec.IsBidirectional)
        {
            return;
        }

        WriteMethod(writer, $"public int Step(int token, {Span}<float> state, {Span}<float> {probabilities})", $"""
            {Guard}.Check(token, VocabularySize);
            {Guard}.CheckSpan(state.Length, StateSize, nameof(state));
            {Guard}.CheckSpan({probabilities}.Length, {count}, nameof({probabilities}));
            return {prediction}.Step(_parameters.Span, token, state, {probabilities});
            """);
    }

    private static void WriteMethod(SourceWriter writer, string signature, string body)
    {
        writer.Line("/// <inheritdoc/>");
        writer.Open(signature);
        writer.Lines(body);
        writer.Close();
        writer.Line();
    }

    private static void WriteBackward(SourceWriter writer, ModelSpec spec)
    {
        string single = "global::" + RuntimeNames.SingleObservation;
        switch (spec.Task)
        {
            case ModelTask.Classification:
                writer.Lines($$"""
                    /// <summary>One observation forward and backward: the loss, and its gradient by backpropagation through time.</summary>
                    /// <param name="tokens">1 to SequenceLength token ids: the real tokens, without padding.</param>
                    /// <param name="label">The true class: 0 to ClassCount - 1.</param>
                    /// <param name="gradients">As long as <see cref="Parameters"/>; the gradient is added to it, in the same layout.</param>
                    /// <returns>The cross-entropy in nats.</returns>
                    /// <exception cref="global::System.ArgumentException">A span has a wrong length.</exception>
                    /// <exception cref="global::System.ArgumentOutOfRangeException">A token or the label is out of range.</exception>
                    public float Backward({{ReadOnlySpan}}<int> tokens, int label, {{Span}}<float> gradients)
                    {
                        return {{single}}.Backward(this, tokens, new {{ReadOnlySpan}}<int>(in label), gradients);
                    }

                    """);
                break;
            case ModelTask.Labeling:
                writer.Lines($$"""
                    /// <summary>One observation forward and backward: the loss, and its gradient by backpropagation through time.</summary>
                    /// <param name="tokens">1 to SequenceLength token ids: the real tokens, without padding.</param>
                    /// <param name="labels">The true label of every token, 0 to LabelCount - 1, or -1 where there is none.</param>
                    /// <param name="gradients">As long as <see cref="Parameters"/>; the gradient is added to it, in the same layout.</param>
                    /// <returns>The mean cross-entropy of the labelled tokens, in nats.</returns>
                    /// <exception cref="global::System.ArgumentException">A span has a wrong length.</exception>
                    /// <exception cref="global::System.ArgumentOutOfRangeException">A token or a label is out of range.</exception>
                    public float Backward({{ReadOnlySpan}}<int> tokens, {{ReadOnlySpan}}<int> labels, {{Span}}<float> gradients)
                    {
                        return {{single}}.Backward(this, tokens, labels, gradients);
                    }

                    """);
                break;
            default:
                writer.Lines($$"""
                    /// <summary>One observation forward and backward: the loss, and its gradient by backpropagation through time.</summary>
                    /// <param name="tokens">2 to SequenceLength + 1 token ids: all but the last are read, all but the first predicted.</param>
                    /// <param name="gradients">As long as <see cref="Parameters"/>; the gradient is added to it, in the same layout.</param>
                    /// <returns>The mean cross-entropy of the predicted tokens, in nats.</returns>
                    /// <exception cref="global::System.ArgumentException">A span has a wrong length.</exception>
                    /// <exception cref="global::System.ArgumentOutOfRangeException">A token is out of range.</exception>
                    public float Backward({{ReadOnlySpan}}<int> tokens, {{Span}}<float> gradients)
                    {
                        {{Guard}}.CheckLength(tokens.Length, 2, SequenceLength + 1);
                        {{Guard}}.Check(tokens, VocabularySize);
                        return {{single}}.Backward(this, tokens.Slice(0, tokens.Length - 1), tokens.Slice(1), gradients);
                    }

                    """);
                break;
        }
    }

    private static void WriteFiles(SourceWriter writer, string name) => writer.Lines($$"""
        /// <summary>Writes the model as a safetensors file with PyTorch's tensor names, replacing the file at once or not at all.</summary>
        /// <param name="path">The file.</param>
        public void Save(string path) => {{ModelFile}}.Save(this, path);

        /// <summary>Writes the model to a stream, in the same format.</summary>
        /// <param name="stream">A writable stream; it stays open.</param>
        public void Save(global::System.IO.Stream stream) => {{ModelFile}}.Save(this, stream);

        /// <summary>Reads a model from a safetensors file, written here or by PyTorch.</summary>
        /// <param name="path">The file.</param>
        /// <exception cref="{{ModelFileException}}">The file is damaged, or is of a model with other sizes.</exception>
        public static {{name}} Load(string path) => {{ModelFile}}.Load<{{name}}>(path);

        /// <summary>Reads a model from a stream, for example an embedded resource.</summary>
        /// <param name="stream">A readable stream; it stays open.</param>
        /// <exception cref="{{ModelFileException}}">The data are damaged, or of a model with other sizes.</exception>
        public static {{name}} Load(global::System.IO.Stream stream) => {{ModelFile}}.Load<{{name}}>(stream);

        """);

    private static void WriteContract(SourceWriter writer, ModelPlan plan, string name, string space)
    {
        ModelSpec spec = plan.Spec;
        string contract = Implemented(RuntimeNames.RecurrentModel, name);
        string workspace = "global::" + RuntimeNames.TrainingWorkspace;
        writer.Lines($$"""
            static {{name}} {{contract}}.Create(int seed) => new(seed);

            static {{name}} {{contract}}.CreateEmpty() => new();

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
        string widths = string.Join(",\n        ", new BufferPlans(plan).All.Select(buffer => $"global::{space}.Layout.{buffer.StrideName}"));
        string tensors = string.Join(",\n        ", TensorPlans.Of(plan).Select(t => string.Format(
            CultureInfo.InvariantCulture,
            "new(\"{0}\", {1}, {2}, {3}, {4}, {5}, {6}, {7}{8})",
            t.Name,
            t.Rows,
            t.Columns,
            t.IsVector ? "true" : "false",
            t.Offset,
            t.RowStride,
            t.ColumnStride,
            t.InitialBound.ToString("R", CultureInfo.InvariantCulture) + "f",
            GateArguments(t))));
        writer.Lines($$"""
            private static {{ModelDescription}} CreateDescription() => new()
            {
                Name = "{{spec.Type.DisplayName}}",
                Task = global::{{RuntimeNames.SequenceTask}}.{{spec.Task}},
                Cell = global::{{RuntimeNames.CellKind}}.{{spec.Cell}},
                Nonlinearity = global::{{RuntimeNames.Nonlinearity}}.{{spec.Nonlinearity}},
                VocabularySize = VocabularySize,
                HiddenSize = HiddenSize,{{OptionalSizes(spec)}}
                SequenceLength = SequenceLength,
                OutputSize = {{spec.Outputs.ToString(CultureInfo.InvariantCulture)}},
                ParameterCount = ParameterCount,
                ParameterStorage = global::{{space}}.Layout.ParameterStorage,
                StateSize = {{(spec.IsBidirectional ? "0" : "StateSize")}},
                Tensors =
                [
                    {{tensors}},
                ],
                TrainingRowWidths =
                [
                    {{widths}},
                ],
                StateBuffers = [{{StateBuffers(plan, space)}}],
                TransposedStorage = global::{{space}}.Layout.TransposedStorage,
                GradientParts = {{plan.GradientParts.ToString(CultureInfo.InvariantCulture)}},
            };
            """);
    }

    /// <summary>The lines of the description that a network of one layer and one direction does not have.</summary>
    private static string OptionalSizes(ModelSpec spec) =>
        (spec.Layers > 1 ? "\n    LayerCount = LayerCount," : "")
        + (spec.IsBidirectional ? "\n    IsBidirectional = true," : "")
        + (spec.Embedding > 0 ? "\n    EmbeddingSize = EmbeddingSize," : "")
        + (spec.Pooling != ModelPooling.Last ? $"\n    Pooling = global::{RuntimeNames.Pooling}.{spec.Pooling}," : "");

    private static string StateBuffers(ModelPlan plan, string space) =>
        plan.Cells == 1 ? $"global::{space}.Layout.States" : string.Join(", ", new BufferPlans(plan).States);
}
