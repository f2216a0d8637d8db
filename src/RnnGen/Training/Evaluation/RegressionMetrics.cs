namespace RnnGen;

/// <summary>How close a regressor comes, over all targets of a data set: to one of its outputs, or to all of them.</summary>
/// <param name="MeanSquaredError">The mean of (y - t)^2.</param>
/// <param name="MeanAbsoluteError">The mean of |y - t|.</param>
/// <param name="RSquared">
/// The coefficient of determination, 1 - sum (y - t)^2 / sum (t - mean of t)^2: 1 for a perfect model, 0 for one that always answers the mean, less for one
/// that is worse than that. As scikit-learn's r2_score: of targets that are all equal, 1 if the model is perfect, otherwise 0; over all outputs, the mean of
/// theirs.
/// </param>
public readonly record struct RegressionMetrics(double MeanSquaredError, double MeanAbsoluteError, double RSquared);
