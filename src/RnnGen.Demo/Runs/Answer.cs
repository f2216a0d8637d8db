using System;
using System.Threading;

namespace RnnGen.Demo.Runs;

/// <summary>Answers a line.</summary>
/// <param name="line">The line, of text or of numbers.</param>
/// <param name="error">Makes an exception that says where the line stands, from what is wrong with it.</param>
/// <param name="cancellation">Ends a long answer.</param>
/// <exception cref="OperationCanceledException">It was cancelled.</exception>
internal delegate string Answer(string line, Func<string, Exception> error, CancellationToken cancellation);
