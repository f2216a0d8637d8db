using System.Collections.Generic;
using System.IO;
using System.Linq;
using RnnGen.Tests.Models;
using RnnGen.Tests.Persistence;
using RnnGen.Tests.Reference;

namespace RnnGen.Tests.Emitted;

/// <summary>Generated classes that read features or give numbers come back from a file as they were saved.</summary>
public class RealValuedFileTests
{
    public static IEnumerable<TheoryDataRow<string>> Models =>
        ModelTheory.Models.Where(row => ModelCatalog.Get(row.Data).Shape is { Features: > 0 } or { IsRegressor: true });

    [Theory]
    [MemberData(nameof(Models))]
    public void A_saved_model_comes_back_to_the_bit_with_its_standardisation(string name)
    {
        ModelCase modelCase = ModelCatalog.Get(name);
        IModelUnderTest saved = modelCase.Create(seed: 6);
        float[] means = [.. Enumerable.Range(0, modelCase.Shape.Features).Select(f => f - 0.3f)];
        float[] deviations = [.. Enumerable.Range(0, modelCase.Shape.Features).Select(f => 0.1f * (f + 3))];
        saved.Standardization?.Set(means, deviations);
        using var directory = new TemporaryDirectory();
        string path = directory.PathOf("model.safetensors");
        File.WriteAllBytes(path, saved.Save());
        IModelUnderTest loaded = modelCase.Load(path);
        Assert.Equal(saved.Parameters, loaded.Parameters);
        Assert.Equal(modelCase.Shape.Features > 0, loaded.Standardization is not null);
        Assert.Equal(means, loaded.Standardization?.Mean.ToArray() ?? []);
        Assert.Equal(deviations, loaded.Standardization?.StandardDeviation.ToArray() ?? []);
        Observation observation = RandomBatch.Of(modelCase.Shape, seed: 7, modelCase.SequenceLength).Single();
        Assert.Equal(ModelTheory.Predict(saved, observation), ModelTheory.Predict(loaded, observation));
    }
}
