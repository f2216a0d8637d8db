using RnnGen.Demo.Runs;

namespace RnnGen.Demo.Commands;

/// <summary>Networks by the classes that were compiled for them.</summary>
internal static class Networks
{
    public static Network<ClassificationData> Classifier<TModel>(string name, TrainingSettings defaults)
        where TModel : class, ISequenceClassifier<TModel> => new(name, TModel.Description, defaults, ClassificationRun<TModel>.Execute);

    public static Network<SpeakerData> SpeakerClassifier<TModel>(string name, TrainingSettings defaults)
        where TModel : class, IFeatureClassifier<TModel> => new(name, TModel.Description, defaults, SpeakerRun<TModel>.Execute);

    public static Network<LabelingData> Labeler<TModel>(string name, TrainingSettings defaults)
        where TModel : class, ISequenceLabeler<TModel> => new(name, TModel.Description, defaults, LabelingRun<TModel>.Execute);

    public static Network<GenerationTask> Generator<TModel>(string name, TrainingSettings defaults)
        where TModel : class, ISequenceGenerator<TModel> => new(
            name,
            TModel.Description,
            defaults,
            (task, settings, savePath, console, cancellation) => _ = GenerationRun<TModel>.Execute(task, settings, savePath, console, cancellation));
}
