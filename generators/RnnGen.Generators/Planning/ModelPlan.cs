using RnnGen.Generators.Model;

namespace RnnGen.Generators.Planning;

/// <summary>Every number the emitters need, derived from a spec: parameter layout, padding, parts of the gradient.</summary>
/// <remarks>
/// A layer has a cell for each direction. The numbers of a cell stand together, W first, so that kernels find them at the same distances in
/// every cell; the first layer's cells come first, then those of the layers above, which are all of one size.
/// </remarks>
internal sealed class ModelPlan
{
    /// <summary>Columns of U and b whose gradient one part adds up: four 512-bit vectors.</summary>
    public const int InputGradientColumns = 64;

    /// <summary>The gradient of W has so many parts or fewer.</summary>
    private const int MostParts = 8;

    /// <summary>Steps whose states a prediction keeps before the output layer reads them together.</summary>
    private const int Chunk = 8;

    /// <summary>Floats of stack that all buffers of a prediction together may take, 64 KiB; larger ones are memory of the thread.</summary>
    public const int StackMemoryLimit = 16 * 1024;

    /// <summary>Floats of a step's memory from which on clearing them takes longer than to have the memory lent.</summary>
    public const int LeastLentMemory = 256;

    /// <summary>A layer of so many columns has its gates in at most eight vectors of 512 bits, and as many sums of the input beside them.</summary>
    private const int StreamedColumns = 128;

    /// <summary>Floats that the outputs of several steps may take: more are not worth the memory.</summary>
    private const int MostOutputs = 4096;

    public ModelPlan(ModelSpec spec)
    {
        Spec = spec;
        HiddenStride = Padding.ToColumns(spec.Hidden);
        OutputStride = Padding.ToColumns(spec.Outputs);

        Cell = CellPlan.For(spec);
        GateUnits = Cell.HasPairsOfGates && spec.Hidden <= VectorWidth.V256.Lanes ? VectorWidth.V256.Lanes : HiddenStride;
        GateStride = Cell.WeightGates * GateUnits;
        StateGateStride = Cell.StateGates * GateUnits;
        OutgrowsCache = CachePlan.IsOutgrownBy(spec.Hidden * GateStride);
        WeightStride = OutgrowsCache ? CachePlan.PanelWidth : GateStride;
        StepStride = OutgrowsCache && Cell.IsGated ? CachePlan.Spread(Cell.StepGates * GateUnits) : Cell.StepGates * GateUnits;
        Directions = spec.IsBidirectional ? 2 : 1;
        First = spec switch
        {
            { Embedding: > 0 } => new InputPlan("Input", spec.Embedding, "EmbeddingSize", Padding.ToColumns(spec.Embedding), "InputStride"),
            { Features: > 0 } => new InputPlan("Input", spec.Features, "FeatureCount", Padding.ToColumns(spec.Features), "InputStride"),
            _ => new InputPlan("Input", spec.Vocabulary, "VocabularySize", 0, ""),
        };
        Upper = Directions > 1
            ? new InputPlan("Upper", JoinedSize, JoinedSizeName, JoinedStride, JoinedStrideName)
            : new InputPlan("Upper", JoinedSize, JoinedSizeName, StateStride, StateStrideName);

        HiddenBias = Padding.ToRows(spec.Hidden) * GateStride;
        CandidateBias = HiddenBias + GateStride;
        InputWeights = CandidateBias + (Cell.HasCandidateBias ? HiddenStride : 0);
        FirstCellSize = InputWeights + (First.WeightRows * GateStride);
        UpperCellSize = InputWeights + (Upper.WeightRows * GateStride);
        UpperCells = Directions * FirstCellSize;
        EmbeddingWeights = UpperCells + (Directions * UpperLayers * UpperCellSize);
        int embedding = HasOwnEmbedding ? spec.Vocabulary * First.Stride : 0;
        OutputWeights = EmbeddingWeights + embedding;
        OutputBias = OutputWeights + (Padding.ToRows(JoinedSize) * OutputStride);
        ParameterStorage = OutputBias + OutputStride;

        InputTransposed = Cell.IsGated ? GateStride * HiddenStride : spec.Hidden * HiddenStride;
        FirstTransposedSize = InputTransposed + (HasInputGradient(First) ? GateStride * First.Stride : 0);
        UpperTransposedSize = InputTransposed + (GateStride * Padding.ToColumns(Upper.Width));
        UpperTransposed = Directions * FirstTransposedSize;
        OutputTransposed = UpperTransposed + (Directions * UpperLayers * UpperTransposedSize);
        TransposedStorage = OutputTransposed + (spec.Outputs * JoinedStride);
    }

    public ModelSpec Spec { get; }

    /// <summary>The hidden size rounded up to whole vectors: the width of a row of states.</summary>
    public int HiddenStride { get; }

    /// <summary>The output size rounded up to whole vectors: the width of a row of logits.</summary>
    public int OutputStride { get; }

    /// <summary>What the cell keeps and computes a step.</summary>
    public CellPlan Cell { get; }

    /// <summary>
    /// The units of a gate, padded, where gates stand side by side: as many as a row of states has, but half a vector of 512 bits where no gate fills more and two can share a vector.
    /// A step multiplies half as much then, and what it waits for is there sooner.
    /// </summary>
    public int GateUnits { get; }

    /// <summary>The name of the constant <see cref="GateUnits"/>.</summary>
    public string GateUnitsName => PairsGates ? "GateUnits" : "HiddenStride";

    /// <summary>Whether two gates share a vector of 512 bits.</summary>
    public bool PairsGates => GateUnits != HiddenStride;

    /// <summary>
    /// Whether the last tanh of an LSTM, or of a GRU that resets after the product, takes the number it is multiplied by into its terms. A step waits for one or two operations less then,
    /// and has two more to do: of up to eight units it is 4 to 5 % shorter, of more, which keep the machine busy, no shorter or up to 2 % longer.
    /// </summary>
    public bool ScalesLastTanh => Spec.Hidden <= VectorWidth.V256.Lanes;

    /// <summary>The gates side by side, each padded: the width of a row of U, W and b.</summary>
    public int GateStride { get; }

    /// <summary>Whether W is larger than the nearest cache. It is stored in panels then, as U is where it is multiplied.</summary>
    public bool OutgrowsCache { get; }

    /// <summary>The distance between rows of W, and of U where it is multiplied: within a panel, or from a whole row to the next.</summary>
    public int WeightStride { get; }

    /// <summary>The distance between panels of W.</summary>
    public int RecurrentPanel => CachePlan.PanelOf(Padding.ToRows(Spec.Hidden));

    /// <summary>The columns of W that multiply the state: all, or all but those of a candidate whose state was reset.</summary>
    public int StateGateStride { get; }

    /// <summary>1, or 2 where every layer reads the sequence from both ends.</summary>
    public int Directions { get; }

    /// <summary>All cells: one for each direction of each layer.</summary>
    public int Cells => Directions * Spec.Layers;

    /// <summary>The layers above the first.</summary>
    public int UpperLayers => Spec.Layers - 1;

    /// <summary>What the first layer reads.</summary>
    public InputPlan First { get; }

    /// <summary>What the layers above it read.</summary>
    public InputPlan Upper { get; }

    /// <summary>The hidden states of a layer's directions side by side.</summary>
    public int JoinedSize => Directions * Spec.Hidden;

    /// <summary>The width of a row of them.</summary>
    public int JoinedStride => Padding.ToColumns(JoinedSize);

    /// <summary>The name of the constant <see cref="JoinedSize"/>.</summary>
    public string JoinedSizeName => Directions == 1 ? "HiddenSize" : "JoinedSize";

    /// <summary>The name of the constant <see cref="JoinedStride"/>.</summary>
    public string JoinedStrideName => Directions == 1 ? "HiddenStride" : "JoinedStride";

    /// <summary>Whether a layer's states are copied to where the next one reads them, rather than read where they are.</summary>
    public bool JoinsStates => Directions > 1 || (HasDropout && UpperLayers > 0);

    /// <summary>Whether training drops numbers between layers.</summary>
    public bool HasDropout => Spec.Dropout > 0;

    /// <summary>Whether training drops hidden units from step to step.</summary>
    public bool HasRecurrentDropout => Spec.RecurrentDropout > 0;

    /// <summary>Whether the output layer reads rows composed for it, rather than the states of the last layer.</summary>
    public bool HasSummary => Directions > 1 || HasPooling;

    /// <summary>Whether the output layer reads what all states of a sequence have in common.</summary>
    public bool HasPooling => !Spec.HasOutputEveryStep && Spec.Pooling != ModelPooling.Last;

    /// <summary>Whether the gradients of joined states are collected before they go to the states of each direction.</summary>
    public bool HasJoinedGradients => HasSummary || (JoinsStates && UpperLayers > 0);

    /// <summary>Whether there is nothing but a cell that reads tokens, and the output layer that reads its states.</summary>
    public bool IsPlain => Cells == 1 && First.IsToken && !HasSummary && !HasRecurrentDropout;

    /// <summary>Whether a cell multiplies its input with its weights, rather than taking a row of them.</summary>
    public bool HasDenseCell => !First.IsToken || UpperLayers > 0;

    /// <summary>Whether the gradient of a cell's input is of use: that of real numbers that were measured is not.</summary>
    public bool HasInputGradient(InputPlan input) => input == Upper || Spec.Embedding > 0;

    /// <summary>Whether the backward pass reads a U', of the first layer or of those above.</summary>
    public bool TransposesInputs => UpperLayers > 0 || HasInputGradient(First);

    /// <summary>Whether the embedding has numbers of its own.</summary>
    public bool HasOwnEmbedding => Spec.Embedding > 0 && !Spec.TiesEmbedding;

    /// <summary>
    /// Whether predictions need nothing but tokens, a cell and probabilities: they have an emitter of their own, which keeps no more than two states where
    /// a stack of layers has rows of them. In the step of a few units, some tens of nanoseconds, that counts.
    /// </summary>
    public bool HasPlainPrediction => IsPlain && Spec.Task != ModelTask.Regression;

    /// <summary>
    /// Whether a step of a stream has a kernel of its own. With more units its products are what takes the time, and not what lies between them.
    /// </summary>
    public bool StreamsInOneKernel =>
        Cells == 1 && !First.IsToken && !HasPooling && !Cell.ResetsState && !AlternatesEnds && GateStride <= StreamedColumns;

    /// <summary>Whether the hidden units fill vectors, be they half as wide: a kernel need not touch any padding.</summary>
    public bool HasUnpaddedState => FillsVectors(Spec.Hidden);

    /// <summary>Whether the output layer writes just the outputs, which then may go straight to the caller.</summary>
    public bool HasUnpaddedOutputs => FillsVectors(Spec.Outputs);

    /// <summary>
    /// Whether a step of a single sequence goes through its units from alternate ends, so that it begins with the columns of W that the step before read last:
    /// where W outgrows the nearest cache. A step that goes over W twice, each time over other columns, does not.
    /// </summary>
    public bool AlternatesEnds => OutgrowsCache && !Cell.ResetsState;

    /// <summary>
    /// Whether a step of a stream multiplies its input together with the state, some units at a time. Between two steps U would displace the part of W
    /// that was read last and is to be read first.
    /// </summary>
    public bool ProjectsWithinStep => Cells == 1 && !First.IsToken && AlternatesEnds;

    /// <summary>
    /// Whether the steps of a sequence have a kernel of their own, in which the state stays in registers: of so few units that a step's time is that of a chain of operations,
    /// and a way through memory would be a good part of it. Their product is one tile, written out without a loop.
    /// </summary>
    public bool HasStepsKernel => HasPlainPrediction && !Cell.IsGated && HiddenStride <= 2 * VectorWidth.V512.Lanes;

    /// <summary>Whether a gradient may reach the state of any step from elsewhere than the step after it.</summary>
    public bool HasGradientEveryStep => Spec.HasOutputEveryStep || !IsPlain;

    /// <summary>The name of the constant that is the distance between rows that the output layer reads.</summary>
    public string OutputInputStrideName => HasSummary ? JoinedStrideName : StateStrideName;

    /// <summary>The width of a row of states: the hidden state, and beside it an LSTM's cell state.</summary>
    public int StateStride => Cell.States * HiddenStride;

    /// <summary>The distance between the rows in which steps keep their gates.</summary>
    public int StepStride { get; }

    /// <summary>The name of the constant <see cref="StateStride"/>.</summary>
    public string StateStrideName => Cell.States == 1 ? "HiddenStride" : "StateStride";

    /// <summary>The name of the constant <see cref="GateStride"/>.</summary>
    public string GateStrideName => Cell.IsGated ? "GateStride" : "HiddenStride";

    /// <summary>The name of the constant <see cref="WeightStride"/>.</summary>
    public string WeightStrideName => OutgrowsCache ? CachePlan.PanelWidthName : GateStrideName;

    /// <summary>The name of the constant <see cref="StepStride"/>.</summary>
    public string StepStrideName => Cell.IsGated ? "StepStride" : "HiddenStride";

    /// <summary>The length of a streaming state.</summary>
    public int StateSize => (Spec.Layers * Cell.States * Spec.Hidden) + (HasPooling ? Spec.Hidden + 1 : 0);

    /// <summary>In a cell's numbers, in which W comes first.</summary>
    public int HiddenBias { get; }

    /// <summary>The second bias of a GRU's candidate; no room where a cell has none.</summary>
    public int CandidateBias { get; }

    /// <summary>U, or the weights of a dense input.</summary>
    public int InputWeights { get; }

    /// <summary>The numbers of a cell of the first layer.</summary>
    public int FirstCellSize { get; }

    /// <summary>The numbers of a cell of a layer above.</summary>
    public int UpperCellSize { get; }

    /// <summary>Where the cells of the layers above begin.</summary>
    public int UpperCells { get; }

    public int EmbeddingWeights { get; }

    public int OutputWeights { get; }

    public int OutputBias { get; }

    public int ParameterStorage { get; }

    /// <summary>In a cell's transposed copy: W' is first, then that of the input's weights.</summary>
    public int InputTransposed { get; }

    public int FirstTransposedSize { get; }

    public int UpperTransposedSize { get; }

    public int UpperTransposed { get; }

    public int OutputTransposed { get; }

    public int TransposedStorage { get; }

    /// <summary>
    /// Rows of W, or of a dense input's weights, whose gradient one part of it is. A part goes over the gradients of all steps, which for large layers no cache
    /// holds: the more rows it has, the fewer times they are fetched. Eight parts are still enough for as many threads.
    /// </summary>
    public int PartRows => Padding.ToRows((Spec.Hidden + MostParts - 1) / MostParts);

    /// <summary>Parts of a cell's gradient that are some rows of W each.</summary>
    public int RecurrentParts => PartsOf(Padding.ToRows(Spec.Hidden));

    /// <summary>Parts of a cell's gradient that are some rows of a dense input's weights each.</summary>
    public int RowParts(InputPlan input) => PartsOf(input.WeightRows);

    /// <summary>Parts of the gradient that are some columns of U and b each, or some rows of a dense input's weights and then b.</summary>
    public int InputParts(InputPlan input) => input.IsToken
        ? (GateStride + InputGradientColumns - 1) / InputGradientColumns
        : RowParts(input) + 1;

    /// <summary>Parts of the gradient of a cell of the first layer.</summary>
    public int FirstParts => RecurrentParts + InputParts(First);

    /// <summary>Parts of the gradient of a cell of the layers above.</summary>
    public int UpperParts => RecurrentParts + InputParts(Upper);

    /// <summary>
    /// Whether the outputs fill half a vector of 512 bits at most. The gradient of V is then that of its transpose, a row for each output: with a row for each hidden unit, half a vector would be
    /// multiplied by each number that is spread, and loads, not multiply-adds, would set the pace.
    /// </summary>
    public bool HasNarrowOutputs => Spec.Outputs <= VectorWidth.V256.Lanes;

    /// <summary>Rows of V whose gradient one part of it is; transposed, they are the columns, a vector of 512 bits.</summary>
    public int OutputPartRows => HasNarrowOutputs ? Padding.Columns : Padding.Rows;

    /// <summary>Parts of the gradient that are some rows of V each.</summary>
    public int OutputParts => (Padding.ToRows(JoinedSize) + OutputPartRows - 1) / OutputPartRows;

    /// <summary>All parts; the last one is c, and the embedding.</summary>
    public int GradientParts => (Directions * (FirstParts + (UpperLayers * UpperParts))) + OutputParts + 1;

    /// <summary>How many steps a prediction runs before the output layer reads their states together.</summary>
    public int PredictionChunk => OutputStride * Chunk <= MostOutputs ? Chunk : 1;

    /// <summary>The distance from the first panel of a gate to that of the next, where panels are so far apart.</summary>
    public int GateOfPanels(int panel) => HiddenStride / CachePlan.PanelWidth * panel;

    /// <summary>How the sums of a product with all gates are split: as if none shared a vector, since the fewest registers, of 256 bits, hold no more chains of them.</summary>
    /// <param name="depth">Terms of a sum.</param>
    public ChainPlan GateChains(int depth) => ChainPlan.For(depth, Cell.WeightGates * HiddenStride);

    private static bool FillsVectors(int columns) => VectorWidth.V512.Fitting(columns).ToVectors(columns) == columns;

    private int PartsOf(int rows) => (rows + PartRows - 1) / PartRows;
}
