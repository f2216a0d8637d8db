using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using RnnGen.Generators.Tests.Harness;

namespace RnnGen.Generators.Tests.Pipeline;

/// <summary>A symbol, a node or a location in the pipeline would keep whole compilations alive and equal nothing of the next one.</summary>
public sealed class PipelineValueTests
{
    private static readonly Type[] Forbidden =
        [typeof(ISymbol), typeof(SyntaxNode), typeof(SyntaxTree), typeof(SyntaxReference), typeof(Location), typeof(Compilation), typeof(SemanticModel), typeof(AttributeData)];

    [Fact]
    public void No_value_of_the_pipeline_holds_anything_of_the_compiler()
    {
        GeneratorRun run = new(Consumer.Compile(
            """
            using RnnGen;
            partial class Outer<T> { [SequenceClassifier(Vocabulary = 9, Hidden = 8, SequenceLength = 16, Classes = 2)] partial class First; }
            [SequenceLabeler(Vocabulary = 9, Hidden = 8, SequenceLength = 16, Labels = 2)] partial class Second;
            [SequenceGenerator(Vocabulary = 9, Hidden = 8, SequenceLength = 16)] partial class Third;
            """));

        Assert.Equal(3, run.NamedOutputs().Count());
        Assert.Empty(run.NamedOutputs().SelectMany(output => FindForbidden(output.Value)));
    }

    [Fact]
    public void The_search_finds_what_is_hidden()
    {
        CSharpCompilation compilation = Consumer.Compile("class A;");
        object hidden = new { List = new List<object?> { null, 1, new KeyValuePair<string, object>("tree", compilation.SyntaxTrees[0]) } };

        Assert.Single(FindForbidden(hidden));
    }

    private static List<object> FindForbidden(object value)
    {
        List<object> found = [];
        HashSet<object> seen = new(ReferenceEqualityComparer.Instance);
        Visit(value);
        return found;

        void Visit(object? current)
        {
            if (current is null or string or Pointer || current.GetType().IsPrimitive || current.GetType().IsEnum || !seen.Add(current))
            {
                return;
            }

            if (Forbidden.Any(type => type.IsInstanceOfType(current)))
            {
                found.Add(current);
                return;
            }

            if (current is IEnumerable items)
            {
                foreach (object? item in items)
                {
                    Visit(item);
                }
            }

            for (Type? type = current.GetType(); type is not null; type = type.BaseType)
            {
                foreach (FieldInfo field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
                {
                    Visit(field.GetValue(current));
                }
            }
        }
    }
}
