package io.omerta.sim.economics.society;

import io.omerta.sim.stats.Observation;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/** A society next to one that differs in one respect and has the same luck. */
final class Comparison {
    private Comparison() {}

    /** What policy does. */
    static List<Observation> withoutPolicy(SocietyRun with, SocietyRun without) {
        return List.of(
                new Observation(
                        "policy.effect.gini",
                        "Gini of trust with policy less the same without",
                        "",
                        with.today().gini() - without.today().gini()),
                new Observation(
                        "policy.effect.trust",
                        "mean trust with policy less the same without",
                        "",
                        with.today().meanTrust() - without.today().meanTrust()));
    }

    /** What an attack returns, and costs others, against the same work done honestly. */
    static List<Observation> withHonestUse(SocietyRun attack, SocietyRun honest) {
        return List.of(
                difference(
                        "attack.trust",
                        "trust of attackers less what honest work earns them",
                        Role.ATTACKER,
                        attack,
                        honest,
                        Society::trust),
                ratio(
                        "attack.trust.ratio",
                        "trust of attackers over what honest work earns them",
                        Role.ATTACKER,
                        attack,
                        honest,
                        Society::trust),
                difference(
                        "attack.wealth",
                        "coins of attackers less what honest work earns them",
                        Role.ATTACKER,
                        attack,
                        honest,
                        Comparison::wealth),
                ratio(
                        "attack.wealth.ratio",
                        "coins of attackers over what honest work earns them",
                        Role.ATTACKER,
                        attack,
                        honest,
                        Comparison::wealth),
                ratio(
                        "attack.honest_wealth.ratio",
                        "coins of honest providers over what they are without the attack",
                        Role.PROVIDER,
                        attack,
                        honest,
                        Comparison::wealth));
    }

    private interface Value {
        double of(Society society, int identity);
    }

    private static double wealth(Society society, int identity) {
        return society.coins().wealth(identity);
    }

    private static Observation difference(
            String name, String label, Role role, SocietyRun attack, SocietyRun honest, Value value) {
        return new Observation(name, label, "", sum(attack, role, value) - sum(honest, role, value));
    }

    private static Observation ratio(
            String name, String label, Role role, SocietyRun attack, SocietyRun honest, Value value) {
        return new Observation(name, label, "", sum(attack, role, value) / sum(honest, role, value));
    }

    private static double sum(SocietyRun run, Role role, Value value) {
        IntToDoubleFunction of = identity -> value.of(run.society(), identity);
        return run.society().members(role).stream()
                .mapToInt(Integer::intValue)
                .mapToDouble(of)
                .sum();
    }
}
