namespace RnnGen.Generators.Tests.Consumers;

/// <summary>A project with a model of each task, one with gates, one that reads both ways, one of real numbers and one that drops some, in places that differ as much as C# lets them.</summary>
internal static class ConsumerProject
{
    /// <summary>The metadata names of the models.</summary>
    public const string Classifier = "Shop.Outer`1+IInner+Sentiment";
    public const string Labeler = "namespace.event.class";
    public const string Generator = "Characters";
    public const string Gated = "Topics";

    public const string Source = """
        namespace Shop
        {
            public partial class Outer<T>
                where T : class
            {
                public partial interface IInner
                {
                    [global::RnnGen.SequenceClassifier(Vocabulary = 50, Hidden = 20, SequenceLength = 9, Classes = 3)]
                    public sealed partial class Sentiment
                    {
                    }
                }
            }
        }

        namespace @namespace.@event
        {
            [global::RnnGen.SequenceLabeler(Vocabulary = 20, Hidden = 7, SequenceLength = 4, Labels = 17)]
            internal partial class @class
            {
            }
        }

        [global::RnnGen.SequenceGenerator(Vocabulary = 30, Hidden = 33, SequenceLength = 5, Nonlinearity = global::RnnGen.Nonlinearity.Relu)]
        public partial class Characters
        {
        }

        [global::RnnGen.SequenceClassifier(Vocabulary = 40, Hidden = 65, SequenceLength = 6, Classes = 3, Cell = global::RnnGen.CellKind.Gru)]
        public partial class Topics
        {
        }

        [global::RnnGen.SequenceLabeler(Vocabulary = 40, Hidden = 17, SequenceLength = 6, Labels = 3, Layers = 2, Bidirectional = true, Cell = global::RnnGen.CellKind.Lstm)]
        public partial class Entities
        {
        }

        [global::RnnGen.SequenceRegressor(Features = 5, Hidden = 60, SequenceLength = 6, Outputs = 2, EveryStep = true, Cell = global::RnnGen.CellKind.Gru)]
        public partial class Pulse
        {
        }

        [global::RnnGen.SequenceRegressor(Features = 5, Hidden = 9, SequenceLength = 6, Outputs = 2, Pooling = global::RnnGen.Pooling.Max)]
        public partial class Force
        {
            internal string _ => "";
        }

        [global::RnnGen.SequenceGenerator(Vocabulary = 20, Hidden = 9, SequenceLength = 6, Layers = 2, Embedding = 9, TieEmbedding = true, Dropout = 0.25, RecurrentDropout = 0.5)]
        public partial class Melody
        {
        }
        """;

    /// <summary>The other kinds of models, for what has to see each kind once.</summary>
    public const string OtherKinds = """
        [global::RnnGen.SequenceClassifier(Vocabulary = 40, Hidden = 9, SequenceLength = 6, Classes = 3, Layers = 3, Embedding = 5, Pooling = global::RnnGen.Pooling.Mean)]
        public partial class Intents
        {
        }

        [global::RnnGen.SequenceLabeler(Features = 5, Hidden = 9, SequenceLength = 6, Labels = 3, Cell = global::RnnGen.CellKind.Gru)]
        public partial class Sensor
        {
        }

        [global::RnnGen.SequenceLabeler(Vocabulary = 20, Hidden = 9, SequenceLength = 6, Labels = 3, Bidirectional = true, RecurrentDropout = 0.5, Cell = global::RnnGen.CellKind.Gru, ResetBefore = true)]
        public partial class Phrases
        {
        }

        [global::RnnGen.SequenceRegressor(Vocabulary = 40, Hidden = 9, SequenceLength = 6, Outputs = 2)]
        public partial class Stars
        {
        }

        [global::RnnGen.SequenceRegressor(Features = 5, Hidden = 9, SequenceLength = 6, Outputs = 2, EveryStep = true, Bidirectional = true)]
        public partial class Curve
        {
            internal string _ => "";
        }

        [global::RnnGen.SequenceClassifier(Features = 5, Hidden = 9, SequenceLength = 6, Classes = 2)]
        public partial class Gesture
        {
        }
        """;
}
