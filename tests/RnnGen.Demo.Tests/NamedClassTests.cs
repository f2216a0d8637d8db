using System.Linq;
using RnnGen.Demo.Models;
using RnnGen.Demo.Runs;

namespace RnnGen.Demo.Tests;

/// <summary>Answers of a model that is compiled for more classes than have names.</summary>
public class NamedClassTests
{
    [Fact]
    public void A_class_without_a_name_is_no_answer_however_probable()
    {
        var model = new SpeakerClassifier(seed: 1);
        var labels = LabelSet.FromNames(["first", "second"]);
        float[] features = [.. Enumerable.Range(0, 2 * SpeakerClassifier.FeatureCount).Select(i => 0.1f * i)];
        float[] probabilities = new float[SpeakerClassifier.ClassCount];
        TensorInfo bias = SpeakerClassifier.Description.Tensors.Single(tensor => tensor.Name == "fc.bias");
        model.Parameters[bias.IndexOf(SpeakerClassifier.ClassCount - 1, 0)] = 50f;
        model.Parameters[bias.IndexOf(1, 0)] = 20f;
        Assert.Equal(SpeakerClassifier.ClassCount - 1, model.Predict(features, probabilities));

        Assert.Equal(1, NamedClass.Of(model, features, probabilities, labels));
        model.Parameters[bias.IndexOf(0, 0)] = 30f;
        Assert.Equal(0, NamedClass.Of(model, features, probabilities, labels));
    }
}
