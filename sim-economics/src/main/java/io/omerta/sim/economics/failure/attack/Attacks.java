package io.omerta.sim.economics.failure.attack;

import io.omerta.sim.economics.failure.Attack;
import java.util.List;

/** Lists the attacks. */
public final class Attacks {
    private Attacks() {}

    public static List<Attack> all() {
        return List.of(
                new LongCon(),
                new ReputationLaundering(),
                new CharacterAssassination(),
                new AuthorityCapture(),
                new SlowDegradation(),
                new Sockpuppets(),
                new TrustArbitrage(),
                new Redemption(),
                new ManufacturedCrisis());
    }
}
