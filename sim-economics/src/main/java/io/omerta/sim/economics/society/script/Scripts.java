package io.omerta.sim.economics.society.script;

import io.omerta.sim.economics.society.Script;
import java.util.List;

/** The societies that come with the program. */
public final class Scripts {
    private Scripts() {}

    /** All of them; a new one is added here. */
    public static List<Script> all() {
        return List.of(
                new Baseline(),
                new TrustInflation(),
                SybilExplosion.THIRTY,
                SybilExplosion.TWENTY,
                new VerificationStarvation(),
                new Hoarding(),
                new InequalityManipulation(),
                new SlowDegradation(),
                new CombinedAttack(),
                new Recovery(),
                new Waves(),
                new FiveYears(),
                new FiveYearsOfAttacks(),
                new Metropolis(),
                new NormalTrade(),
                new SybilPraise(),
                new FalseAccusations(),
                new LongCon(),
                new NewEntrant(),
                new Donations());
    }
}
