namespace RnnGen.Training;

/// <summary>Work that divides into numbered items, any of which may run at the same time.</summary>
internal interface ITeamWork
{
    /// <summary>Does one item.</summary>
    /// <param name="item">0 to the number of items - 1; each is done once.</param>
    /// <param name="first">
    /// The first item that the same thread does in this run: <paramref name="item"/> itself when it begins. No two threads have the same one, so that it names what a thread has for itself.
    /// </param>
    void Execute(int item, int first);
}
