package io.omerta.protocol.language.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * Names of a module. In TLA+ an identifier has one meaning in all of a scope, inner scopes included, so those of the
 * module, of the modules it extends and of each operator's own variables must differ.
 */
final class TlaNames {
    /** Of operators and actions of actors. */
    private static final List<String> PARAMETERS = List.of(
            ("self o o_2 o_3 sender body name left outcomes changed now message timer state store sent again bag place"
                            + " shorter order peer w w_2 i m under_way")
                    .split(" "));

    private static final Set<String> KEYWORDS = new TreeSet<>(List.of(
            ("ACTION ASSUME ASSUMPTION AXIOM BOOLEAN BY CASE CHOOSE CONSTANT CONSTANTS COROLLARY DEF DEFINE DEFS DOMAIN"
                            + " ELSE ENABLED EXCEPT EXTENDS FALSE HAVE HIDE IF IN INSTANCE LAMBDA LEMMA LET LOCAL"
                            + " MODULE NEW OBVIOUS OMITTED ONLY OTHER PICK PROOF PROPOSITION PROVE QED RECURSIVE STATE"
                            + " STRING SUBSET SUFFICES TAKE TEMPORAL THEN THEOREM TRUE UNCHANGED UNION USE VARIABLE"
                            + " VARIABLES WITH WITNESS")
                    .split(" ")));

    /** Of Integers, Sequences, FiniteSets, Bags and TLC. */
    private static final String EXTENDED =
            "Any Append Assert BagCardinality BagIn BagOfAll BagToSet BagUnion Cardinality CopiesIn EmptyBag Head Int"
                    + " IsABag IsFiniteSet JavaTime Len Nat Permutations Print PrintT RandomElement SelectSeq Seq"
                    + " SetToBag SortSeq SubBag SubSeq Sum Tail TLCEval TLCGet TLCSet ToString";

    private final Set<String> taken = new TreeSet<>();

    /** Names that operators common to all modules use within, which therefore cannot be names of the module. */
    private final Set<String> blocked = new TreeSet<>();

    /** Beginnings of names that are composed without asking. */
    private final List<String> blockedPrefixes = new ArrayList<>();

    private TlaNames() {}

    /** The names that each module begins with. */
    static TlaNames ofModule() {
        TlaNames names = new TlaNames();
        names.taken.addAll(List.of(EXTENDED.split(" ")));
        names.taken.addAll(TlaPrelude.names());
        names.blocked.addAll(TlaPrelude.identifiers());
        names.blocked.addAll(PARAMETERS);
        return names;
    }

    /** Names of an operator of this module; what is taken there is free elsewhere. */
    TlaNames inner(String... parameters) {
        TlaNames inner = new TlaNames();
        inner.taken.addAll(taken);
        inner.taken.addAll(List.of(parameters));
        return inner;
    }

    /** From now on no name that begins so is given. */
    void blockPrefix(String prefix) {
        blockedPrefixes.add(prefix);
    }

    /** A name that has no other meaning here: the wanted one, or one much like it. */
    String take(String wanted) {
        String base = field(wanted);
        while (blockedPrefixes.stream().anyMatch(base::startsWith)) {
            base = "The" + base;
        }
        String name = base;
        for (int i = 2; blocked.contains(name) || !taken.add(name); i++) {
            name = base + "_" + i;
        }
        return name;
    }

    /** The name of a field of a record, where keywords alone have another meaning. Different names stay different. */
    static String field(String name) {
        if (name.startsWith("WF_") || name.startsWith("SF_")) {
            return "_" + name;
        }
        if (name.chars().noneMatch(Character::isLetter)) {
            return "letterless" + name;
        }
        int end = name.length();
        while (end > 0 && name.charAt(end - 1) == '_') {
            end--;
        }
        return KEYWORDS.contains(name.substring(0, end)) ? name + "_" : name;
    }

    /** {@code Escrow lock} becomes {@code EscrowLock}. */
    static String ofModule(String title) {
        StringBuilder name = new StringBuilder();
        for (String word : title.split("[^A-Za-z0-9]+", -1)) {
            if (!word.isEmpty()) {
                name.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
            }
        }
        boolean legal = name.length() > 0 && Character.isLetter(name.charAt(0));
        return field((legal ? "" : "Protocol") + name);
    }
}
