using System;
using RnnGen.Numerics;
using static RnnGen.Training.GrowingMemory;

namespace RnnGen.Training;

/// <summary>
/// A batch cut into shards: some sequences each, which one thread takes through the forward pass, the backward pass and the gradient of the weights, in
/// memory of their own.
/// </summary>
/// <remarks>
/// Threads that share out the parts of one gradient each read what all of them left in their caches, which takes a small network as long as a good part of the
/// arithmetic; and one thread alone, after a large batch, finds little of it in its own. Shards have nothing in common until their gradients are added up. They are a
/// function of the batch, and the sum is a fixed tree: the bits do not depend on the number of threads. A network of very many weights, or one whose weights are mostly rows
/// of tokens that a batch hardly reads, would have more to add up than it saves.
/// </remarks>
/// <typeparam name="TModel">The generated class.</typeparam>
/// <param name="model">The model.</param>
/// <param name="transposed">The transposed copy of its weights, which all shards read.</param>
/// <param name="weighting">How much each label counts; null if all count the same.</param>
internal sealed class BatchShards<TModel>(TModel model, AlignedBuffer transposed, LabelWeighting? weighting) : ITeamWork
    where TModel : class, IRecurrentModel<TModel>
{
    /// <summary>More threads than this have nothing to do in a step; each shard has gradients of its own.</summary>
    private const int MostShards = 8;

    /// <summary>So few parameters are added up in no time, whatever they are.</summary>
    private const int FewParameters = 1 << 16;

    /// <summary>The most parameters of a model whose batches are cut: 4 MiB for each shard.</summary>
    private const int MostParameters = 1 << 20;

    private static readonly bool IsCut = IsWorthCutting(TModel.Description);

    private readonly BlockPlan _plan = new(TModel.Description.HasOutputEveryStep);
    private readonly Shard?[] _shards = new Shard?[MostShards];
    private SequenceDataset? _dataset;
    private int _batchSize;
    private double _shares;
    private ulong _dropoutKey;

    /// <summary>How many shards the batch at hand has; 0 if it is not cut.</summary>
    public int Count { get; private set; }

    /// <summary>Cuts a batch, if it has sequences enough, and if the model is small enough.</summary>
    /// <param name="dataset">The data set; a window of a continuous text goes on from the state of another, and is not cut off from it.</param>
    /// <param name="indices">The sequences.</param>
    /// <param name="dropoutKey">The key of what the step drops.</param>
    /// <returns>Whether there is more than one shard.</returns>
    /// <exception cref="ArgumentException">A sequence does not fit the model.</exception>
    public bool Cut(SequenceDataset dataset, ReadOnlySpan<int> indices, ulong dropoutKey)
    {
        Count = 0;
        if (!CanCut(dataset, indices.Length))
        {
            return false;
        }

        TrainingInput.CheckKind(TModel.Description, dataset);
        Span<int> lengths = _plan.Begin(indices.Length);
        for (int i = 0; i < indices.Length; i++)
        {
            TrainingInput.Check(TModel.Description, dataset.SampleAt(indices[i]), indices[i]);
            lengths[i] = dataset.LengthOf(indices[i]);
        }

        _ = _plan.PlanBlocks();
        Count = ShardsOf(indices.Length);
        for (int i = 0; i < Count; i++)
        {
            Of(i).Clear();
        }

        // Blocks of sequences of similar length, dealt out one by one, so that all shards have long ones.
        for (int i = 0; i < indices.Length; i++)
        {
            int place = _plan.Order[i];
            Of(i / SequenceBlock.MaxRows % Count).Add(indices[place], place);
        }

        _dataset = dataset;
        _batchSize = indices.Length;
        _shares = Of(0).Workspace.SumOfShares(dataset, indices);
        _dropoutKey = dropoutKey;
        return true;
    }

    /// <summary>Makes room for the largest batch of a data set, so that no step allocates.</summary>
    /// <param name="dataset">The data set.</param>
    /// <param name="lengths">The lengths of its sequences, the longest first.</param>
    /// <param name="batchSize">The most sequences of a batch.</param>
    public void Reserve(SequenceDataset dataset, ReadOnlySpan<int> lengths, int batchSize)
    {
        int size = Math.Min(batchSize, lengths.Length);
        if (!CanCut(dataset, size))
        {
            return;
        }

        _ = _plan.Reserve(lengths, size);

        // A smaller batch may have fewer shards, and more sequences in one of them.
        int blocks = BlocksOf(size);
        int blocksOfShard = ((blocks - 1) / MostShards) + 1;
        for (int i = 0; i < ShardsOf(size); i++)
        {
            Of(i).Reserve(lengths, blocksOfShard * SequenceBlock.MaxRows);
        }
    }

    /// <summary>Loads a shard, and takes it through all passes.</summary>
    /// <param name="item">Which shard.</param>
    public void Execute(int item)
    {
        Shard shard = Of(item);
        shard.Workspace.LoadShard(_dataset!, shard.Indices, shard.Places, model.Standardization, _batchSize, _shares);
        shard.Workspace.DropoutKey = _dropoutKey;
        for (int block = 0; block < shard.Workspace.Blocks.Length; block++)
        {
            model.ForwardBlock(shard.Workspace, block);
            model.BackwardBlock(shard.Workspace, block);
        }

        for (int part = 0; part < TModel.Description.GradientParts; part++)
        {
            TModel.AccumulateGradients(shard.Workspace, part, shard.Gradients.Span);
        }
    }

    /// <summary>The mean loss of the batch, after all shards.</summary>
    public double TotalLoss()
    {
        double total = 0;
        for (int i = 0; i < Count; i++)
        {
            total += Of(i).Workspace.TotalLoss();
        }

        return total;
    }

    /// <summary>Moves a range of the gradient out of the shards; different ranges at the same time, if need be. Does nothing if the batch was not cut.</summary>
    /// <param name="gradients">Receives the sum of all shards.</param>
    /// <param name="start">The first number of the range.</param>
    public void MoveGradients(Span<float> gradients, int start)
    {
        int length = gradients.Length;
        for (int distance = 1; distance < Count; distance *= 2)
        {
            for (int i = 0; i + distance < Count; i += 2 * distance)
            {
                RowMath.Add(Range(i + distance), Range(i));
            }
        }

        if (Count > 0)
        {
            Range(0).CopyTo(gradients);
        }

        for (int i = 0; i < Count; i++)
        {
            Range(i).Clear();
        }

        Span<float> Range(int shard) => Of(shard).Gradients.Span.Slice(start, length);
    }

    /// <summary>Forgets the batch, and what its shards have added up so far.</summary>
    public void Discard()
    {
        for (int i = 0; i < Count; i++)
        {
            Of(i).Gradients.Span.Clear();
        }

        Count = 0;
    }

    private static int BlocksOf(int sequences) => ((sequences - 1) / SequenceBlock.MaxRows) + 1;

    private static int ShardsOf(int sequences) => Math.Min(MostShards, BlocksOf(sequences));

    private static bool CanCut(SequenceDataset dataset, int sequences) =>
        IsCut && sequences > SequenceBlock.MaxRows && !dataset.IsContinuous;

    /// <summary>Whether a model is small, or not too large and made of weights that every step reads, for the most part.</summary>
    private static bool IsWorthCutting(ModelDescription description)
    {
        // A token's row of U or of the embedding; one that is the output layer as well is read as a whole.
        int table = 0;
        bool isTied = true;
        foreach (TensorInfo tensor in description.Tensors)
        {
            isTied &= tensor.Name != "fc.weight";
            bool isOfTokens = tensor.Name == "embedding.weight"
                || (tensor.Name.StartsWith("rnn.weight_ih_l0", StringComparison.Ordinal) && tensor.Columns == description.VocabularySize);
            table += isOfTokens ? tensor.Count : 0;
        }

        return description.ParameterStorage <= FewParameters
            || (description.ParameterStorage <= MostParameters && (isTied || table <= description.ParameterStorage / 2));
    }

    private Shard Of(int index) => _shards[index] ??= new Shard(transposed, weighting);

    /// <summary>Some sequences of a batch, and the memory for their passes.</summary>
    private sealed class Shard(AlignedBuffer transposed, LabelWeighting? weighting)
    {
        private int[] _indices = [];
        private int[] _places = [];
        private int _count;

        public TrainingWorkspace Workspace { get; } = new(TModel.Description, transposed) { Weighting = weighting };

        /// <summary>The gradient of the shard's part of the loss; zero between steps.</summary>
        public AlignedBuffer Gradients { get; } = new(TModel.Description.ParameterStorage);

        public ReadOnlySpan<int> Indices => _indices.AsSpan(0, _count);

        /// <summary>The places of the sequences in the batch.</summary>
        public ReadOnlySpan<int> Places => _places.AsSpan(0, _count);

        public void Clear() => _count = 0;

        public void Add(int index, int place)
        {
            Grow(ref _indices, _count + 1);
            Grow(ref _places, _count + 1);
            _indices[_count] = index;
            _places[_count++] = place;
        }

        public void Reserve(ReadOnlySpan<int> lengths, int sequences)
        {
            int most = Math.Min(sequences, lengths.Length);
            Grow(ref _indices, most);
            Grow(ref _places, most);
            Workspace.Reserve(lengths, most);
        }
    }
}
