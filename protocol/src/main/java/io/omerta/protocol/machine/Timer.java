package io.omerta.protocol.machine;

/**
 * A timer of an actor, with the effects that concern it.
 *
 * @param delayMillis at least 0
 */
record Timer(long delayMillis, MachineEffect.ArmTimer arm, MachineEffect.CancelTimer cancel) {
    static Timer of(int number, long delayMillis) {
        return new Timer(
                delayMillis, new MachineEffect.ArmTimer(number, delayMillis), new MachineEffect.CancelTimer(number));
    }
}
