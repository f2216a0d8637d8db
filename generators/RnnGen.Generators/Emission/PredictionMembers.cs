using RnnGen.Generators.Model;
using RnnGen.Generators.Planning;

namespace RnnGen.Generators.Emission;

/// <summary>The members of the consumer's class that predict.</summary>
/// <param name="writer">Where to.</param>
/// <param name="plan">The model.</param>
/// <param name="space">The namespace of the model's own.</param>
internal sealed class PredictionMembers(SourceWriter writer, ModelPlan plan, string space)
{
    private const string Guard = "global::" + RuntimeNames.TokenGuard;
    private const string Batch = "global::" + RuntimeNames.BatchPrediction;
    private const string Lengths = "global::System.ReadOnlySpan<int> lengths";
    private const string Floats = "global::System.Span<float>";
    private const string Integers = "global::System.Span<int>";

    private readonly ModelSpec _spec = plan.Spec;
    private readonly InputMember _input = InputMember.Of(plan.Spec);
    private readonly string _prediction = $"global::{space}.Prediction";
    private readonly bool _isOfThread = PredictionMemory.IsOfThread(plan);

    public static void Write(SourceWriter writer, ModelPlan plan, string space) => new PredictionMembers(writer, plan, space).Write();

    private void Write()
    {
        switch (_spec.Task)
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
                WritePredict("void", "outputs", "OutputCount", _spec.HasOutputEveryStep);
                WriteStep("void", "outputs", "OutputCount");
                WriteMany("outputs");
                break;
            default:
                WritePredict("void", "probabilities", "VocabularySize", isEveryStep: true);
                WriteStep("int", "probabilities", "VocabularySize");
                WriteMany("probabilities");
                WriteMethod("public double LogProbability(global::System.ReadOnlySpan<int> tokens)", $"""
                    {Guard}.CheckLength(tokens.Length, 2, global::System.Array.MaxLength);
                    {Guard}.Check(tokens, VocabularySize);
                    return {_prediction}.LogProbability(_parameters.Span, tokens.Slice(0, tokens.Length - 1), tokens.Slice(1));
                    """, _isOfThread);
                break;
        }
    }

    /// <summary>Writes the outputs of a whole sequence. A network that reads both ways gets them by the forward pass of training.</summary>
    private void WritePredict(string type, string outputs, string count, bool isEveryStep)
    {
        string length = isEveryStep ? $"{_input.Steps} * {count}" : count;
        string result = type == "void" ? "" : "return ";
        WriteMethod($"public {type} Predict({_input.Parameter}, {Floats} {outputs})", _spec.IsBidirectional
            ? $"{result}{Batch}.PredictOne(this, {_input.Name}, {outputs});"
            : $"""
                {(isEveryStep ? _input.CountingCheck : _input.Check)}
                {Guard}.CheckSpan({outputs}.Length, {length}, nameof({outputs}));
                {result}{_prediction}.Predict(_parameters.Span, {_input.Arguments}, {outputs});
                """, _isOfThread);
    }

    private void WriteLabel() => WriteMethod($"public void Predict({_input.Parameter}, {Integers} labels)", _spec.IsBidirectional
        ? $"{Batch}.LabelOne(this, {_input.Name}, labels);"
        : $"""
            {_input.CountingCheck}
            {Guard}.CheckSpan(labels.Length, {_input.Steps}, nameof(labels));
            {_prediction}.Label(_parameters.Span, {_input.Arguments}, labels);
            """, _isOfThread);

    private void WriteMany(string outputs) =>
        WriteMethod($"public void PredictMany({_input.Parameter}, {Lengths}, {Floats} {outputs})", $"{Batch}.Predict(this, {_input.Name}, lengths, {outputs});");

    /// <summary>Writes the streaming step; a network that reads both ways has none.</summary>
    private void WriteStep(string type, string outputs, string count)
    {
        if (_spec.IsBidirectional)
        {
            return;
        }

        WriteMethod($"public {type} Step({_input.StepParameter}, {Floats} state, {Floats} {outputs})", $"""
            {_input.StepCheck}
            {Guard}.CheckSpan(state.Length, StateSize, nameof(state));
            {Guard}.CheckSpan({outputs}.Length, {count}, nameof({outputs}));
            {(type == "void" ? "" : "return ")}{_prediction}.Step(_parameters.Span, {_input.StepArguments}, state, {outputs});
            """, PredictionMemory.IsOfThread(plan.HasPlainPrediction ? PredictionMemory.Parts(plan, "1", 1) : StackPredictionEmitter.StepParts(plan)));
    }

    private void WriteMethod(string signature, string body, bool isOfThread = false)
    {
        writer.Line("/// <inheritdoc/>");
        if (isOfThread)
        {
            writer.Line("/// <remarks>Allocates nothing once warm: a thread's first calls make memory that it keeps.</remarks>");
        }

        writer.Open(signature);
        writer.Lines(body);
        writer.Close();
        writer.Line();
    }
}
