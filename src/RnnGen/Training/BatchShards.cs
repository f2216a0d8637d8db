using System;
using System.Numerics;
using System.Runtime.ExceptionServices;
using System.Threading;
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
/// function of the batch, and the sum is a fixed tree: the bits do not depend on the number of threads; they do depend on the numbers of shards here, which are part of the
/// arithmetic. A network of very many weights, or one whose weights are mostly rows of tokens that a batch hardly reads, would have more to add up than it saves.
/// <para>
/// Processors that share no cache take a fifth to half of a microsecond to hand a line of it over, and the weights were last written by all threads. So a thread that begins reads
/// the weights of a small network in the order of their addresses, which a processor fetches ahead, where a batch would ask for row after row of U as its tokens come; and it transposes those of any network
/// for itself: what one thread wrote and all have read, it could write again only when it had asked for each line back.
/// </para>
/// </remarks>
/// <typeparam name="TModel">The generated class.</typeparam>
/// <param name="model">The model.</param>
/// <param name="workspace">The workspace of the first shard.</param>
/// <param name="gradients">The gradients of the first shard, which become those of the batch.</param>
internal sealed class BatchShards<TModel>(TModel model, TrainingWorkspace workspace, AlignedBuffer gradients) : ITeamWork
    where TModel : class, IRecurrentModel<TModel>
{
    /// <summary>So few parameters are added up in no time, whatever they are.</summary>
    private const int FewParameters = 1 << 16;

    /// <summary>The most parameters of a model whose batches are cut: 4 MiB for the gradient of each shard, and no more for its transposed copy.</summary>
    private const int MostParameters = 1 << 20;

    // More threads than shards have nothing to do until the update; more shards have more to add up.
    private static readonly int MostShards = TModel.Description.ParameterStorage <= FewParameters ? 16 : 8;

    private readonly BlockPlan _plan = new(TModel.Description.HasOutputEveryStep);
    private readonly Shard?[] _shards = new Shard?[MostShards];
    private readonly ExceptionDispatchInfo?[] _failures = new ExceptionDispatchInfo?[MostShards];

    // Of a part of the tree, at the first shard of its second half: how many of the halves are complete.
    private readonly int[] _arrived = new int[MostShards];
    private SequenceDataset? _dataset;
    private double _shares;
    private ulong _dropoutKey;
    private ThreadTeam? _team;

    /// <summary>Whether batches of the model are cut, if they have sequences enough.</summary>
    public static bool IsCut { get; } = IsWorthCutting(TModel.Description);

    /// <summary>How many shards the batch at hand has; 0 if it is not cut.</summary>
    public int Count { get; private set; }

    /// <summary>
    /// Where the second half of the shards begins, whose sum is still to be added to that of the first half when all shards are done; 0 if there is but one.
    /// </summary>
    private int SecondHalf => Count < 2 ? 0 : (int)BitOperations.RoundUpToPowerOf2((uint)Count) / 2;

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

        dataset.RequireIndices(indices, "A batch");
        TrainingInput.CheckKind(TModel.Description, dataset);
        Span<int> lengths = _plan.Begin(indices.Length);
        for (int i = 0; i < indices.Length; i++)
        {
            TrainingInput.Check(TModel.Description, dataset.SampleAt(indices[i]), indices[i]);
            lengths[i] = dataset.LengthOf(indices[i]);
        }

        _ = _plan.PlanBlocks();
        Count = Math.Min(MostShards, _plan.Blocks.Length);
        for (int i = 0; i < Count; i++)
        {
            Of(i).Clear();
        }

        for (int i = 0; i < indices.Length; i++)
        {
            int place = _plan.Order[i];
            Of(ShardOf(i, Count)).Add(indices[place], place);
        }

        _dataset = dataset;
        _shares = workspace.SumOfShares(dataset, indices);
        _dropoutKey = dropoutKey;
        return true;
    }

    /// <summary>Makes room for the largest batch of a data set, so that no step allocates.</summary>
    /// <param name="dataset">The data set.</param>
    /// <param name="lengths">The lengths of its sequences, the longest first.</param>
    /// <param name="batchSize">The most sequences of a batch: 1 to as many as there are.</param>
    public void Reserve(SequenceDataset dataset, ReadOnlySpan<int> lengths, int batchSize)
    {
        if (!CanCut(dataset, batchSize))
        {
            workspace.Reserve(lengths, batchSize);
            return;
        }

        _ = _plan.Reserve(lengths, batchSize);
        int shards = Math.Min(MostShards, ((batchSize - 1) / SequenceBlock.MaxRows) + 1);
        int[] own = new int[batchSize];
        for (int shard = 0; shard < shards; shard++)
        {
            int count = 0;
            for (int i = 0; i < batchSize; i++)
            {
                if (ShardOf(i, shards) == shard)
                {
                    own[count++] = lengths[i];
                }
            }

            Of(shard).Reserve(own.AsSpan(0, count));
        }
    }

    /// <summary>Loads all shards, and takes them through all passes.</summary>
    /// <param name="team">The threads.</param>
    /// <exception cref="ArgumentException">A feature is not finite when standardised: the first shard's that has one.</exception>
    public void Run(ThreadTeam team)
    {
        Array.Clear(_failures);
        Array.Clear(_arrived);
        _team = team;
        team.Run(Count, this);
        foreach (ExceptionDispatchInfo? failure in _failures)
        {
            failure?.Throw();
        }
    }

    void ITeamWork.Execute(int item, int first)
    {
        try
        {
            if (item == first)
            {
                PrepareThread(first);
            }

            Execute(Of(item), Of(first).Transposed);
            AddUp(item);
        }
        catch (Exception exception)
        {
            // Which thread meets an exception first is chance; which shard's is thrown is not.
            _failures[item] = ExceptionDispatchInfo.Capture(exception);
        }
    }

    /// <summary>The mean loss of the batch, after all shards.</summary>
    public double TotalLoss()
    {
        double total = 0;
        for (int i = 0; i < Count; i++)
        {
            total += Of(i).Loss;
        }

        return total;
    }

    /// <summary>Completes a range of the gradient; different ranges at the same time, if need be. Does nothing if the batch was not cut.</summary>
    /// <param name="start">The first number of the range.</param>
    /// <param name="length">How many.</param>
    public void AddGradients(int start, int length)
    {
        if (SecondHalf > 0)
        {
            Span<float> second = Of(SecondHalf).Gradients.Span.Slice(start, length);
            RowMath.Add(second, gradients.Span.Slice(start, length));
            second.Clear();
        }
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

    /// <summary>The shard of a sequence, by its place among those of the batch, the longest first: blocks of similar length are dealt out one by one.</summary>
    private static int ShardOf(int place, int shards) => place / SequenceBlock.MaxRows % shards;

    private static bool CanCut(SequenceDataset dataset, int sequences) =>
        IsCut && sequences > SequenceBlock.MaxRows && !dataset.IsContinuous;

    /// <summary>Whether a model is small, or not too large and made of weights that every step reads, for the most part.</summary>
    private static bool IsWorthCutting(ModelDescription description)
    {
        // Rows of U, or of an embedding that is not the output layer as well, each with its padding.
        long table = 0;
        foreach (TensorInfo tensor in description.Tensors)
        {
            if (tensor.Name == "embedding.weight")
            {
                table += description.TiesEmbedding ? 0 : (long)description.VocabularySize * tensor.RowStride;
            }
            else if (tensor.Name.StartsWith("rnn.weight_ih_l0", StringComparison.Ordinal) && tensor.Columns == description.VocabularySize)
            {
                table += (long)description.VocabularySize * tensor.ColumnStride;
            }
        }

        return description.ParameterStorage <= FewParameters
            || (description.ParameterStorage <= MostParameters && table <= description.ParameterStorage / 2);
    }

    /// <summary>What a thread does before its first shard: it fetches the weights, and transposes them into a copy that no other thread reads.</summary>
    private void PrepareThread(int first)
    {
        int threads = Math.Min(_team!.ThreadCount, Count);
        if (threads > 1 && TModel.Description.ParameterStorage <= FewParameters)
        {
            // Its own part of the last update comes last: a thread that reads a line which another has written may take it away from there.
            int others = (int)((_team.OwnerOf(first, Count) + 1L) * model.Parameters.Length / threads);
            _ = CacheLines.Touch(model.Parameters[others..]) | CacheLines.Touch(model.Parameters[..others]);
        }

        TModel.Transpose(model.Parameters, Of(first).Transposed.Span);
    }

    private void Execute(Shard shard, AlignedBuffer transposed)
    {
        shard.Workspace.TransposedCopy = transposed;
        shard.Workspace.LoadShard(_dataset!, shard.Indices, shard.Places, model.Standardization, _shares);
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

        shard.Loss = shard.Workspace.TotalLoss();
    }

    /// <summary>
    /// Adds up what is complete with a shard, for the most part in the cache of a thread that has just computed both. In the tree, 2 d shards from a multiple of 2 d on are
    /// the sum of the first and of the second d of them; whoever completes the later of the two adds them. The two halves of all are left to <see cref="AddGradients"/>, where threads share out the last addition.
    /// </summary>
    private void AddUp(int shard)
    {
        for (int distance = 1; distance < SecondHalf; distance *= 2)
        {
            int first = shard & ~((2 * distance) - 1);
            int second = first + distance;
            if (second < Count)
            {
                if (Interlocked.Increment(ref _arrived[second]) == 1)
                {
                    return;
                }

                Span<float> added = Of(second).Gradients.Span;
                RowMath.Add(added, Of(first).Gradients.Span);
                added.Clear();
            }

            shard = first;
        }
    }

    private Shard Of(int index) => _shards[index] ??= index == 0
        ? new Shard(workspace, gradients)
        : new Shard(workspace.CreateSibling(), new AlignedBuffer(TModel.Description.ParameterStorage));

    /// <summary>Some sequences of a batch, and the memory for their passes.</summary>
    private sealed class Shard(TrainingWorkspace workspace, AlignedBuffer gradients)
    {
        private int[] _indices = [];
        private int[] _places = [];
        private int _count;

        public TrainingWorkspace Workspace => workspace;

        /// <summary>Memory for a copy of the weights, transposed: that of the thread which does this shard first.</summary>
        public AlignedBuffer Transposed { get; } = workspace.TransposedCopy;

        /// <summary>The shard's part of the loss.</summary>
        public double Loss { get; set; }

        /// <summary>The gradient of the shard's part of the loss; zero between steps.</summary>
        public AlignedBuffer Gradients => gradients;

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

        public void Reserve(ReadOnlySpan<int> lengths)
        {
            Grow(ref _indices, lengths.Length);
            Grow(ref _places, lengths.Length);
            workspace.Reserve(lengths, lengths.Length);
        }
    }
}
