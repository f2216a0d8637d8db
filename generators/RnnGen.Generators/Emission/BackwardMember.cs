using RnnGen.Generators.Model;

namespace RnnGen.Generators.Emission;

/// <summary>The member of the consumer's class that runs one observation forward and backward.</summary>
internal static class BackwardMember
{
    private const string Guard = "global::" + RuntimeNames.TokenGuard;
    private const string Single = "global::" + RuntimeNames.SingleObservation;
    private const string Integers = "global::System.ReadOnlySpan<int>";
    private const string Reals = "global::System.ReadOnlySpan<float>";

    public static void Write(SourceWriter writer, ModelSpec spec)
    {
        InputMember input = InputMember.Of(spec);
        string step = spec.Features > 0 ? "step" : "token";
        (string? inputText, string target, string? targetText, string returns) = spec.Task switch
        {
            ModelTask.Classification => (
                input.Meaning,
                "int label",
                "The true class: 0 to ClassCount - 1.",
                "The cross-entropy in nats."),
            ModelTask.Labeling => (
                input.Meaning,
                $"{Integers} labels",
                $"The true label of every {step}, 0 to LabelCount - 1, or -1 where there is none.",
                $"The mean cross-entropy of the labelled {step}s, in nats."),
            ModelTask.Regression => (
                input.Meaning,
                $"{Reals} targets",
                spec.HasOutputEveryStep
                    ? "The true numbers: OutputCount for every step, or NaN where there are none."
                    : "The true numbers: OutputCount of them.",
                "The mean squared error."),
            _ => (
                "2 to SequenceLength + 1 token ids: all but the last are read, all but the first predicted.",
                "",
                null,
                "The mean cross-entropy of the predicted tokens, in nats."),
        };
        writer.Line("/// <summary>One observation forward and backward: the loss, and its gradient by backpropagation through time.</summary>");
        writer.Line($"/// <param name=\"{input.Name}\">{inputText}</param>");
        if (targetText is not null)
        {
            writer.Line($"/// <param name=\"{target.Substring(target.IndexOf(' ') + 1)}\">{targetText}</param>");
        }

        writer.Lines($"""
            /// <param name="gradients">As long as <see cref="Parameters"/>; the gradient is added to it, in the same layout.</param>
            /// <returns>{returns}</returns>
            /// <exception cref="global::System.ArgumentException">A span has a wrong length{Invalid(spec)}.</exception>
            """);
        if (OutOfRange(spec) is { } outOfRange)
        {
            writer.Line($"/// <exception cref=\"global::System.ArgumentOutOfRangeException\">{outOfRange}</exception>");
        }

        string targets = target.Length == 0 ? "" : ", " + target;
        writer.Open($"public float Backward({input.Parameter}{targets}, global::System.Span<float> gradients)");
        writer.Lines(spec.Task switch
        {
            ModelTask.Classification => $"return {Single}.Backward(this, {input.Name}, new {Integers}(in label), gradients);",
            ModelTask.Labeling => $"return {Single}.Backward(this, {input.Name}, labels, gradients);",
            ModelTask.Regression => $"return {Single}.Backward(this, {input.Name}, targets, gradients);",
            _ => $"""
                {Guard}.CheckLength(tokens.Length, 2, SequenceLength + 1);
                {Guard}.Check(tokens, VocabularySize);
                return {Single}.Backward(this, tokens.Slice(0, tokens.Length - 1), tokens.Slice(1), gradients);
                """,
        });
        writer.Close();
        writer.Line();
    }

    /// <summary>What else than its length may be wrong with a span.</summary>
    private static string Invalid(ModelSpec spec) => (spec.Task == ModelTask.Regression, spec.Features > 0, spec.HasOutputEveryStep) switch
    {
        (false, false, _) => "",
        (false, true, _) => ", or a number is NaN or infinite",
        (true, false, false) => ", or a target is NaN or infinite",
        (true, true, false) => ", or a number or a target is NaN or infinite",
        (true, false, true) => ", or a target is infinite, or NaN where another of its step is not",
        (true, true, true) => ", a number is NaN or infinite, or a target is infinite, or NaN where another of its step is not",
    };

    private static string? OutOfRange(ModelSpec spec) => (spec.Task, spec.Features > 0) switch
    {
        (ModelTask.Classification, false) => "A token or the label is out of range.",
        (ModelTask.Classification, true) => "The label is out of range.",
        (ModelTask.Labeling, false) => "A token or a label is out of range.",
        (ModelTask.Labeling, true) => "A label is out of range.",
        (ModelTask.Regression, true) => null,
        _ => "A token is out of range.",
    };
}
