using RnnGen.Generators.Model;

namespace RnnGen.Generators.Emission;

/// <summary>The members of the consumer's class that predict.</summary>
/// <param name="writer">Where to.</param>
/// <param name="spec">The model.</param>
/// <param name="space">The namespace of the model's own.</param>
internal sealed class PredictionMembers(SourceWriter writer, ModelSpec spec, string space)
{
    private const string Guard = "global::" + RuntimeNames.TokenGuard;
    private const string Batch = "global::" + RuntimeNames.BatchPrediction;
    private const string Lengths = "global::System.ReadOnlySpan<int> lengths";
    private const string Floats = "global::System.Span<float>";
    private const string Integers = "global::System.Span<int>";

    private readonly InputMember _input = InputMember.Of(spec);
    private readonly string _prediction = $"global::{space}.Prediction";

    public static void Write(SourceWriter writer, ModelSpec spec, string space) => new PredictionMembers(writer, spec, space).Write();

    private void Write()
    {
        switch (spec.Task)
        {
            case ModelTask.Classification:
                WritePredict("int", "probabilities", "ClassCount", isEveryStep: false);
                WriteStep("int", "probabilities", "ClassCount");
                WriteMany("probabilities");
                break;
            case ModelTask.Labeling:
                WriteLabel();
                WritePredict("void", "probabilities", "LabelCount", isEveryStep: true);
                WriteStep("int", "probabilities", "LabelCount");
                WriteMethod($"public void PredictMany({_input.Parameter}, {Lengths}, {Integers} labels)", $"{Batch}.Label(this, {_input.Name}, lengths, labels);");
                WriteMany("probabilities");
                break;
            case ModelTask.Regression:
                WritePredict("void", "outputs", "OutputCount", spec.HasOutputEveryStep);
                WriteStep("void", "outputs", "OutputCount");
                WriteMany("outputs");
                break;
            default:
                WritePredict("void", "probabilities", "VocabularySize", isEveryStep: true);
                WriteStep("int", "probabilities", "VocabularySize");
                WriteMany("probabilities");
                WriteMethod("public double LogProbability(global::System.ReadOnlySpan<int> tokens)", $"""
                    {Guard}.CheckLength(tokens.Length, 2, int.MaxValue);
                    {Guard}.Check(tokens, VocabularySize);
                    return {_prediction}.LogProbability(_parameters.Span, tokens.Slice(0, tokens.Length - 1), tokens.Slice(1));
                    """);
                break;
        }
    }

    /// <summary>Writes the outputs of a whole sequence. A network that reads both ways gets them by the forward pass of training.</summary>
    private void WritePredict(string type, string outputs, string count, bool isEveryStep)
    {
        string length = isEveryStep ? $"{_input.Steps} * {count}" : count;
        string result = type == "void" ? "" : "return ";
        WriteMethod($"public {type} Predict({_input.Parameter}, {Floats} {outputs})", spec.IsBidirectional
            ? $"{(type == "void" ? "_ = " : result)}{Batch}.PredictOne(this, {_input.Name}, {outputs});"
            : $"""
                {(isEveryStep ? _input.CountingCheck : _input.Check)}
                {Guard}.CheckSpan({outputs}.Length, {length}, nameof({outputs}));
                {result}{_prediction}.Predict(_parameters.Span, {_input.Arguments}, {outputs});
                """);
    }

    private void WriteLabel() => WriteMethod($"public void Predict({_input.Parameter}, {Integers} labels)", spec.IsBidirectional
        ? $"{Batch}.LabelOne(this, {_input.Name}, labels);"
        : $"""
            {_input.CountingCheck}
            {Guard}.CheckSpan(labels.Length, {_input.Steps}, nameof(labels));
            {_prediction}.Label(_parameters.Span, {_input.Arguments}, labels);
            """);

    private void WriteMany(string outputs) =>
        WriteMethod($"public void PredictMany({_input.Parameter}, {Lengths}, {Floats} {outputs})", $"{Batch}.Predict(this, {_input.Name}, lengths, {outputs});");

    /// <summary>Writes the streaming step; a network that reads both ways has none.</summary>
    private void WriteStep(string type, string outputs, string count)
    {
        if (spec.IsBidirectional)
        {
            return;
        }

        WriteMethod($"public {type} Step({_input.StepParameter}, {Floats} state, {Floats} {outputs})", $"""
            {_input.StepCheck}
            {Guard}.CheckSpan(state.Length, StateSize, nameof(state));
            {Guard}.CheckSpan({outputs}.Length, {count}, nameof({outputs}));
            {(type == "void" ? "" : "return ")}{_prediction}.Step(_parameters.Span, {_input.StepArguments}, state, {outputs});
            """);
    }

    private void WriteMethod(string signature, string body)
    {
        writer.Line("/// <inheritdoc/>");
        writer.Open(signature);
        writer.Lines(body);
        writer.Close();
        writer.Line();
    }
}
