using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using Consumer;

// "train FOLDER" trains the three models and saves them; "predict FOLDER" loads the classifier and uses it once.
string folder = args[1];
switch (args[0])
{
    case "train":
        Training.Run(folder);
        break;
    case "predict":
        Console.WriteLine(Predictions.Of(ReviewSentiment.Load(Path.Combine(folder, Training.ClassifierFile))));
        TimeSpan sinceStart = DateTime.UtcNow - Process.GetCurrentProcess().StartTime.ToUniversalTime();
        Console.Error.WriteLine(sinceStart.TotalMilliseconds.ToString("F0", CultureInfo.InvariantCulture));
        break;
    default:
        throw new ArgumentException($"There is no command {args[0]}.");
}
