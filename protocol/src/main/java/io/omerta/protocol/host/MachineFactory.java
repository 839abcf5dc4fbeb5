package io.omerta.protocol.host;

/** Makes the machines that a host runs. */
@FunctionalInterface
public interface MachineFactory {
    /**
     * A machine that has taken no input yet. Called at the first start and again at every restart.
     *
     * @param self the peer that the machine will be
     */
    Machine create(int self);
}
