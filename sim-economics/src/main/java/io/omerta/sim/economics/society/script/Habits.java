package io.omerta.sim.economics.society.script;

import io.omerta.sim.economics.society.Offer;
import io.omerta.sim.economics.society.Range;
import io.omerta.sim.economics.society.Society;
import java.util.List;

/** What identities of many societies do in the same way. */
final class Habits {
    private Habits() {}

    /** Each seller sells to a customer with some probability. */
    static void sell(Society society, List<Integer> sellers, double probability, Offer offer, List<Integer> customers) {
        for (int seller : sellers) {
            if (society.chance(seller).nextBernoulli(probability)) {
                society.sell(seller, offer, customers);
            }
        }
    }

    /** Each subject is praised by one of the praisers with some probability. */
    static void praise(
            Society society, List<Integer> subjects, double probability, Range score, List<Integer> praisers) {
        for (int subject : subjects) {
            if (society.chance(subject).nextBernoulli(probability)) {
                int praiser = society.otherThan(subject, praisers);
                society.praise(praiser, subject, score.draw(society.chance(subject)));
            }
        }
    }

    /** Each accuser accuses one of the victims with some probability, and shows no evidence. */
    static void accuse(
            Society society, List<Integer> accusers, double probability, Range score, List<Integer> victims) {
        for (int accuser : accusers) {
            if (society.chance(accuser).nextBernoulli(probability)) {
                int victim = society.otherThan(accuser, victims);
                society.accuse(accuser, victim, score.draw(society.chance(accuser)), false);
            }
        }
    }
}
