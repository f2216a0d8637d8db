using System.Linq;
using RnnGen.Numerics;
using RnnGen.Persistence;
using RnnGen.Tests.Models;
using RnnGen.Tests.Persistence;
using RnnGen.Training;

namespace RnnGen.Tests.Training;

/// <summary>Checkpoints of cells whose gates PyTorch stacks in one tensor.</summary>
public class GatedCheckpointTests
{
    [Fact]
    public void The_state_of_a_gated_cell_comes_back_in_PyTorchs_shapes()
    {
        AssertComesBack(GruV6H5K3.Description, gates: 3);
        AssertComesBack(LstmV6H5K3.Description, gates: 4);
    }

    [Fact]
    public void Shared_gates_are_zeros_in_the_file()
    {
        using var directory = new TemporaryDirectory();
        string path = directory.PathOf("run.checkpoint");
        CheckpointFile.Save(path, GruV6H5K3.Description, StateOf(GruV6H5K3.Description));

        float[] bias = TensorContainer.Load(path).ValuesOf("weights/rnn.bias_hh_l0").ToArray();

        Assert.Equal(new float[10], bias[..10]);
        Assert.DoesNotContain(0f, bias[10..]);
    }

    private static void AssertComesBack(ModelDescription description, int gates)
    {
        using var directory = new TemporaryDirectory();
        string path = directory.PathOf("run.checkpoint");
        TrainingState state = StateOf(description);
        CheckpointFile.Save(path, description, state);
        TrainingState loaded = CheckpointFile.Load(path, description);

        Assert.Equal(state.Weights, loaded.Weights);
        Assert.Equal(state.KeptWeights, loaded.KeptWeights);
        Assert.Equal(state.Moments, loaded.Moments);
        Assert.Equal((state.Counters, state.TotalSteps), (loaded.Counters, loaded.TotalSteps));
        TensorContainer file = TensorContainer.Load(path);
        Assert.Equal([gates * 5L, 6L], file.ShapeOf("weights/rnn.weight_ih_l0"));
        Assert.Equal([gates * 5L, 5L], file.ShapeOf("kept_weights/rnn.weight_hh_l0"));
        Assert.Equal([gates * 5L], file.ShapeOf("moment0/rnn.bias_ih_l0"));
    }

    private static TrainingState StateOf(ModelDescription description) => new()
    {
        Weights = Numbered(description, from: 1),
        KeptWeights = Numbered(description, from: 1_000),
        Moments = [Numbered(description, from: 2_000)],
        Counters = new TrainingCounters(10, 3, 0.5, 24, 1, new SeededRandom(1).State),
        TotalSteps = 42,
        Epochs = [],
        Fingerprint = "",
    };

    /// <summary>A number of its own at each place that an element has; padding is zero.</summary>
    private static float[] Numbered(ModelDescription description, int from) =>
        [.. TensorLayout.Occupancy(description).Select((elements, place) => elements == 0 ? 0f : from + place)];
}
