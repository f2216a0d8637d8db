using System;

namespace RnnGen.Demo;

/// <summary>Something that the person at the keyboard can put right; its message is all they are shown.</summary>
internal sealed class UserErrorException(string message) : Exception(message);
