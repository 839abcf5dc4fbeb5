package io.omerta.protocol.language.export;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The operators that exported modules have in common. A module has those that it uses. {@code MulDiv} goes by the bits of
 * a factor, because the product of the factors would often exceed the integers of TLC. {@code The} of a set of one element
 * is that element, computed once: TLC computes what {@code LET} and parameters name anew at each use when it evaluates
 * properties.
 */
final class TlaPrelude {
    private static final Map<String, String> OPERATORS = operators();

    private final Set<String> used = new TreeSet<>();

    /** Names of all operators. */
    static Set<String> names() {
        return OPERATORS.keySet();
    }

    /** All words in the definitions. */
    static List<String> identifiers() {
        return List.of(DEFINITIONS.replaceAll("\\\\\\w+", " ").split("\\W+", 0));
    }

    /** Marks an operator, and those that it needs, as used. */
    String use(String name) {
        String definition = OPERATORS.get(name);
        if (definition == null) {
            throw new IllegalArgumentException("there is no operator " + name);
        }
        if (used.add(name)) {
            for (String other : OPERATORS.keySet()) {
                if (definition.matches("(?s).*\\b" + other + "\\(.*")) {
                    use(other);
                }
            }
        }
        return name;
    }

    /** Definitions of the used operators, each after those that it needs. */
    List<String> definitions() {
        return OPERATORS.entrySet().stream()
                .filter(operator -> used.contains(operator.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    private static Map<String, String> operators() {
        Map<String, String> operators = new LinkedHashMap<>();
        for (String definition : DEFINITIONS.split("\n\n", -1)) {
            String head =
                    definition.startsWith("RECURSIVE ") ? definition.substring("RECURSIVE ".length()) : definition;
            operators.put(head.substring(0, head.indexOf('(')), definition.strip());
        }
        return operators;
    }

    private static final String DEFINITIONS =
            """
            The(singleton) == CHOOSE x \\in singleton : TRUE

            Range(seq) == {seq[i] : i \\in DOMAIN seq}

            Fold(Op(_, _), base, seq) ==
              LET f[i \\in 0..Len(seq)] == IF i = 0 THEN base
                                          ELSE The({Op(x, seq[i]) : x \\in {f[i - 1]}})
              IN f[Len(seq)]

            OrEmpty(seq) == IF seq = Null THEN <<>> ELSE seq

            Distinct(seq) == Fold(LAMBDA kept, x : IF x \\in Range(kept) THEN kept ELSE Append(kept, x), <<>>, seq)

            Remove(seq, x) == SelectSeq(seq, LAMBDA y : y # x)

            Take(seq, n) == SubSeq(seq, 1, IF n < Len(seq) THEN n ELSE Len(seq))

            FirstPlace(seq, P(_)) ==
              IF \\E i \\in DOMAIN seq : P(seq[i])
              THEN CHOOSE i \\in DOMAIN seq : P(seq[i]) /\\ \\A j \\in 1..(i - 1) : ~P(seq[j])
              ELSE 0

            First(seq, P(_)) == LET i == FirstPlace(seq, P) IN IF i = 0 THEN Null ELSE seq[i]

            WithoutPlace(seq, i) == SubSeq(seq, 1, i - 1) \\o SubSeq(seq, i + 1, Len(seq))

            DefinedUntil(seq, Defined(_), Decides(_)) ==
              \\A i \\in DOMAIN seq : (\\A j \\in 1..(i - 1) : ~Decides(seq[j])) => Defined(seq[i])

            FloorDiv(a, b) == IF b > 0 THEN a \\div b ELSE (-a) \\div (-b)

            Abs(n) == IF n < 0 THEN -n ELSE n

            RECURSIVE MulDivParts(_, _, _)
            MulDivParts(a, b, c) ==
              IF b = 0 THEN <<0, 0>>
              ELSE The({<<2 * half[1] + add[1] + (2 * half[2] + add[2]) \\div c, (2 * half[2] + add[2]) % c>> :
                         half \\in {MulDivParts(a, b \\div 2, c)},
                         add \\in {IF b % 2 = 1 THEN <<a \\div c, a % c>> ELSE <<0, 0>>}})

            MulDiv(a, b, c) ==
              LET parts == MulDivParts(Abs(a), Abs(b), Abs(c))
              IN IF ((a < 0) # (b < 0)) # (c < 0) THEN -parts[1] - (IF parts[2] > 0 THEN 1 ELSE 0) ELSE parts[1]

            Smallest(set) == CHOOSE x \\in set : \\A y \\in set : x <= y

            Largest(set) == CHOOSE x \\in set : \\A y \\in set : x >= y

            RECURSIVE Ascending(_)
            Ascending(set) == IF set = {} THEN <<>> ELSE The({<<x>> \\o Ascending(set \\ {x}) : x \\in {Smallest(set)}})

            RECURSIVE InSomeOrder(_)
            InSomeOrder(set) ==
              IF set = {} THEN <<>> ELSE The({<<x>> \\o InSomeOrder(set \\ {x}) : x \\in {CHOOSE y \\in set : TRUE}})

            PlaceOf(seq, x) == CHOOSE i \\in DOMAIN seq : seq[i] = x

            Sorted(seq, Less(_, _)) ==
              Fold(LAMBDA sorted, x :
                     LET n == Cardinality({i \\in DOMAIN sorted : ~Less(x, sorted[i])})
                     IN SubSeq(sorted, 1, n) \\o <<x>> \\o SubSeq(sorted, n + 1, Len(sorted)),
                   <<>>, seq)

            ValueOf(map, key) == IF key \\in DOMAIN map THEN map[key] ELSE Null

            Put(map, key, value) == [k \\in DOMAIN map \\cup {key} |-> IF k = key THEN value ELSE map[k]]

            Lists(set) == UNION {[1..n -> set] : n \\in 0..MaxListLength}

            Maps(keys, values) == UNION {[domain -> values] : domain \\in SUBSET keys}

            Fault(o) == [o EXCEPT !.kind = "fault"]

            Nothing(o) == [o EXCEPT !.kind = "nothing"]

            Changed(o) == o.kind \\in {"moved", "gathered"}

            ToEach(name, self, peers, body) ==
              LET others == Remove(Distinct(peers), self)
              IN [i \\in DOMAIN others |-> <<name, self, others[i], body>>]

            Counted(votes, members, Voter(_)) ==
              {i \\in DOMAIN votes : Voter(votes[i]) \\in Range(members)
                                     /\\ \\A j \\in 1..(i - 1) : Voter(votes[j]) # Voter(votes[i])}

            LargestGroup(votes, counted, Value(_)) ==
              IF counted = {} THEN 0
              ELSE Largest({Cardinality({j \\in counted : Value(votes[j]) = Value(votes[i])}) : i \\in counted})
            """;
}
