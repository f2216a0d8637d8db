using System.Collections.Generic;
using System.Linq;

namespace RnnGen.Generators.Parsing;

/// <summary>The one place that decides whether a declaration is valid, for the generator and the analyzer alike.</summary>
internal static class DeclarationRules
{
    /// <summary>Every rule that a declaration breaks, found one by one as the caller asks.</summary>
    public static IEnumerable<Violation> FindViolations(ModelDeclaration declaration)
    {
        foreach (Violation violation in ConsumerRules.Check(declaration)
            .Concat(SizeRules.Check(declaration))
            .Concat(InputRules.Check(declaration))
            .Concat(CellRules.Check(declaration))
            .Concat(PoolingRules.Check(declaration))
            .Concat(DropoutRules.Check(declaration)))
        {
            yield return violation;
        }

        bool canHoldMembers = true;
        foreach (Violation violation in ClassRules.Check(declaration))
        {
            canHoldMembers = false;
            yield return violation;
        }

        // What is wrong with the members of a record, or of a static class, follows from what is wrong with the class.
        if (canHoldMembers)
        {
            foreach (Violation violation in BaseClassRules.Check(declaration).Concat(MemberRules.Check(declaration)))
            {
                yield return violation;
            }
        }
    }
}
