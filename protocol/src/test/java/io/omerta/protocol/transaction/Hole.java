package io.omerta.protocol.transaction;

/**
 * A hole of the published transactions, and the explorations that tell them from the shipped ones.
 *
 * @param name as the published defects are numbered: {@code H1} to {@code H22} for security, {@code D1} to {@code D13} for
 *     what does not work
 * @param what goes wrong
 * @param property that the explorer finds violated
 * @param broken the published transaction, or the shipped one with a defence taken out
 * @param shipped the same of the shipped transaction, of which every property holds
 */
record Hole(String name, String what, String property, Exploration broken, Exploration shipped) {
    @Override
    public String toString() {
        return name + " " + what;
    }
}
